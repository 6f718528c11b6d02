import type {Fit, ForecastModel} from './model.ts';

/** With a season of one period, fewer differences say nothing about the next. */
const fewestPeriods = 10;

/**
 * Seasonal-naive forecast: each period repeats the one a season before; with a season of 1, the last.
 *
 * The deviation is σ · √k, where σ² is the mean squared seasonal difference of the history and k counts
 * the seasons ahead, 1 for the first (Hyndman and Athanasopoulos, "Forecasting: Principles and
 * Practice", 3rd ed., §5.5). Assumes differences of constant spread, uncorrelated and about normal; the
 * back-test says how far that holds.
 *
 * @param season periods in a season: 7 for days, 168 for hours
 */
export function seasonalNaiveModel(season: number): ForecastModel {
	return {
		name: 'seasonal-naive',
		periodsNeeded: Math.max(fewestPeriods, 2 * season + 1),
		fit: (values, horizon) => fit(values, season, horizon),
	};
}

function fit(values: readonly number[], season: number, horizon: number): Fit {
	const differences = values.slice(season).map((value, index) => value - values[index]!);
	const variance = differences.reduce((sum, difference) => sum + difference ** 2, 0) / differences.length;
	const last = values.slice(values.length - season);
	return {
		means: Array.from({length: horizon}, (_, ahead) => last[ahead % season]!),
		deviations: Array.from({length: horizon}, (_, ahead) =>
			Math.sqrt(variance * (Math.floor(ahead / season) + 1)),
		),
	};
}
