/**
 * 2F1 as `sum · e^logScale · (1 − z)^power`. Apart, because each can be too large or too small for a
 * number where their product with more powers of 1 − z is not.
 */
export type GaussHypergeometric = {readonly sum: number; readonly logScale: number; readonly power: number};

/** Far more than any z below 0.999 takes. */
const mostTerms = 200_000;

/** Sums are brought down when they pass this. */
const large = 1e200;

/**
 * Gauss' hypergeometric function 2F1(a, b; c; z) = Σ (a)ₙ (b)ₙ / (c)ₙ · zⁿ / n!, for 0 ≤ z < 1 and c
 * neither zero nor a negative whole number.
 *
 * Where the terms of that series grow, which is where c < a + b, Euler's transformation
 * 2F1(a, b; c; z) = (1 − z)^(c − a − b) 2F1(c − a, c − b; c; z) gives one whose terms shrink
 * (Abramowitz and Stegun, "Handbook of Mathematical Functions", 15.1.1 and 15.3.3).
 */
export function gaussHypergeometric(a: number, b: number, c: number, z: number): GaussHypergeometric {
	const power = Math.min(0, c - a - b);
	return power < 0 ? {...gaussSeries(c - a, c - b, c, z), power} : {...gaussSeries(a, b, c, z), power};
}

function gaussSeries(a: number, b: number, c: number, z: number) {
	let term = 1;
	let sum = 1;
	let logScale = 0;
	for (let n = 0; n < mostTerms; n++) {
		const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
		term *= ratio;
		sum += term;
		if (Math.abs(sum) > large) {
			sum /= large;
			term /= large;
			logScale += Math.log(large);
		}
		// What is left is at most a geometric series of the last ratio.
		if (Math.abs(ratio) < 1 && Math.abs(term) <= Math.abs(sum) * Number.EPSILON * (1 - Math.abs(ratio))) {
			break;
		}
	}
	return {sum, logScale};
}
