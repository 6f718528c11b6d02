import {minimize} from '../minimize.ts';
import type {Fit} from '../model.ts';
import {type EtsForm, etsForms} from './ets-form.ts';
import {type EtsParameters, type EtsState, smooth} from './ets-smoothing.ts';
import {etsStart} from './ets-start.ts';

export type EtsEstimate = {
	readonly form: EtsForm;
	readonly parameters: EtsParameters;
	/** Before the first value, and after the last. */
	readonly start: EtsState;
	readonly end: EtsState;
	/** Variance of the one-step errors, relative ones where the error multiplies. */
	readonly variance: number;
	readonly aic: number;
	/** Corrected for short series; the form with the smallest is chosen. */
	readonly aicc: number;
};

/** A longer season has more effects than a fit by search can find, as in R's `ets`. */
export const longestEtsSeason = 24;

/**
 * Chooses among all forms of exponential smoothing by the corrected AIC and fits them by maximum
 * likelihood, smoothing parameters and starting states together (Hyndman, Koehler, Snyder, Grose 2002,
 * International Journal of Forecasting 18, 439–454), as R's `forecast::ets` does.
 *
 * @param period periods in a season, 1 for none
 */
export function chooseEts(values: readonly number[], period: number): EtsEstimate {
	const hasSeason = period > 1 && period <= longestEtsSeason && values.length > 2 * period + 5;
	let best: EtsEstimate | undefined;
	for (const form of etsForms(
		hasSeason,
		values.every(value => value > 0),
	)) {
		const estimate = estimateEts(values, form, period);
		if (estimate && (!best || estimate.aicc < best.aicc)) {
			best = estimate;
		}
	}
	if (!best) {
		throw new Error('no form of exponential smoothing fits');
	}
	return best;
}

/** Fits one form. @returns undefined where the series is too short for it or leads nowhere */
export function estimateEts(
	values: readonly number[],
	form: EtsForm,
	period: number,
): EtsEstimate | undefined {
	// The search must not depend on the unit that values are in.
	const scale = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length || 1;
	const scaled = values.map(value => value / scale);
	const first = etsStart(scaled, form, period);
	const search = searchSpace(form, first);
	const deviance = (point: readonly number[]) => {
		const {parameters, start} = search.at(point);
		const run = smooth(scaled, form, parameters, start);
		return run
			? scaled.length * Math.log(run.errors.reduce((sum, error) => sum + error ** 2, 0)) + 2 * run.logExpected
			: Number.POSITIVE_INFINITY;
	};
	const found = search.origins
		.map(origin => minimize(deviance, origin, 1e-9))
		.reduce((left, right) => (right.value < left.value ? right : left));
	const {parameters, start} = search.at(found.at);
	const run = smooth(scaled, form, parameters, start);
	// One of the season's effects follows from the others; the variance is a parameter too.
	const count = search.origins[0]!.length + 1;
	const left = scaled.length - count - 1;
	if (!run || left <= 0 || !Number.isFinite(found.value)) {
		return undefined;
	}
	const deviation = found.value + 2 * scaled.length * Math.log(scale);
	const aic = deviation + 2 * count;
	const sumOfSquares = run.errors.reduce((sum, error) => sum + error ** 2, 0);
	const unit = form.error === 'A' ? scale ** 2 : 1;
	return {
		form,
		parameters,
		start: scaledState(start, form, scale),
		end: scaledState(run.state, form, scale),
		variance: (sumOfSquares / (scaled.length - count + 1)) * unit,
		aic,
		aicc: aic + (2 * count * (count + 1)) / left,
	};
}

