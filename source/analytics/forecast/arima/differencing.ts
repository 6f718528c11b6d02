import type {ArimaOrder} from './arima-order.ts';
import {multiplied} from './arma-process.ts';

/** Coefficients after the 1 of (1 − B)^d (1 − B^season)^D: what a difference adds to a value. */
export function differencing({d, seasonalD, season}: ArimaOrder): number[] {
	let polynomial: number[] = [];
	for (let time = 0; time < d; time++) {
		polynomial = multiplied(polynomial, [-1], 1);
	}
	for (let time = 0; time < seasonalD; time++) {
		polynomial = multiplied(polynomial, [-1], season);
	}
	return polynomial;
}

/** @returns the differences, as many fewer as the polynomial is long */
export function differenced(values: readonly number[], polynomial: readonly number[]): number[] {
	return values
		.slice(polynomial.length)
		.map((value, index) =>
			polynomial.reduce(
				(sum, coefficient, lag) => sum + coefficient * values[index + polynomial.length - lag - 1]!,
				value,
			),
		);
}

/** Puts differences that follow a series back on its scale. */
export function integrated(
	differences: readonly number[],
	before: readonly number[],
	polynomial: readonly number[],
): number[] {
	const whole = [...before.slice(before.length - polynomial.length)];
	for (const difference of differences) {
		const end = whole.length;
		whole.push(
			polynomial.reduce((sum, coefficient, lag) => sum - coefficient * whole[end - lag - 1]!, difference),
		);
	}
	return whole.slice(polynomial.length);
}
