import {lanczosSeries, lanczosShift} from './lanczos-series.ts';

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(value), for values above zero, by Lanczos' formula. */
export function logGamma(value: number): number {
	if (value < 0.5) {
		// Γ(z) = Γ(z + 1) / z: the series loses digits near zero.
		return logGamma(value + 1) - Math.log(value);
	}
	const z = value - 1;
	const shifted = z + lanczosShift;
	return halfLogTwoPi + (z + 0.5) * Math.log(shifted) - shifted + Math.log(lanczosSeries(z));
}
