/**
 * The BG/NBD model of when customers buy (P. Fader, B. Hardie, K. L. Lee, "Counting Your Customers
 * the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24, 2005).
 *
 * Each customer buys at random at a rate of their own, and after each purchase leaves for good with
 * a probability of their own. Rates are spread over customers as a gamma distribution of shape `r`
 * and rate `alpha` (in periods), the probabilities of leaving as a beta distribution of `a` and `b`.
 */
export type BgNbdParameters = {
	readonly r: number;
	readonly alpha: number;
	readonly a: number;
	readonly b: number;
};
