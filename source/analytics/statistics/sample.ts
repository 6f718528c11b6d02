/** What t tests need to know of a sample. */
export type Sample = {
	readonly n: number;
	readonly mean: number;
	/** Unbiased, with n − 1. */
	readonly variance: number;
};

export function sampleOf(values: readonly number[]): Sample {
	const n = values.length;
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return {n, mean, variance: squares / (n - 1)};
}
