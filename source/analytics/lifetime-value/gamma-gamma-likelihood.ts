import type {GammaGammaParameters} from './gamma-gamma-parameters.ts';
import {logGamma} from './log-gamma.ts';
import {logGammaRatio} from './log-gamma-ratio.ts';
import type {Spenders} from './spenders.ts';

/**
 * Log-likelihood of the mean spends of all spenders under the Gamma-Gamma model (Fader, Hardie 2013,
 * eq. 1a). Of one, with x purchases of the mean value z̄:
 *
 *     L = Γ(px+q) / (Γ(px) Γ(q)) · v^q z̄^(px−1) x^(px) / (v + x z̄)^(px+q)
 */
export function gammaGammaLikelihood(
	{p, q, v}: GammaGammaParameters,
	{frequencies, totals, logTotals, logMeansSum}: Spenders,
): number {
	const logV = Math.log(v);
	let sum = -logMeansSum;
	// Those of equal x follow each other, and share ln Γ(px+q)/(Γ(px)Γ(q)).
	let sharedFrequency = 0;
	let shape = 0;
	let ratio = 0;
	for (let index = 0; index < totals.length; index++) {
		const x = frequencies[index]!;
		if (x !== sharedFrequency) {
			sharedFrequency = x;
			shape = p * x;
			ratio = logGammaRatio(Math.max(shape, q), Math.min(shape, q)) - logGamma(Math.min(shape, q));
		}
		// ln (v + xz̄)/xz̄ and ln (v + xz̄)/v: the smaller of them is exact, however small.
		const total = totals[index]!;
		const gap = logV - logTotals[index]!;
		const smaller = Math.log1p(v < total ? v / total : total / v);
		sum +=
			ratio - (v < total ? shape * smaller + q * (smaller - gap) : shape * (smaller + gap) + q * smaller);
	}
	return sum;
}
