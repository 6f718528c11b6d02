import {estimateLifetimeValue} from '../analytics/lifetime-value/estimate-lifetime-value.ts';
import {tierMoves} from '../analytics/lifetime-value/tier-moves.ts';
import {dayMs, type Zone} from '../business-time.ts';
import type {AnalysisInputs} from '../store/analysis-results.ts';
import {firstOrderAt} from '../store/extent.ts';
import type {Store} from '../store/open-store.ts';
import type {Analysis, Finding} from './analysis.ts';
import {clvToJson, type ShownClv} from './clv-json.ts';
import {type ClvOptions, defaultClvOptions} from './clv-options.ts';
import {subjectFromStore} from './clv-subject.ts';
import {mostValuableFirst} from './most-valuable-first.ts';
import {namedMoment} from './parse-moment.ts';

export const lifetimeValue = 'lifetime-value';

/** How many customers a kept result names. */
const customersKept = 50;

/** The customers of a database at a moment, and who changed tier where that is asked for. */
export function clvFromStore(store: Store, zone: Zone, until: number, options: ClvOptions): ShownClv {
	const estimateAt = (moment: number) => {
		const subject = subjectFromStore(store, zone, moment, options.period);
		return {subject, value: estimateLifetimeValue(subject.histories, options.outlook)};
	};
	const now = estimateAt(until);
	const since = options.movesSince === undefined ? undefined : earlier(options.movesSince, until, zone);
	const then = since === undefined ? undefined : estimateAt(since);
	return {
		subject: now.subject,
		value: now.value,
		places: mostValuableFirst(now.subject, now.value).slice(0, options.limit),
		options,
		moves:
			then &&
			tierMoves(
				{ids: then.subject.ids, tiers: then.value.customers.tiers},
				{ids: now.subject.ids, tiers: now.value.customers.tiers},
			),
	};
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
export function clvFinding(store: Store, shown: ShownClv): Finding {
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
const shownFlags = {movesSince: '30d'};

export const lifetimeValueAnalysis: Analysis = {
	what: lifetimeValue,
	subject: '',
	inputs: clvInputs(shownFlags),
	async run({store, zone, asOf}) {
		const options = {...defaultClvOptions, ...shownFlags, limit: customersKept};
		return clvFinding(store, clvFromStore(store, zone, asOf, options));
	},
};
