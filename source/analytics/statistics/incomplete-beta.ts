import {logGamma} from '../lifetime-value/log-gamma.ts';

const smallest = 1e-300;
const precision = 1e-15;
const mostSteps = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction with Lentz's method.
 * Press, Teukolsky, Vetterling, Flannery: Numerical Recipes, 3rd ed., §6.4.
 *
 * @param x from 0 to 1
 * @param a above zero
 * @param b above zero
 */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0 || x >= 1) {
		return x <= 0 ? 0 : 1;
	}
	// The fraction converges fast on one side of the mean only; the other follows by symmetry.
	return x < (a + 1) / (a + b + 2) ? lowerPart(x, a, b) : 1 - lowerPart(1 - x, b, a);
}

function lowerPart(x: number, a: number, b: number): number {
	const logFront =
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a);
	return Math.exp(logFront) * continuedFraction(x, a, b);
}

function continuedFraction(x: number, a: number, b: number): number {
	const apart = (value: number) => (Math.abs(value) < smallest ? smallest : value);
	let c = 1;
	let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let step = 1; step <= mostSteps; step++) {
		const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
		d = 1 / apart(1 + even * d);
		c = apart(1 + even / c);
		fraction *= d * c;
		const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
		d = 1 / apart(1 + odd * d);
		c = apart(1 + odd / c);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < precision) {
			break;
		}
	}
	return fraction;
}
