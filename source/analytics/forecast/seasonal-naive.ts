import type {Forecast} from './forecast.ts';
import {makeForecast} from './make-forecast.ts';
import {seasonalNaiveModel} from './seasonal-naive-model.ts';

/**
 * Forecasts by seasonal-naive alone, at once: for where nobody can wait for a better model.
 *
 * @param history complete periods, oldest first
 * @param season periods in a season: 7 for days, 168 for hours
 * @param horizon periods ahead
 */
export function seasonalNaive(history: readonly number[], season: number, horizon: number): Forecast {
	return makeForecast({
		values: history,
		season,
		horizon,
		models: [seasonalNaiveModel(season)],
		isCalibrated: true,
	});
}
