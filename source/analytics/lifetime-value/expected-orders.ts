import type {BgNbdParameters} from './bg-nbd-parameters.ts';
import {gaussHypergeometric} from './gauss-hypergeometric.ts';

/** How near a place where the formula is 0/0 may be come; the value there differs by as little. */
const least = 1e-7;

/** From here on customers hardly differ in how likely they leave. */
const narrow = 300;

/**
 * Expected purchases in the next `ahead` periods of a customer who is alive (BG/NBD; Fader, Hardie,
 * Lee 2005, eq. 10, whose denominator is 1 / P(alive)):
 *
 *     (a+b+x−1) / (a−1) · [ 1 − ((α+T) / (α+T+t))^(r+x) · 2F1(r+x, b+x; a+b+x−1; t / (α+T+t)) ]
 *
 * Times P(alive) it is the conditional expectation E(Y(t) | x, t_x, T). Without t_x in it, it is the
 * same for all customers of one x and T.
 */
export function expectedOrdersIfAlive(
	parameters: BgNbdParameters,
	frequency: number,
	age: number,
	ahead: number,
): number {
	const {r, alpha, a: dropout, b} = parameters;
	if (ahead <= 0) {
		return 0;
	}
	if (dropout > narrow) {
		return expectedOfNarrow(parameters, frequency, age, ahead);
	}
	// Both at a = 1 and at a + b + x = 1 the limits exist, but 0/0 has no digits.
	const a = Math.abs(dropout - 1) < least ? 1 + least : dropout;
	const kept = Math.abs(a + b + frequency - 1) < least ? b + least : b;
	const c = a + kept + frequency - 1;
	const z = ahead / (alpha + age + ahead);
	const {sum, logScale, power} = gaussHypergeometric(r + frequency, kept + frequency, c, z);
	const rest = sum * Math.exp(logScale + (r + frequency + power) * Math.log1p(-z));
	return Math.max(0, (c / (a - 1)) * (1 - rest));
}

/**
 * The same where the probability of leaving p is spread so narrowly that the formula loses its digits:
 * the mean of what a customer of one p is expected to do,
 *
 *     (1 − (1 + p t / (α+T))^−(r+x)) / p
 *
 * over p ~ Beta(a, b+x), by the two-point rule that is right for polynomials of the second degree. It
 * is off by the order of 1/a².
 */
function expectedOfNarrow(
	{r, alpha, a, b}: BgNbdParameters,
	frequency: number,
	age: number,
	ahead: number,
): number {
	const weight = a + b + frequency;
	const mean = a / weight;
	const deviation = Math.sqrt((mean * (1 - mean)) / (weight + 1));
	const ofDropout = (p: number) =>
		-Math.expm1(-(r + frequency) * Math.log1p((p * ahead) / (alpha + age))) / p;
	return (ofDropout(mean - deviation) + ofDropout(mean + deviation)) / 2;
}
