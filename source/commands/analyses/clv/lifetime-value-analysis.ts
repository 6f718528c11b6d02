import {customersAtRisk} from '../../../analytics/lifetime-value/customers-at-risk.ts';
import {estimateLifetimeValue} from '../../../analytics/lifetime-value/estimate-lifetime-value.ts';
import {fitLifetimeModel} from '../../../analytics/lifetime-value/fit-lifetime-model.ts';
import {holdOut} from '../../../analytics/lifetime-value/hold-out.ts';
import {predictOrders} from '../../../analytics/lifetime-value/predict-orders.ts';
import {packStandings} from '../../../analytics/lifetime-value/standings.ts';
import {tierMoves} from '../../../analytics/lifetime-value/tier-moves.ts';
import {dayMs, localDay, startOfDay, type Zone} from '../../../business-time.ts';
import {namedMoment} from '../../../parse-moment.ts';
import type {AnalysisInputs} from '../../../store/analysis-results.ts';
import type {Store} from '../../../store/open-store.ts';
import {firstOrderAt} from '../../../store/orders/extent.ts';
import type {Analysis, FreshResult} from '../analysis.ts';
import {clvToJson, type ShownClv, type StoredHoldOut} from './clv-json.ts';
import {type ClvOptions, daysPerPeriod, defaultClvOptions} from './clv-options.ts';
import {clvSubjectFromStore, type StoredSubject} from './clv-subject.ts';
import {mostValuableFirst} from './most-valuable-first.ts';

export const lifetimeValue = 'lifetime-value';

/** How many customers a kept result names. */
const customersKept = 50;

/** How many customers who may be leaving are named. */
const mostAtRisk = 20;

export type StoredClv = ShownClv & {readonly subject: StoredSubject};

/** The customers of a database at a moment, beside those of an earlier one where that is asked for. */
export function clvFromStore(store: Store, zone: Zone, until: number, options: ClvOptions): StoredClv {
	const estimateAt = (moment: number) => {
		const subject = clvSubjectFromStore(store, zone, moment, options.period);
		return {subject, ids: subject.ids, value: estimateLifetimeValue(subject.histories, options.horizon)};
	};
	const now = estimateAt(until);
	const {movesSince, holdOutDays} = options;
	const then = movesSince === undefined ? undefined : estimateAt(earlier(movesSince, until, zone));
	return {
		subject: now.subject,
		value: now.value,
		places: mostValuableFirst(now.subject, now.value).slice(0, options.limit),
		options,
		moves:
			then &&
			tierMoves(
				{ids: then.ids, tiers: then.value.customers.tiers},
				{ids: now.ids, tiers: now.value.customers.tiers},
			),
		atRisk: then && customersAtRisk(then, now, mostAtRisk),
		holdOut:
			holdOutDays === undefined
				? undefined
				: holdOutFromStore(store, zone, until, now.subject, {...options, holdOutDays}),
	};
}

/** Fits a model to what was known days before, and holds what it expected against what came. */
function holdOutFromStore(
	store: Store,
	zone: Zone,
	until: number,
	now: StoredSubject,
	{period, holdOutDays}: ClvOptions & {readonly holdOutDays: number},
): StoredHoldOut {
	const from = startOfDay(zone, localDay(zone, until - 1) + 1 - holdOutDays);
	const before = clvSubjectFromStore(store, zone, from, period);
	const model = fitLifetimeModel(before.histories);
	if (model.status !== 'ready') {
		return {status: 'collecting', from};
	}
	const periods = holdOutDays / daysPerPeriod[period];
	const expected = predictOrders(model.orders.parameters, before.histories, {
		months: 1,
		periodsPerMonth: periods,
		monthlyDiscount: 0,
	}).orders;
	const frequencyNow = new Map(now.ids.map((id, place) => [id, now.histories.frequency[place]!]));
	const actual = Float64Array.from(
		before.ids,
		(id, place) => (frequencyNow.get(id) ?? 0) - before.histories.frequency[place]!,
	);
	return {status: 'ready', from, days: holdOutDays, ...holdOut(before.histories, expected, actual, periods)};
}

/**
 * A moment as it is written, or so many days before another: `30d`.
 *
 * @throws RangeError that names the value
 */
function earlier(text: string, until: number, zone: Zone): number {
	const [, days] = /^(\d{1,5})d$/.exec(text.trim()) ?? [];
	return days === undefined
		? Math.min(until, namedMoment('--moves-since', text, zone))
		: until - Number(days) * dayMs;
}

export function clvInputs(flags: Readonly<Record<string, string | undefined>>): AnalysisInputs {
	const given = Object.entries(flags).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value]],
	);
	return {command: 'clv', flags: Object.fromEntries(given)};
}

/** What is kept of an estimate: all of the tiers, and the best customers. */
export function clvResult(store: Store, shown: ShownClv): FreshResult {
	const {subject, value, places} = shown;
	const from = firstOrderAt(store.db)();
	const until = subject.until ?? 0;
	return {
		span: from === undefined || from > until ? undefined : {from, to: until},
		model: value.model.status === 'ready' ? 'bg/nbd' : 'historic',
		result: clvToJson({...shown, places: places.slice(0, customersKept)}),
	};
}

/** A month of moves is what a shop can look back on. */
const shownFlags = {movesSince: '30d', holdOut: '28d'};

export const lifetimeValueAnalysis: Analysis = {
	what: lifetimeValue,
	subject: '',
	inputs: clvInputs(shownFlags),
	async run({store, zone, asOf}) {
		const {movesSince} = shownFlags;
		const options = {...defaultClvOptions, movesSince, holdOutDays: 28, limit: customersKept};
		const shown = clvFromStore(store, zone, asOf, options);
		return {
			...clvResult(store, shown),
			details: {standings: packStandings(shown.subject.ids, shown.value.customers)},
		};
	},
};
