export type Minimum = {
	readonly point: readonly number[];
	readonly value: number;
	/** Whether the simplex came to rest before its evaluations ran out. */
	readonly isConverged: boolean;
};

export type NelderMeadOptions = {
	/** Length of the first simplex's edges. */
	readonly step: number;
	/** It rests when the values at its corners differ by no more than this. */
	readonly tolerance: number;
	readonly mostEvaluations: number;
};

type Corner = {readonly point: readonly number[]; readonly value: number};

/**
 * Walks down to a local minimum by the simplex method, without derivatives.
 *
 * The corner with the highest value is reflected through the middle of the others, and the simplex
 * stretched, contracted or shrunk by what is found there (J. A. Nelder, R. Mead, "A simplex method
 * for function minimization", The Computer Journal 7, 1965; coefficients 1, 2, ½, ½).
 *
 * @param objective may be infinite where a point is out of bounds, but not at `start`
 */
export function nelderMead(
	objective: (point: readonly number[]) => number,
	start: readonly number[],
	{step, tolerance, mostEvaluations}: NelderMeadOptions,
): Minimum {
	let evaluations = 0;
	const corner = (point: readonly number[]): Corner => {
		evaluations++;
		const value = objective(point);
		return {point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value};
	};
	const simplex = [
		corner(start),
		...start.map((_, axis) => corner(start.map((value, index) => (index === axis ? value + step : value)))),
	];
	const byValue = (one: Corner, other: Corner) => one.value - other.value;
	const size = start.length;

	for (;;) {
		simplex.sort(byValue);
		const best = simplex[0]!;
		const worst = simplex[size]!;
		const isConverged = worst.value - best.value <= tolerance;
		if (isConverged || evaluations >= mostEvaluations) {
			return {...best, isConverged};
		}
		const middle = start.map((_, axis) => mean(simplex, size, axis));
		/** The worst corner's place on the line through the middle, at so many times its distance. */
		const along = (factor: number) =>
			corner(middle.map((value, axis) => value + factor * (worst.point[axis]! - value)));
		const reflected = along(-1);
		if (reflected.value < best.value) {
			const expanded = along(-2);
			simplex[size] = expanded.value < reflected.value ? expanded : reflected;
		} else if (reflected.value < simplex[size - 1]!.value) {
			simplex[size] = reflected;
		} else {
			const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
			if (contracted.value < Math.min(reflected.value, worst.value)) {
				simplex[size] = contracted;
			} else {
				for (let index = 1; index <= size; index++) {
					const {point} = simplex[index]!;
					simplex[index] = corner(point.map((value, axis) => (value + best.point[axis]!) / 2));
				}
			}
		}
	}
}

function mean(corners: readonly Corner[], count: number, axis: number): number {
	let sum = 0;
	for (let index = 0; index < count; index++) {
		sum += corners[index]!.point[axis]!;
	}
	return sum / count;
}
