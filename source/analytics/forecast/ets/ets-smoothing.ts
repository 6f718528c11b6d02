import type {EtsForm} from './ets-form.ts';

/** Smoothing parameters: of level, trend, season, and the damping of the trend. */
export type EtsParameters = {
	readonly alpha: number;
	readonly beta: number;
	readonly gamma: number;
	readonly phi: number;
};

/** Level, slope and the last season's effects, oldest first. */
export type EtsState = {readonly level: number; readonly slope: number; readonly season: readonly number[]};

export type Smoothed = {
	/** One-step errors: absolute, or relative where the error multiplies. */
	readonly errors: Float64Array;
	/** Σ log |expected| where the error multiplies, else 0. */
	readonly logExpected: number;
	/** After the last value. */
	readonly state: EtsState;
};

/**
 * Runs a series through the recursions of an ETS model in its error-correction form (Hyndman, Koehler,
 * Ord, Snyder 2008, "Forecasting with Exponential Smoothing", tables 2.2 and 2.3).
 *
 * @returns undefined where a value that must stay positive does not
 */
export function smooth(
	values: ArrayLike<number>,
	{error: errorKind, season: seasonKind}: EtsForm,
	{alpha, beta, gamma, phi}: EtsParameters,
	start: EtsState,
): Smoothed | undefined {
	const {length} = values;
	const errors = new Float64Array(length);
	const period = start.season.length;
	const season = Float64Array.from(start.season);
	const isMultiplied = seasonKind === 'M';
	const isRelative = errorKind === 'M';
	let {level, slope} = start;
	let logExpected = 0;
	for (let index = 0; index < length; index++) {
		const before = level + phi * slope;
		const slot = period === 0 ? 0 : index % period;
		const effect = period === 0 ? (isMultiplied ? 1 : 0) : season[slot]!;
		const expected = isMultiplied ? before * effect : before + effect;
		if ((isRelative && !(expected > 0)) || (isMultiplied && !(before > 0 && effect > 0))) {
			return undefined;
		}
		const error = values[index]! - expected;
		errors[index] = isRelative ? error / expected : error;
		logExpected += isRelative ? Math.log(expected) : 0;
		const onLevel = isMultiplied ? error / effect : error;
		level = before + alpha * onLevel;
		slope = phi * slope + beta * onLevel;
		if (period > 0) {
			season[slot] = effect + (gamma * error) / (isMultiplied ? before : 1);
		}
	}
	return {
		errors,
		logExpected,
		state: {level, slope, season: rotated(season, period === 0 ? 0 : length % period)},
	};
}

function rotated(season: Float64Array, first: number): number[] {
	return [...season.subarray(first), ...season.subarray(0, first)];
}
