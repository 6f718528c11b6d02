import type {Random} from './random.ts';

/** Draws an index with the probability of its weight. */
export type WeightedDraw = (random: Random) => number;

/**
 * Prepares draws from fixed weights, each then in constant time.
 *
 * Walker's alias method as Vose builds it (1991). Weights are not negative, at least one is above zero.
 */
export function aliasTable(weights: readonly number[]): WeightedDraw {
	const size = weights.length;
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const keep = Float64Array.from(weights, weight => (weight * size) / total);
	const alias = new Int32Array(size);
	const small: number[] = [];
	const large: number[] = [];
	keep.forEach((share, index) => {
		(share < 1 ? small : large).push(index);
	});
	while (small.length > 0 && large.length > 0) {
		const poor = small.pop()!;
		const rich = large.pop()!;
		alias[poor] = rich;
		keep[rich] = keep[rich]! + keep[poor]! - 1;
		(keep[rich]! < 1 ? small : large).push(rich);
	}
	// What rounding left over is full.
	for (const index of [...small, ...large]) {
		keep[index] = 1;
	}
	return random => {
		const position = random() * size;
		const index = Math.floor(position);
		return position - index < keep[index]! ? index : alias[index]!;
	};
}
