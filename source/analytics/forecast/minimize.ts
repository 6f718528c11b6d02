export type Minimum = {readonly at: readonly number[]; readonly value: number};

const mostIterations = 250;
const differenceStep = 1e-5;
/** What is worse than anything, where a function has no finite value. */
const huge = 1e300;

/**
 * Finds a local minimum of a smooth function of a few variables: BFGS with a backtracking line search
 * (Nocedal and Wright, "Numerical Optimization", 2nd ed., §6.1 and algorithm 3.1) and gradients by
 * central differences. Deterministic.
 *
 * @param start where to begin; variables should be of the order of 1
 */
export function minimize(
	of: (at: readonly number[]) => number,
	start: readonly number[],
	tolerance = 1e-10,
): Minimum {
	const valueAt = (at: readonly number[]) => {
		const value = of(at);
		return Number.isFinite(value) ? value : huge;
	};
	let at = [...start];
	let value = valueAt(at);
	if (at.length === 0) {
		return {at, value};
	}
	let gradient = gradientOf(valueAt, at);
	let inverseHessian = identity(at.length);
	let isFresh = true;
	for (let iteration = 0; iteration < mostIterations; iteration++) {
		const direction = inverseHessian.map(row => -dot(row, gradient));
		const slope = dot(direction, gradient);
		const step = slope < 0 ? lineSearch(valueAt, at, value, direction, slope) : undefined;
		if (!step) {
			if (isFresh) {
				break;
			}
			// The picture of the curvature has gone stale: begin it again from the steepest descent.
			inverseHessian = identity(at.length);
			isFresh = true;
			continue;
		}
		const gained = value - step.value;
		const nextGradient = gradientOf(valueAt, step.at);
		const moved = step.at.map((coordinate, index) => coordinate - at[index]!);
		const turned = nextGradient.map((part, index) => part - gradient[index]!);
		[at, value, gradient] = [step.at, step.value, nextGradient];
		if (gained <= tolerance * (1 + Math.abs(value))) {
			if (isFresh) {
				break;
			}
			inverseHessian = identity(at.length);
			isFresh = true;
			continue;
		}
		isFresh = !updateInverse(inverseHessian, moved, turned);
	}
	return {at, value};
}

/** The first of a shrinking series of steps that lowers the value enough (Armijo's condition). */
function lineSearch(
	valueAt: (at: readonly number[]) => number,
	at: readonly number[],
	value: number,
	direction: readonly number[],
	slope: number,
): {at: number[]; value: number} | undefined {
	// Longer steps would leave the region in which a logistic or tanh transform still moves.
	const longest = Math.max(...direction.map(Math.abs));
	for (let length = Math.min(1, 2 / longest); length > 1e-10; length /= 3) {
		const next = at.map((coordinate, index) => coordinate + length * direction[index]!);
		const nextValue = valueAt(next);
		if (nextValue <= value + 1e-4 * length * slope) {
			return {at: next, value: nextValue};
		}
	}
	return undefined;
}

function gradientOf(valueAt: (at: readonly number[]) => number, at: readonly number[]): number[] {
	const probe = [...at];
	return at.map((coordinate, index) => {
		const step = differenceStep * Math.max(1, Math.abs(coordinate));
		probe[index] = coordinate + step;
		const above = valueAt(probe);
		probe[index] = coordinate - step;
		const below = valueAt(probe);
		probe[index] = coordinate;
		const slope = (above - below) / (2 * step);
		return Math.abs(slope) < 1e200 ? slope : 0;
	});
}

/** The BFGS update, in place. @returns false where the curvature is not positive and nothing was done */
function updateInverse(inverse: number[][], moved: readonly number[], turned: readonly number[]): boolean {
	const curvature = dot(moved, turned);
	if (!(curvature > 1e-14)) {
		return false;
	}
	const bent = inverse.map(row => dot(row, turned));
	const scale = 1 + dot(turned, bent) / curvature;
	for (let row = 0; row < moved.length; row++) {
		for (let column = 0; column < moved.length; column++) {
			inverse[row]![column]! +=
				(scale * moved[row]! * moved[column]! - bent[row]! * moved[column]! - moved[row]! * bent[column]!) /
				curvature;
		}
	}
	return true;
}

function identity(size: number): number[][] {
	return Array.from({length: size}, (_, row) =>
		Array.from({length: size}, (_, column) => (row === column ? 1 : 0)),
	);
}

function dot(left: readonly number[], right: readonly number[]): number {
	return left.reduce((sum, part, index) => sum + part * right[index]!, 0);
}
