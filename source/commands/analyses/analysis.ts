import type {Zone} from '../../business-time.ts';
import type {Target} from '../../configuration/configuration.ts';
import type {Formats} from '../../format.ts';
import type {AnalysisInputs, AnalysisResult} from '../../store/analysis-results.ts';
import type {Store} from '../../store/open-store.ts';

/** What an analysis goes by. */
export type AnalysisName = {
	/** Such as `forecast`. */
	readonly what: string;
	/** Of what, such as `revenue per day`; empty where there is only one. */
	readonly subject: string;
};

/**
 * An analysis that `salesmon analyse` runs, also from the screen, and whose results are kept.
 *
 * It is run for every screen: keep it to seconds.
 *
 * To add one, write it as a pure function in `source/analytics/`, and beside the others a file
 * `something-analysis.ts` that exports an `Analysis`: it asks the store, calls the function and gives
 * what the command of that name prints as JSON. Then add it to the list in `analyses.ts`. What is
 * heavy loads inside `run` by `await import(…)`, because the list is read by every screen.
 */
export type Analysis = AnalysisName & {
	/**
	 * The command line that finds the same, without `--as-of`. Results that a user made by other flags
	 * are kept beside, and are not taken for this one's.
	 */
	readonly inputs: AnalysisInputs;
	/** Whether it changes only when another day has begun, so that a screen need not run it more often. */
	readonly isDaily?: true;
	readonly run: (moment: AnalysedMoment) => Promise<FreshResult>;
};

/** For finding what belongs to an analysis. */
export function analysisKey({what, subject}: AnalysisName): string {
	return `${what}\n${subject}`;
}

/** What an analysis is made from. */
export type AnalysedMoment = {
	/** Only to be read. */
	readonly store: Store;
	/** Whose days and hours count. */
	readonly zone: Zone;
	/** UTC milliseconds; orders at or after it count as unknown. */
	readonly asOf: number;
	/** For results in words. */
	readonly formats: Formats;
	/** What products and categories should bring. */
	readonly targets?: readonly Target[];
};

/** What an analysis finds, before it is kept. */
export type FreshResult = Pick<AnalysisResult, 'span' | 'model'> & {
	/**
	 * As JSON, no more than some 50 kB of it: lists are cut to what is worth knowing. Too little data is
	 * a result as well: `{status: 'collecting', …}`.
	 */
	readonly result: object;
	/** Of every product, hundreds of kB in a large shop: see `AnalysisResult`. */
	readonly details?: object;
	/** Results of other analyses that were needed for it, to be kept beside it. */
	readonly besides?: readonly AnalysisResult[];
};

/**
 * @param now UTC milliseconds, for when it was made and how long it took
 * @returns what it found, and what else is to be kept
 */
export async function runAnalysis(
	{what, subject, inputs, run}: Analysis,
	moment: AnalysedMoment,
	now: () => number,
): Promise<{readonly result: AnalysisResult; readonly besides: readonly AnalysisResult[]}> {
	const startedAt = now();
	const {span, model, result, details, besides = []} = await run(moment);
	const madeAt = now();
	return {
		result: {
			...{what, subject, madeAt, asOf: moment.asOf, span, model, result},
			...(details && {details}),
			elapsedMs: madeAt - startedAt,
			inputs: zonedInputs(inputs, moment.zone, moment.store),
		},
		besides,
	};
}

/** Names the zone where it is not the database's own. */
export function zonedInputs(inputs: AnalysisInputs, zone: Zone, store: Store): AnalysisInputs {
	return zone.name === store.zone.name ? inputs : {...inputs, flags: {...inputs.flags, tz: zone.name}};
}
