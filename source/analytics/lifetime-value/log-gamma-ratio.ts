import {lanczosSeries, lanczosShift} from './lanczos-series.ts';
import {logGamma} from './log-gamma.ts';

/** From here on the difference of two logarithms loses digits. */
const large = 10;

/**
 * ln Γ(value + added) / Γ(value), for both above zero.
 *
 * Γ of a million has no digits left for what a small `added` changes, so for large values the
 * difference is taken inside Lanczos' formula, where the large parts cancel on paper.
 */
export function logGammaRatio(value: number, added: number): number {
	if (value < large) {
		return logGamma(value + added) - logGamma(value);
	}
	const z = value - 1;
	const shifted = z + lanczosShift;
	return (
		(z + 0.5) * Math.log1p(added / shifted) +
		added * (Math.log(shifted + added) - 1) +
		Math.log(lanczosSeries(z + added) / lanczosSeries(z))
	);
}
