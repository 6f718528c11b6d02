/** The middle value, or the mean of the two in the middle; `NaN` of nothing. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

/** Makes the median absolute deviation of normal values their standard deviation: 1 / Φ⁻¹(¾). */
const normalScale = 1.4826;

/** Spread that one value in two cannot break (Rousseeuw and Croux 1993). R: `mad(x)`. */
export function medianDeviation(values: readonly number[]): number {
	const middle = median(values);
	return normalScale * median(values.map(value => Math.abs(value - middle)));
}
