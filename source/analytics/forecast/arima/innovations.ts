import {type ArmaProcess, autocovariances} from './arma-process.ts';

/** How much each innovation of the past weighs in the next value, and how uncertain that leaves it. */
export type Innovations = {
	/** θ(n, 1) … θ(n, j) for the value after n known ones; with n at least `settled`, always the same. */
	readonly weights: (known: number) => Float64Array;
	/** Mean squared error of the value after n known ones, in units of the innovations' variance. */
	readonly variance: (known: number) => number;
	/** Up to here the past enters by innovations only; from here on by values and innovations. */
	readonly warmUp: number;
};

/** How close to its limit the one-step error must be to count as there. */
const settledWithin = 1e-12;

/**
 * The innovations algorithm for an ARMA process (Brockwell and Davis, "Time Series: Theory and Methods",
 * 2nd ed., §5.2 and §5.3, after Ansley 1979): exact finite-sample prediction, a few weights per step.
 *
 * @param length how many values there are, forecasts included
 */
export function innovationsOf(process: ArmaProcess, length: number): Innovations | undefined {
	const {ar, ma} = process;
	const warmUp = Math.max(ar.length, ma.length);
	const gamma = autocovariances(process, 2 * warmUp + 1);
	if (!gamma || !(gamma[0]! > 0)) {
		return undefined;
	}
	const covariance = covarianceOf(process, gamma, warmUp);
	const weights: Float64Array[] = [new Float64Array(0)];
	const variances = [covariance(1, 1)];
	let settled = length;
	for (let n = 1; n < length; n++) {
		// Beyond the warm-up the covariance is zero at lags above the order of the moving average.
		const reach = n < warmUp ? n : Math.min(n, ma.length);
		const row = new Float64Array(reach);
		for (let k = n - reach; k < n; k++) {
			let value = covariance(n + 1, k + 1);
			const older = weights[k]!;
			for (let j = Math.max(n - reach, k - older.length); j < k; j++) {
				value -= older[k - j - 1]! * row[n - j - 1]! * variances[j]!;
			}
			row[n - k - 1] = value / variances[k]!;
		}
		let variance = covariance(n + 1, n + 1);
		for (let j = n - reach; j < n; j++) {
			variance -= row[n - j - 1]! ** 2 * variances[j]!;
		}
		if (!(variance > 0)) {
			return undefined;
		}
		weights.push(row);
		variances.push(variance);
		if (n > 2 * warmUp && Math.abs(variance - 1) < settledWithin) {
			settled = n;
			break;
		}
	}
	const last = Math.min(settled, length - 1);
	return {
		weights: known => weights[Math.min(known, last)]!,
		variance: known => variances[Math.min(known, last)]!,
		warmUp,
	};
}

/** Covariances of the process that equals X up to the warm-up and X(t) − Σ ar(i) X(t−i) after it. */
function covarianceOf({ar, ma}: ArmaProcess, gamma: readonly number[], warmUp: number) {
	const theta = [1, ...ma];
	const movingAverage = Array.from({length: ma.length + 1}, (_, lag) => {
		let sum = 0;
		for (let index = 0; index + lag < theta.length; index++) {
			sum += theta[index]! * theta[index + lag]!;
		}
		return sum;
	});
	return (later: number, earlier: number): number => {
		const lag = later - earlier;
		if (later <= warmUp) {
			return gamma[lag]!;
		}
		if (earlier > warmUp) {
			return movingAverage[lag] ?? 0;
		}
		if (lag > ma.length) {
			return 0;
		}
		return ar.reduce(
			(sum, coefficient, index) => sum - coefficient * gamma[Math.abs(index + 1 - lag)]!,
			gamma[lag]!,
		);
	};
}

/** @returns for each value what was expected of it, given those before */
export function expectations(
	{ar}: ArmaProcess,
	{weights, warmUp}: Innovations,
	values: ArrayLike<number>,
): Float64Array {
	const expected = new Float64Array(values.length);
	for (let n = 0; n < values.length; n++) {
		let sum = 0;
		if (n >= warmUp) {
			for (let lag = 1; lag <= ar.length; lag++) {
				sum += ar[lag - 1]! * values[n - lag]!;
			}
		}
		const row = weights(n);
		for (let lag = 1; lag <= row.length; lag++) {
			sum += row[lag - 1]! * (values[n - lag]! - expected[n - lag]!);
		}
		expected[n] = sum;
	}
	return expected;
}
