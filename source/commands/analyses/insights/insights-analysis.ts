import {findInsights, type Insights} from '../../../analytics/insights/find-insights.ts';
import type {ShopHistory} from '../../../analytics/insights/shop-history.ts';
import {startOfDay, type Zone} from '../../../business-time.ts';
import type {Target} from '../../../configuration/configuration.ts';
import {readShopHistory} from '../../../dashboard/read-shop-history.ts';
import type {Formats} from '../../../format.ts';
import {maskable, maskableFormats, maskedText, plainText} from '../../../maskable-text.ts';
import {maskedFormats} from '../../../masked-formats.ts';
import {pseudonymOf} from '../../../pseudonym.ts';
import type {AnalysisInputs} from '../../../store/analysis-results.ts';
import type {Store} from '../../../store/open-store.ts';
import type {Analysis, FreshResult} from '../analysis.ts';
import {insightsToJson} from './insights-json.ts';
import {askedDays, defaultInsightsOptions, type InsightsOptions} from './insights-options.ts';

export type FoundInsights = {
	readonly shop: ShopHistory;
	/** Whether the shop is looked at as of its last sale. */
	readonly isPast: boolean;
	readonly insights: Insights;
	/** The same in the same order, its words without money and names of customers. */
	readonly masked: Insights;
};

export type InsightsRequest = {
	readonly store: Store;
	readonly zone: Zone;
	readonly formats: Formats;
	/** UTC milliseconds; orders at or after it count as unknown. */
	readonly asOf: number;
	readonly targets: readonly Target[];
	readonly options: InsightsOptions;
};

/** @throws RangeError that names a flag and its value */
export function insightsFromStore({options, ...request}: InsightsRequest): FoundInsights {
	const {isPast, ...shop} = readShopHistory({
		...request,
		...askedDays(options, request.asOf, request.zone),
	});
	const found = findInsights(
		{
			...shop,
			formats: maskableFormats(shop.formats),
			customers: shop.customers.map(customer => ({
				...customer,
				name: maskable(customer.name, pseudonymOf(customer.name)),
			})),
		},
		options.alpha,
	);
	return {shop, isPast, insights: worded(found, plainText), masked: worded(found, maskedText)};
}

function worded(insights: Insights, read: (text: string) => string): Insights {
	return insights.status === 'ready'
		? {
				...insights,
				findings: insights.findings.map(insight => ({
					...insight,
					subject: read(insight.subject),
					...(insight.about && {
						about: insight.about.map(subject => ({...subject, name: read(subject.name)})),
					}),
					sentence: read(insight.sentence),
				})),
			}
		: insights;
}

/** What was found, as it is told to who may see neither money nor names. */
export function maskInsights(found: FoundInsights): FoundInsights {
	const {shop, masked} = found;
	return {...found, shop: {...shop, formats: maskedFormats(shop.formats)}, insights: masked};
}

export function insightsInputs(flags: Readonly<Record<string, string | undefined>>): AnalysisInputs {
	const given = Object.entries(flags).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value]],
	);
	return {command: 'insights', flags: Object.fromEntries(given)};
}

/** What is kept of them. */
export function insightsResult(found: FoundInsights, limit: number): FreshResult {
	const {shop, insights} = found;
	const {days, zone} = shop;
	return {
		span:
			days.revenue.length === 0
				? undefined
				: {from: startOfDay(zone, days.first), to: startOfDay(zone, days.first + days.revenue.length)},
		model: insights.status === 'ready' ? `${insights.tests} tests` : undefined,
		result: insightsToJson(found, limit),
	};
}

export const insightsAnalysis: Analysis = {
	what: 'insights',
	subject: '',
	inputs: insightsInputs({}),
	async run({store, zone, formats, asOf, targets = []}) {
		const options = defaultInsightsOptions;
		return insightsResult(insightsFromStore({store, zone, formats, asOf, targets, options}), options.limit);
	},
};
