import type {BgNbdParameters} from './bg-nbd-parameters.ts';

/**
 * Probability that a customer still buys, given what they bought (BG/NBD; P. Fader, B. Hardie,
 * "Computing P(alive) Using the BG/NBD Model", 2008):
 *
 *     P = 1 / (1 + δ(x>0) · a / (b+x−1) · ((α+T) / (α+t_x))^(r+x))
 *
 * In this model customers leave only after a repeat purchase, so those without one are alive with
 * certainty; their expected orders fall as time goes by without any.
 */
export function probabilityAlive(
	{r, alpha, a, b}: BgNbdParameters,
	frequency: number,
	recency: number,
	age: number,
): number {
	if (frequency === 0) {
		return 1;
	}
	const silence = Math.exp((r + frequency) * Math.log((alpha + age) / (alpha + recency)));
	return 1 / (1 + (a / (b + frequency - 1)) * silence);
}
