import type {Random} from './random.ts';

/** A waiting time with that mean, in the mean's unit. */
export function exponential(random: Random, mean: number): number {
	return -mean * Math.log(1 - random());
}

/** A standard normal number, by Box and Muller (1958). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A gamma-distributed number with mean shape × scale.
 *
 * Marsaglia and Tsang, "A simple method for generating gamma variables" (2000); shapes below one by
 * their boost of a draw with shape + 1.
 */
export function gamma(random: Random, shape: number, scale: number): number {
	if (shape < 1) {
		return gamma(random, shape + 1, scale) * (1 - random()) ** (1 / shape);
	}
	const offset = shape - 1 / 3;
	const spread = 1 / Math.sqrt(9 * offset);
	for (;;) {
		const deviate = normal(random);
		const cube = (1 + spread * deviate) ** 3;
		const bound = 0.5 * deviate * deviate + offset * (1 - cube + Math.log(cube));
		if (cube > 0 && Math.log(1 - random()) < bound) {
			return offset * cube * scale;
		}
	}
}

/** A beta-distributed number with mean a ÷ (a + b), from two gammas. */
export function beta(random: Random, a: number, b: number): number {
	const first = gamma(random, a, 1);
	return first / (first + gamma(random, b, 1));
}
