import {minimize} from '../minimize.ts';
import type {Fit} from '../model.ts';
import type {ArimaOrder} from './arima-order.ts';
import {type ArmaProcess, fromPartial, multiplied, psiWeights} from './arma-process.ts';
import {differenced, differencing, integrated} from './differencing.ts';
import {expectations, innovationsOf} from './innovations.ts';

/** An ARIMA model with its estimates. */
export type ArimaEstimate = {
	readonly order: ArimaOrder;
	/** Of the differenced series, seasonal factors multiplied out. */
	readonly process: ArmaProcess;
	/** Of the series; 0 where it is differenced, as in R's `arima`. */
	readonly mean: number;
	/** Variance of the innovations, by maximum likelihood. */
	readonly variance: number;
	readonly logLikelihood: number;
};

/** Fewer periods than this say nothing about an ARIMA model, whatever its order. */
const fewestPeriods = 20;

/** Periods after differencing for each coefficient that is estimated. */
const periodsPerCoefficient = 3;

/** How many periods a series must have for this order. */
export function arimaPeriodsNeeded(order: ArimaOrder): number {
	const coefficients = order.p + order.q + order.seasonalP + order.seasonalQ + 1;
	const lost = order.d + order.seasonalD * order.season;
	const seasonal = order.season > 0 ? 3 * order.season : 0;
	return Math.max(fewestPeriods, lost + periodsPerCoefficient * coefficients, seasonal);
}

/**
 * Fits ARIMA(p,d,q)(P,D,Q)[season] by exact maximum likelihood: the differenced series is a Gaussian
 * ARMA process, whose likelihood comes from the innovations algorithm with variance and mean
 * concentrated out. That is what R's `arima` maximises (method CSS-ML; its diffuse prior for the
 * starting values gives the same likelihood). A mean is estimated only without differencing, as there.
 *
 * Coefficients are searched as partial autocorrelations, so every one tried is stationary and
 * invertible, from several starting points, because with moving averages there is often more than one
 * maximum.
 *
 * @throws Error where no starting point leads anywhere
 */
export function estimateArima(values: readonly number[], order: ArimaOrder): ArimaEstimate {
	const differences = differenced(values, differencing(order));
	const hasMean = order.d + order.seasonalD === 0;
	// The search must not depend on the unit that values are in.
	const scale = Math.sqrt(meanSquare(differences)) || 1;
	const scaled = Float64Array.from(differences, value => value / scale);
	const deviance = (parameters: readonly number[]) =>
		likelihood(processAt(parameters, order), scaled, hasMean).deviance;
	let best: {at: readonly number[]; value: number} | undefined;
	for (const start of startingPoints(order)) {
		const found = minimize(deviance, start);
		if (!best || found.value < best.value - 1e-7) {
			best = found;
		}
	}
	const process = processAt(best!.at, order);
	const {variance, mean, logLikelihood} = likelihood(process, scaled, hasMean);
	if (!Number.isFinite(logLikelihood)) {
		throw new Error('the likelihood has no maximum');
	}
	return {
		order,
		process,
		mean: mean * scale,
		variance: variance * scale ** 2,
		logLikelihood: logLikelihood - scaled.length * Math.log(scale),
	};
}

/**
 * Forecasts from an estimate: finite-sample predictions and their mean squared errors, as R's
 * `predict`; the uncertainty of the coefficients is left out, as there.
 */
