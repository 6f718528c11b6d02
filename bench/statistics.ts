/** The value below which that share of all lies, by nearest rank; `NaN` without values. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How a measurement that was repeated is told. */
export type Spread = {
	readonly count: number;
	readonly p50: number;
	readonly p99: number;
	readonly max: number;
	readonly mean: number;
};

export function spread(values: readonly number[]): Spread {
	return {
		count: values.length,
		p50: median(values),
		p99: percentile(values, 0.99),
		max: Math.max(...values),
		mean: mean(values),
	};
}
