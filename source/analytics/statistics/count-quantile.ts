import {type CountSpread, countAtMost} from './negative-binomial.ts';

/**
 * The smallest n with P(count ≤ n) ≥ probability. R: `qnbinom(probability, size = shape, mu = mean)`.
 *
 * @param probability from 0 to below 1
 */
export function countQuantile(probability: number, spread: CountSpread): number {
	if (countAtMost(0, spread) >= probability) {
		return 0;
	}
	let below = 0;
	let above = Math.max(1, Math.ceil(spread.mean));
	while (countAtMost(above, spread) < probability) {
		below = above;
		above *= 2;
	}
	while (above - below > 1) {
		const middle = Math.floor((below + above) / 2);
		if (countAtMost(middle, spread) >= probability) {
			above = middle;
		} else {
			below = middle;
		}
	}
	return above;
}
