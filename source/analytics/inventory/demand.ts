import type {CountSpread} from '../statistics/negative-binomial.ts';

/** How fast a product sells. A day is 24 hours, counted back from the moment that is looked at. */
export type Demand = {
	/** Units a day; the last two weeks count half, so that it follows a trend. */
	readonly perDay: number;
	/** Of one day's units. */
	readonly variance: number;
	/** Of `perDay`, which is only known from so many days. */
	readonly uncertainty: number;
	/** Days on which it could be bought. */
	readonly days: number;
};

/** Days after which a day counts half as much. */
const halfLifeDays = 14;

/**
 * Mean and variance of daily units, weighted by 2^(−age / 14) (exponential smoothing: Silver, Pyke,
 * Thomas, 4th ed., §4.3, here with the exact weights of a finite past):
 *
 *     mean        m = Σ w x / Σ w
 *     variance    Σ w (x − m)² / (Σ w − Σ w² / Σ w), at least m: sales are no steadier than Poisson
 *     uncertainty variance · Σ w² / (Σ w)²
 *
 * @param units by day, the last one first
 * @param isAvailable by day: on the others nobody could buy, so they say nothing of demand
 */
export function estimateDemand(
	units: ArrayLike<number>,
	isAvailable: (day: number) => boolean = () => true,
): Demand {
	let [weights, squares, sum, days] = [0, 0, 0, 0];
	for (let day = 0; day < units.length; day++) {
		if (isAvailable(day)) {
			const weight = weightOf(day);
			weights += weight;
			squares += weight ** 2;
			sum += weight * units[day]!;
			days++;
		}
	}
	if (sum === 0) {
		return {perDay: 0, variance: 0, uncertainty: 0, days};
	}
	const perDay = sum / weights;
	let deviations = 0;
	for (let day = 0; day < units.length; day++) {
		deviations += isAvailable(day) ? weightOf(day) * (units[day]! - perDay) ** 2 : 0;
	}
	const freedom = weights - squares / weights;
	const variance = Math.max(perDay, freedom > 0 ? deviations / freedom : 0);
	return {perDay, variance, uncertainty: (variance * squares) / weights ** 2, days};
}

function weightOf(day: number): number {
	return 2 ** (-day / halfLifeDays);
}

/**
 * What will be asked for over so many days, as a negative binomial count:
 *
 *     mean      L · m
 *     variance  L · variance + L² · uncertainty
 *
 * Days are taken as independent (Silver, Pyke, Thomas, 4th ed., §6.5, σ_L = √L · σ); a week's rise and
 * fall is in the variance.
 */
export function demandOver(days: number, {perDay, variance, uncertainty}: Demand): CountSpread {
	const mean = days * perDay;
	const excess = days * variance + days ** 2 * uncertainty - mean;
	return {mean, shape: excess > 0 ? mean ** 2 / excess : Number.POSITIVE_INFINITY};
}
