/** The lowest and the highest value that a chart shows. */
export type Scale = {readonly low: number; readonly high: number};

/**
 * From zero, or below it where values are, up to a round number at or above the highest.
 *
 * Values that are no numbers do not count, and the scale is never flat.
 *
 * @param leastRange from the lowest to the highest
 */
export function scaleOf(values: readonly number[], leastRange = 1): Scale {
	const known = values.filter(Number.isFinite);
	const high = roundUp(Math.max(0, ...known));
	const low = -roundUp(-Math.min(0, ...known));
	if (high - low < leastRange) {
		return low < 0 ? {low: -leastRange, high: high > 0 ? leastRange : 0} : {low: 0, high: leastRange};
	}
	// Without the zero's sign, which would be written before it.
	return {low: low || 0, high};
}

const roundSteps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function roundUp(value: number): number {
	if (value <= 0) {
		return 0;
	}
	const power = 10 ** Math.floor(Math.log10(value));
	return roundSteps.find(step => step * power >= value * 0.999_999)! * power;
}
