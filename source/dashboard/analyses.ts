import {type DatedForecast, readDatedForecast} from './read-dated-forecast.ts';
import {type ForecastRecord, readForecastScore} from './read-forecast-score.ts';
import {readInsights, type ToldInsights} from './read-insights.ts';
import {type InventoryPlan, readInventory} from './read-inventory.ts';
import {type LifetimeValueSummary, readLifetimeValue} from './read-lifetime-value.ts';
import {type Recommendations, readRecommendations} from './read-recommendations.ts';

/**
 * What analyses found last, by the name under which views know them.
 *
 * To show one more, write beside these a file that turns its JSON into what a view needs, and add a
 * line for it to this type and to `shown`.
 */
export type Analyses = {
	/** Of the days from today on. */
	readonly revenueForecast: Analysed<DatedForecast>;
	/** Of the hours from this one on. */
	readonly hourlyForecast: Analysed<DatedForecast>;
	readonly forecastScore: Analysed<ForecastRecord>;
	readonly lifetimeValue: Analysed<LifetimeValueSummary>;
	readonly recommendations: Analysed<Recommendations>;
	readonly inventory: Analysed<InventoryPlan>;
	readonly insights: Analysed<ToldInsights>;
};

/** What one analysis found, however long ago. Too little data is a result too, and says so itself. */
export type Analysed<Result> =
	/** It has not been run yet, or never will be for what is shown: for part of the sales, for that moment. */
	| {readonly status: 'waiting'; readonly unless?: 'filtered' | 'past'}
	/** It broke down, and has never found anything. */
	| {readonly status: 'failed'; readonly problem: string}
	| {
			readonly status: 'found';
			/** UTC milliseconds. */
			readonly madeAt: number;
			/** The moment that it is about: its age counts from here. */
			readonly asOf: number;
			readonly model: string | undefined;
			readonly result: Result;
			/** Why the last run found nothing newer. */
			readonly problem: string | undefined;
	  };

/** What was found last, as it is kept. */
export type Found = {
	readonly madeAt: number;
	readonly asOf: number;
	readonly model: string | undefined;
	readonly result: unknown;
	/** Of every product; absent where only the summary was kept. */
	readonly details?: unknown;
};

/** What there is of one analysis: the last that it found, why it broke down since, or both. */
export type Outcome = {readonly found?: Found | undefined; readonly problem?: string | undefined};

type Shown<Result> = {
	readonly what: string;
	readonly subject: string;
	/** @throws where the JSON is not what this version writes */
	readonly read: (result: unknown, details: unknown) => Result;
};

type ResultOf<Name extends keyof Analyses> = Extract<Analyses[Name], {status: 'found'}>['result'];

const shown: {readonly [Name in keyof Analyses]: Shown<ResultOf<Name>>} = {
	revenueForecast: {what: 'forecast', subject: 'revenue per day', read: readDatedForecast},
	hourlyForecast: {what: 'forecast', subject: 'revenue per hour', read: readDatedForecast},
	forecastScore: {what: 'forecast-score', subject: 'revenue per day', read: readForecastScore},
	lifetimeValue: {what: 'lifetime-value', subject: '', read: readLifetimeValue},
	recommendations: {what: 'recommendations', subject: '', read: readRecommendations},
	inventory: {what: 'inventory', subject: '', read: readInventory},
	insights: {what: 'insights', subject: '', read: readInsights},
};

/** Before anything was run. */
export const noAnalyses: Analyses = readAnalyses(() => ({}));

/** Those that have found nothing are not being worked out either, for that reason. */
export function withoutWork(analyses: Analyses, unless: 'filtered' | 'past'): Analyses {
	return Object.fromEntries(
		Object.entries(analyses).map(([name, analysed]) => [
			name,
			analysed.status === 'waiting' ? {status: 'waiting', unless} : analysed,
		]),
	) as Analyses;
}

/** For part of the sales only. */
export const filteredAnalyses = withoutWork(noAnalyses, 'filtered');

/** @param outcomeOf what there is of each analysis; results that cannot be read count as never found */
export function readAnalyses(outcomeOf: (what: string, subject: string) => Outcome): Analyses {
	return Object.fromEntries(
		Object.entries(shown).map(([name, {what, subject, read}]) => [
			name,
			readOutcome<unknown>(outcomeOf(what, subject), read),
		]),
	) as Analyses;
}

function readOutcome<Result>({found, problem}: Outcome, read: Shown<Result>['read']): Analysed<Result> {
	if (found) {
		const {madeAt, asOf, model} = found;
		try {
			return {status: 'found', madeAt, asOf, model, result: read(found.result, found.details), problem};
		} catch {
			// It was kept by another version of the program; a new one is on its way.
		}
	}
	return problem === undefined ? {status: 'waiting'} : {status: 'failed', problem};
}
