import type {ForecastPoint} from './forecast.ts';
import type {Fit} from './model.ts';
import type {Outcome} from './rolling-origin.ts';

/** Quantiles of the standard normal distribution for the 80 and 95 % bands. */
const z80 = 1.2816;
const z95 = 1.96;

/** By how much a model's own bands are widened (above 1) or narrowed (below 1). */
export type BandFactors = {readonly of80: number; readonly of95: number};

/** The bands as the model gives them. */
export const ownBands: BandFactors = {of80: 1, of95: 1};

/** Outcomes after which e − 1 of e parts of the word are theirs, and one is the model's. */
const outcomesToBelieve = 20;

/** A miss by more is a miss like any other. */
const mostDeviations = 100;

/** The fewest outcomes that say anything. */
const fewestOutcomes = 10;

/**
 * Turns means and deviations into points: mean ± z · factor · deviation. A series that was never
 * negative gets no negative values.
 */
export function forecastPoints(
	{means, deviations}: Fit,
	history: readonly number[],
	factors: BandFactors,
): ForecastPoint[] {
	const floor = history.every(value => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
	return means.map((mean, index) => {
		const half80 = z80 * factors.of80 * deviations[index]!;
		const half95 = Math.max(half80, z95 * factors.of95 * deviations[index]!);
		const atLeast = (value: number) => Math.max(floor, value);
		return {
			mean: atLeast(mean),
			lo80: atLeast(mean - half80),
			hi80: atLeast(mean + half80),
			lo95: atLeast(mean - half95),
			hi95: atLeast(mean + half95),
		};
	});
}

/**
 * Factors by which bands would have held what they promise on outcomes that the model had not seen:
 * the 80 and 95 % quantiles of |outcome − mean| / deviation over those of the normal distribution
 * (split conformal prediction: Vovk, Gammerman, Shafer 2005; Lei et al. 2018, JASA 113, §2.2). Few
 * outcomes move the model's own bands only part of the way.
 */
export function calibrated(outcomes: readonly Outcome[]): BandFactors {
	const sizes = outcomes
		// What is certain, as that a closed day sells nothing, says nothing about how wide a band should be.
		.filter(({deviation}) => deviation > 0)
		.map(({mean, deviation, actual}) => Math.min(mostDeviations, Math.abs(actual - mean) / deviation))
		.toSorted((left, right) => left - right);
	if (sizes.length < fewestOutcomes) {
		return ownBands;
	}
	const weight = 1 - Math.exp(-sizes.length / outcomesToBelieve);
	const factor = (share: number, quantile: number) =>
		Math.exp(weight * Math.log(Math.max(1e-3, conformalQuantile(sizes, share)) / quantile));
	return {of80: factor(0.8, z80), of95: factor(0.95, z95)};
}

/** The smallest size that at least `share` of outcomes, one more counted as missing, stay within. */
function conformalQuantile(ascending: readonly number[], share: number): number {
	const rank = share * (ascending.length + 1) - 1;
	const below = Math.min(ascending.length - 1, Math.floor(rank));
	const above = Math.min(ascending.length - 1, below + 1);
	return ascending[below]! + (rank - Math.floor(rank)) * (ascending[above]! - ascending[below]!);
}
