import type {BgNbdParameters} from './bg-nbd-parameters.ts';
import type {HistoryGroups} from './history-groups.ts';

/**
 * Log-likelihood of all customers under the BG/NBD model (Fader, Hardie, Lee 2005, eq. 6; arranged
 * as in Fader, Hardie, Lee, "Implementing the BG/NBD Model for Customer Base Analysis in Excel",
 * 2005). Of one customer:
 *
 *     L = Γ(r+x) α^r / Γ(r) · Γ(a+b) Γ(b+x) / (Γ(b) Γ(a+b+x))
 *         · [ (α+T)^−(r+x) + δ(x>0) · a / (b+x−1) · (α+t_x)^−(r+x) ]
 *
 * As x is whole, the ratios of gamma functions are products, Γ(r+x) / Γ(r) = r (r+1) … (r+x−1): exact
 * also where the gammas themselves are so large that their difference has no digits left. The
 * bracket is taken out of its first term, so that nothing under- or overflows.
 */
export function bgNbdLikelihood(
	{r, alpha, a, b}: BgNbdParameters,
	{counts, frequencies, recencies, ages, times, mostFrequent}: HistoryGroups,
): number {
	// By x: ln Γ(r+x)/Γ(r) + ln Γ(a+b)Γ(b+x)/(Γ(b)Γ(a+b+x)) − x ln α, and ln a/(b+x−1).
	const rises = new Float64Array(mostFrequent + 1);
	const dropouts = new Float64Array(mostFrequent + 1);
	const logAlpha = Math.log(alpha);
	for (let x = 1; x <= mostFrequent; x++) {
		const before = x - 1;
		rises[x] = rises[before]! + Math.log(((r + before) * (b + before)) / (a + b + before)) - logAlpha;
		dropouts[x] = Math.log(a / (b + before));
	}
	// By time: ln (α+t)/α.
	const growths = times.map(time => Math.log1p(time / alpha));

	let sum = 0;
	for (let group = 0; group < counts.length; group++) {
		const x = frequencies[group]!;
		const age = growths[ages[group]!]!;
		let logarithm = rises[x]! - (r + x) * age;
		if (x > 0) {
			logarithm += logOnePlusExp(dropouts[x]! + (r + x) * (age - growths[recencies[group]!]!));
		}
		sum += counts[group]! * logarithm;
	}
	return sum;
}

/** ln(1 + e^exponent), also where e^exponent is beyond all numbers. */
function logOnePlusExp(exponent: number): number {
	return exponent > 37 ? exponent : Math.log1p(Math.exp(exponent));
}
