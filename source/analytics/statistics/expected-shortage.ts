import {type CountSpread, countAtLeast} from './negative-binomial.ts';

/**
 * What is asked for beyond what there is, on the whole: E[(count − stock)⁺], the expected shortage of
 * Silver, Pyke, Thomas: Inventory and Production Management in Supply Chains, 4th ed., §6.7.
 *
 * As n·P(n) of a negative binomial is mean · P(n − 1) of one with a shape that is greater by one,
 * both parts of the sum are tail probabilities.
 *
 * @param stock whole units, from 0 on
 */
export function expectedShortage(stock: number, {mean, shape}: CountSpread): number {
	if (mean <= 0) {
		return 0;
	}
	if (stock <= 0) {
		return mean;
	}
	const next = {mean: Number.isFinite(shape) ? (mean * (shape + 1)) / shape : mean, shape: shape + 1};
	const asked = mean * countAtLeast(stock, next);
	return Math.max(0, asked - stock * countAtLeast(stock + 1, {mean, shape}));
}