/** Forecasts from an estimate: the path without further errors, and the spread around it. */
export function forecastEts({form, parameters, end, variance}: EtsEstimate, horizon: number): Fit {
	const period = end.season.length;
	const {alpha, beta, gamma, phi} = parameters;
	const trends: number[] = [];
	const effects: number[] = [];
	let damped = 0;
	for (let ahead = 0; ahead < horizon; ahead++) {
		damped += phi ** (ahead + 1) * (form.trend === 'N' ? 0 : 1);
		trends.push(end.level + damped * end.slope);
		effects.push(period === 0 ? (form.season === 'M' ? 1 : 0) : end.season[ahead % period]!);
	}
	const means = trends.map((trend, ahead) =>
		form.season === 'M' ? trend * effects[ahead]! : trend + effects[ahead]!,
	);
	// What an error does to the value `lag` periods later (Hyndman et al. 2008, table 6.1).
	const carried = (lag: number, withSeason: boolean) => {
		let dampedSum = 0;
		for (let step = 1; step <= lag; step++) {
			dampedSum += phi ** (step - 1);
		}
		const onSeason = withSeason && period > 0 && lag % period === 0 ? gamma : 0;
		return alpha + (form.trend === 'N' ? 0 : beta * dampedSum) + onSeason;
	};
	return {means, deviations: spread().map(Math.sqrt)};

	function spread(): number[] {
		if (form.error === 'A') {
			let sum = 1;
			return means.map((_, ahead) => {
				sum += ahead === 0 ? 0 : carried(ahead, true) ** 2;
				return variance * sum;
			});
		}
		// Relative errors: §6.3 for an added season (class 2), §6.4 for a multiplied one (class 3).
		const isMultiplied = form.season === 'M';
		const around = isMultiplied ? trends : means;
		const theta: number[] = [];
		return around.map((centre, ahead) => {
			let sum = 0;
			for (let lag = 1; lag <= ahead; lag++) {
				sum += carried(lag, !isMultiplied) ** 2 * theta[ahead - lag]!;
			}
			theta.push(centre ** 2 + variance * sum);
			if (!isMultiplied) {
				return (1 + variance) * theta[ahead]! - centre ** 2;
			}
			const seasons = period === 0 ? 0 : Math.floor(ahead / period);
			const grown = (1 + variance) * (1 + gamma ** 2 * variance) ** seasons;
			return effects[ahead]! ** 2 * (theta[ahead]! * grown - centre ** 2);
		});
	}
}

/** Parameters stay where the model makes sense by being logistic functions of what is searched. */
function searchSpace(form: EtsForm, first: EtsState) {
	const hasTrend = form.trend !== 'N';
	const isDamped = form.trend === 'Ad';
	const hasSeason = form.season !== 'N';
	const smoothing = 1 + (hasTrend ? 1 : 0) + (hasSeason ? 1 : 0) + (isDamped ? 1 : 0);
	const states = [
		...first.season.slice(1).map(effect => effect * stateScale),
		first.level * stateScale,
		...(hasTrend ? [first.slope * stateScale] : []),
	];
	const guess = (alpha: number, beta: number, gamma: number) => [
		logit(alpha),
		...(hasTrend ? [logit(beta)] : []),
		...(hasSeason ? [logit(gamma)] : []),
		...(isDamped ? [logit(0.9)] : []),
		...states,
	];
	return {
		origins: [guess(0.2, 0.1, 0.1), guess(0.7, 0.03, 0.05)],
		at(point: readonly number[]): {parameters: EtsParameters; start: EtsState} {
			let next = 0;
			const share = () => lowest + (1 - 2 * lowest) * logistic(point[next++]!);
			const alpha = share();
			const beta = hasTrend ? alpha * share() : 0;
			const gamma = hasSeason ? (1 - alpha) * share() : 0;
			const phi = isDamped ? dampingFrom + (dampingTo - dampingFrom) * share() : 1;
			const effects = point.slice(smoothing, smoothing + first.season.length - (hasSeason ? 1 : 0));
			const rest = effects.map(effect => effect / stateScale);
			const total = form.season === 'M' ? first.season.length : 0;
			const [level = 0, slope = 0] = point.slice(smoothing + effects.length);
			return {
				parameters: {alpha, beta, gamma, phi},
				start: {
					level: level / stateScale,
					slope: slope / stateScale,
					season: hasSeason ? [total - rest.reduce((sum, effect) => sum + effect, 0), ...rest] : [],
				},
			};
		},
	};
}

/** The bounds of R's `ets`. */
const lowest = 1e-4;
const dampingFrom = 0.8;
const dampingTo = 0.98;

/** States of a series whose mean is 1 are smaller than what the search takes steps of. */
const stateScale = 10;

function scaledState({level, slope, season}: EtsState, form: EtsForm, scale: number): EtsState {
	return {
		level: level * scale,
		slope: slope * scale,
		season: form.season === 'M' ? season : season.map(effect => effect * scale),
	};
}

function logistic(value: number): number {
	return 1 / (1 + Math.exp(-value));
}

function logit(share: number): number {
	return Math.log(share / (1 - share));
}
