import type {ForecastPoint} from './forecast.ts';

/**
 * The forecast of a period that has begun: what has come so far, plus its share of what was expected.
 *
 * The mean is soFar + rest · mean, so a day that runs ahead keeps its lead and is not expected to
 * repeat it. The bounds keep their distances from the mean times √rest, as for a sum of independent
 * parts, and never lie below what has already come.
 *
 * @param expected the forecast of the whole period
 * @param soFar what has come, in the unit of the series
 * @param rest share of a period that is still to come by its usual shape, 0 to 1
 */
export function restOfPeriod(expected: ForecastPoint, soFar: number, rest: number): ForecastPoint {
	const mean = soFar + rest * expected.mean;
	const spread = Math.sqrt(rest);
	const above = (bound: number) => Math.max(soFar, mean + spread * (bound - expected.mean));
	return {
		mean,
		lo80: above(expected.lo80),
		hi80: above(expected.hi80),
		lo95: above(expected.lo95),
		hi95: above(expected.hi95),
	};
}

/**
 * The share of a period that is usually still to come.
 *
 * @param shape what came in each part of past periods, `shape[period][part]`
 * @param elapsed how far the period has come, counted in parts, such as 13.5 for half past one
 * @returns 0 to 1; by the clock alone where nothing has come in the past
 */
export function usualRest(shape: readonly (readonly number[])[], parts: number, elapsed: number): number {
	let total = 0;
	let rest = 0;
	for (const period of shape) {
		for (let part = 0; part < parts; part++) {
			const value = Math.max(0, period[part] ?? 0);
			total += value;
			rest += value * Math.min(1, Math.max(0, part + 1 - elapsed));
		}
	}
	return total > 0 ? rest / total : Math.max(0, 1 - elapsed / parts);
}
