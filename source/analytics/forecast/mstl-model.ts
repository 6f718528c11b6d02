import type {ForecastModel} from './model.ts';

/** What is used of `@bsull/augurs/mstl`, started. */
export type MstlLibrary = {
	readonly MSTL: {
		readonly ets: (periods: number[]) => {
			readonly fit: (values: number[]) => void;
			readonly predict: (
				horizon: number,
				level: number,
			) => {readonly point: number[]; readonly intervals: {readonly upper: number[]} | undefined};
			readonly free: () => void;
		};
	};
};

/** Older periods than these change nothing but the time it takes. */
const mostPeriods = 2200;

const level = 0.95;
const quantile = 1.959964;

/**
 * MSTL: seasonal-trend decomposition by loess with one or more seasons, the rest forecast by
 * exponential smoothing (Bandara, Hyndman, Bergmeir 2021, arXiv:2107.13462), computed by augurs.
 *
 * @param seasonsOf the seasons that a series of a length shows, shortest first
 */
export function mstlModel(library: MstlLibrary, seasonsOf: (length: number) => number[]): ForecastModel {
	const shortest = seasonsOf(Number.POSITIVE_INFINITY)[0] ?? 1;
	return {
		name: 'mstl',
		periodsNeeded: 3 * shortest,
		fit(values, horizon) {
			const recent = values.slice(-mostPeriods);
			// The library's tolerances are absolute, so it gets values around 1.
			const scale = recent.reduce((sum, value) => sum + Math.abs(value), 0) / recent.length || 1;
			const seasons = seasonsOf(recent.length);
			if (seasons.length === 0) {
				throw new Error('mstl needs a series with a season: hours, days, weeks, months or quarters');
			}
			const model = library.MSTL.ets(seasons);
			try {
				model.fit(recent.map(value => value / scale));
				const {point, intervals} = model.predict(horizon, level);
				return {
					means: point.map(mean => mean * scale),
					deviations: point.map(
						(mean, ahead) => (((intervals?.upper[ahead] ?? Number.NaN) - mean) / quantile) * scale,
					),
				};
			} finally {
				model.free();
			}
		},
	};
}