export function forecastArima(values: readonly number[], estimate: ArimaEstimate, horizon: number): Fit {
	const {process, mean, variance, order} = estimate;
	const polynomial = differencing(order);
	const centred = differenced(values, polynomial).map(value => value - mean);
	const known = centred.length;
	const innovations = innovationsOf(process, known + horizon);
	if (!innovations) {
		throw new Error('the fitted process is not stationary');
	}
	const expected = expectations(process, innovations, centred);
	const path = [...centred];
	for (let ahead = 0; ahead < horizon; ahead++) {
		let sum = 0;
		for (const [index, coefficient] of process.ar.entries()) {
			sum += coefficient * (path[known + ahead - index - 1] ?? 0);
		}
		const row = innovations.weights(known + ahead);
		for (let lag = ahead + 1; lag <= row.length; lag++) {
			const at = known + ahead - lag;
			sum += row[lag - 1]! * (centred[at]! - expected[at]!);
		}
		path.push(sum);
	}
	const means = integrated(
		path.slice(known).map(value => value + mean),
		values,
		polynomial,
	);
	return {
		means,
		deviations: deviations(process, polynomial, horizon).map(part => part * Math.sqrt(variance)),
	};

	/** The error h ahead is Σ c(h, j) U(h − j): innovations pass through the process, then add up. */
	function deviations({ar}: ArmaProcess, differences: readonly number[], count: number): number[] {
		const passing = psiWeights(
			{
				ar: multiplied(
					differences,
					ar.map(value => -value),
					1,
				).map(value => -value),
				ma: [],
			},
			count,
		);
		return Array.from({length: count}, (_, ahead) => {
			let sum = 0;
			for (let back = 0; back <= ahead; back++) {
				// The innovation of period `ahead − back` enters later ones by the weights of those.
				let weight = 0;
				for (let lag = 0; lag <= back; lag++) {
					const theta = lag === 0 ? 1 : (innovations!.weights(known + ahead - back + lag)[lag - 1] ?? 0);
					weight += theta * passing[back - lag]!;
				}
				sum += weight ** 2 * innovations!.variance(known + ahead - back);
			}
			return Math.sqrt(sum);
		});
	}
}

/** The process that a point of the search stands for: partial autocorrelations as hyperbolic tangents. */
function processAt(
	parameters: readonly number[],
	{p, q, seasonalP, seasonalQ, season}: ArimaOrder,
): ArmaProcess {
	const partial = parameters.map(Math.tanh);
	const ar = fromPartial(partial.slice(0, p)).map(value => -value);
	const ma = fromPartial(partial.slice(p, p + q)).map(value => -value);
	const seasonalAr = fromPartial(partial.slice(p + q, p + q + seasonalP)).map(value => -value);
	const seasonalMa = fromPartial(partial.slice(p + q + seasonalP, p + q + seasonalP + seasonalQ)).map(
		value => -value,
	);
	return {
		ar: multiplied(ar, seasonalAr, season).map(value => -value),
		ma: multiplied(ma, seasonalMa, season),
	};
}

/** Twice the negative log-likelihood without its constant, and the estimates concentrated out of it. */
function likelihood(process: ArmaProcess, values: Float64Array, hasMean: boolean) {
	const count = values.length;
	const innovations = innovationsOf(process, count);
	if (!innovations) {
		return {deviance: Number.POSITIVE_INFINITY, variance: Number.NaN, mean: 0, logLikelihood: Number.NaN};
	}
	const expected = expectations(process, innovations, values);
	// Prediction is linear, so a mean of 1 leaves these errors of its own.
	const ones = hasMean ? new Float64Array(count).fill(1) : undefined;
	const expectedOnes = ones && expectations(process, innovations, ones);
	let [logs, errors, crossed, units] = [0, 0, 0, 0];
	for (let n = 0; n < count; n++) {
		const variance = innovations.variance(n);
		const error = values[n]! - expected[n]!;
		logs += Math.log(variance);
		errors += error ** 2 / variance;
		if (expectedOnes) {
			const unit = 1 - expectedOnes[n]!;
			crossed += (error * unit) / variance;
			units += unit ** 2 / variance;
		}
	}
	const mean = units > 0 ? crossed / units : 0;
	const variance = (errors - mean * crossed) / count;
	const deviance = count * Math.log(variance) + logs;
	return {deviance, variance, mean, logLikelihood: -(deviance + count * (1 + Math.log(2 * Math.PI))) / 2};
}

/** Pure autoregressions have one maximum in practice; moving averages want more than one try. */
function startingPoints({p, q, seasonalP, seasonalQ}: ArimaOrder): number[][] {
	const point = (ar: number, ma: number, alternate: boolean) =>
		[p, q, seasonalP, seasonalQ].flatMap((count, part) =>
			Array.from(
				{length: count},
				(_, index) => (part % 2 === 0 ? ar : ma) * (alternate && index % 2 === 1 ? -1 : 1),
			),
		);
	if (q + seasonalQ === 0) {
		return [point(0.1, 0, false), point(0.8, 0, true)];
	}
	return [
		point(0.1, 0.1, false),
		point(0.1, 0.8, false),
		point(0.8, -0.8, false),
		point(0.8, 0.8, false),
		point(-0.6, 0.6, false),
		...(p + q > 2 ? [point(1.3, 1.8, true), point(0.6, -0.9, true), point(-0.8, -0.8, true)] : []),
	];
}

function meanSquare(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
}
