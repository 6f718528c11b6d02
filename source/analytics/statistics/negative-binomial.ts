import {incompleteBeta} from './incomplete-beta.ts';

/**
 * Counts that vary more than a Poisson process lets them: its rate is itself drawn, from a gamma
 * distribution of mean 1 and this shape. Variance = mean + mean² / shape; a Poisson count has shape
 * `Infinity` (Johnson, Kemp, Kotz: Univariate Discrete Distributions, 3rd ed., ch. 5).
 */
export type CountSpread = {readonly mean: number; readonly shape: number};

/** A larger shape is a Poisson count to all digits that matter. */
const poissonFrom = 1e7;

/** P(count ≤ n). R: `pnbinom(n, size = shape, mu = mean)`. */
export function countAtMost(n: number, {mean, shape}: CountSpread): number {
	if (n < 0) {
		return 0;
	}
	if (mean <= 0) {
		return 1;
	}
	const size = Math.min(shape, poissonFrom);
	return incompleteBeta(size / (size + mean), size, Math.floor(n) + 1);
}

/** P(count ≥ n). R: `pnbinom(n - 1, size = shape, mu = mean, lower.tail = FALSE)`. */
export function countAtLeast(n: number, {mean, shape}: CountSpread): number {
	if (n <= 0) {
		return 1;
	}
	if (mean <= 0) {
		return 0;
	}
	const size = Math.min(shape, poissonFrom);
	return incompleteBeta(mean / (size + mean), Math.ceil(n), size);
}

/**
 * The shape of counts around their expectations, by the method of moments:
 * 1 / shape = Σ ((n − μ)² − μ) / Σ μ². `Infinity` where they vary no more than Poisson counts.
 *
 * @param lost degrees of freedom that the expectations took from the counts, as a share of them
 */
export function spreadShape(counts: readonly number[], means: readonly number[], lost: number): number {
	let excess = 0;
	let squares = 0;
	for (const [index, count] of counts.entries()) {
		const mean = means[index]!;
		excess += (count - mean) ** 2 / (1 - lost) - mean;
		squares += mean ** 2;
	}
	return excess > 0 && squares > 0 ? squares / excess : Number.POSITIVE_INFINITY;
}
