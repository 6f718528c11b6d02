import {type BandFactors, calibrated, forecastPoints, ownBands} from './bands.ts';
import type {Outcome} from './rolling-origin.ts';

/** How well forecasts did. */
export type Score = {
	/** Mean absolute error over that of the seasonal-naive inside the history; below 1 is better. */
	readonly mase: number;
	/** Symmetric mean absolute percentage error, in percent, 0 to 200. */
	readonly smape: number;
	/** Share of outcomes inside the band, 0 to 1. */
	readonly coverage80: number;
	readonly coverage95: number;
};

/** A series that is forecast exactly must not be called missed by the last digit of a sum. */
const roundingError = 1e-9;

/** Folds apart from the one being scored that a band can be calibrated on. */
const fewestFolds = 3;

/**
 * Scores the outcomes of a back-test.
 *
 * MASE is scaled by the mean seasonal difference of the whole history (Hyndman and Koehler 2006,
 * International Journal of Forecasting 22, 679–688); sMAPE is 200 · |F − A| / (|F| + |A|). With
 * calibration each fold is held against bands that were calibrated on the others only, and not on those
 * that share a period with it, so that no outcome widens the band that it is measured by.
 */
export function score(
	outcomes: readonly Outcome[],
	history: readonly number[],
	season: number,
	horizon: number,
	isCalibrated: boolean,
): Score {
	const floor = history.every(value => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
	const error = meanOf(outcomes.map(({mean, actual}) => Math.abs(actual - Math.max(floor, mean))));
	const scale = meanOf(history.slice(season).map((value, index) => Math.abs(value - history[index]!)));
	const held = [...Map.groupBy(outcomes, ({origin}) => origin)].flatMap(([origin, fold]) => {
		const others = outcomes.filter(other => Math.abs(other.origin - origin) >= horizon);
		const factors = isCalibrated ? honestFactors(others) : ownBands;
		const fit = {means: fold.map(({mean}) => mean), deviations: fold.map(({deviation}) => deviation)};
		return forecastPoints(fit, history, factors).map((point, index) => {
			const {actual} = fold[index]!;
			const hair = roundingError * Math.abs(actual);
			return {
				in80: actual >= point.lo80 - hair && actual <= point.hi80 + hair,
				in95: actual >= point.lo95 - hair && actual <= point.hi95 + hair,
			};
		});
	});
	return {
		mase: error / (scale || 1),
		smape: meanOf(outcomes.map(({mean, actual}) => symmetricError(Math.max(floor, mean), actual))),
		coverage80: held.filter(({in80}) => in80).length / held.length,
		coverage95: held.filter(({in95}) => in95).length / held.length,
	};
}

function honestFactors(others: readonly Outcome[]): BandFactors {
	return new Set(others.map(({origin}) => origin)).size < fewestFolds ? ownBands : calibrated(others);
}

/** In percent, 0 to 200; two zeros agree. */
export function symmetricError(forecast: number, actual: number): number {
	const size = Math.abs(forecast) + Math.abs(actual);
	return size === 0 ? 0 : (200 * Math.abs(actual - forecast)) / size;
}

function meanOf(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
