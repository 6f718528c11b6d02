import type {Fit, ForecastModel} from './model.ts';

/** What a model said about a period that it had not seen, and what came. */
export type Outcome = {
	/** How many periods were known when it was said. */
	readonly origin: number;
	readonly mean: number;
	readonly deviation: number;
	readonly actual: number;
};

/** Where back-tests begin and how far each looks. */
export type Origins = {readonly known: readonly number[]; readonly horizon: number};

const fewFolds = 16;
const mostFolds = 48;

/** Outcomes that are enough to calibrate bands on. */
const wantedOutcomes = 112;

/** Every fold knows at least this share of the series, so that models are not judged as beginners. */
const leastKnown = 0.4;

/**
 * Chooses the starting points of a back-test: evenly spaced, the last right before the end of the
 * series, no farther apart than the horizon. A horizon of more than half of what is left to test on is cut.
 *
 * @param length periods in the series
 * @param needed periods that every fold must know
 * @returns undefined where the series is too short for even one
 */
export function originsFor(length: number, needed: number, horizon: number): Origins | undefined {
	const room = length - Math.max(needed, Math.floor(leastKnown * length));
	if (room < 1) {
		return undefined;
	}
	const tested = Math.min(horizon, Math.ceil(room / 2));
	const wanted = Math.max(fewFolds, Math.min(mostFolds, Math.ceil(wantedOutcomes / tested)));
	const step = Math.max(1, Math.min(tested, Math.floor((room - tested) / (wanted - 1))));
	const folds = Math.min(wanted, Math.floor((room - tested) / step) + 1);
	return {
		known: Array.from({length: folds}, (_, fold) => length - tested - (folds - 1 - fold) * step),
		horizon: tested,
	};
}

/**
 * Forecasts again from earlier points of the series and compares with what came (rolling origin:
 * Tashman 2000, International Journal of Forecasting 16, 437–450).
 *
 * @throws Error where the model breaks down in a fold
 */
export function rollingOrigin(values: readonly number[], model: ForecastModel, origins: Origins): Outcome[] {
	const settled = model.settledOn?.(values.slice(0, origins.known[0])) ?? model;
	return origins.known.flatMap(origin => {
		const fit = soundFit(settled, values.slice(0, origin), origins.horizon);
		return fit.means.map((mean, ahead) => ({
			origin,
			mean,
			deviation: fit.deviations[ahead]!,
			actual: values[origin + ahead]!,
		}));
	});
}

/** How many times the whole range of a series a forecast may leave it before it is nonsense. */
const mostRanges = 20;

/**
 * Fits and checks: every number finite, no negative deviation, nothing absurdly far from the series.
 *
 * @throws Error that says what is wrong
 */
export function soundFit(model: ForecastModel, values: readonly number[], horizon: number): Fit {
	if (values.every(value => value === values[0])) {
		// Nothing to fit, and some methods crash on it.
		return {means: Array(horizon).fill(values[0]!), deviations: Array(horizon).fill(0)};
	}
	const fit = model.fit(values, horizon);
	const low = values.reduce((least, value) => Math.min(least, value));
	const high = values.reduce((most, value) => Math.max(most, value));
	const reach = mostRanges * (high - low || Math.abs(high) || 1);
	const isSound =
		fit.means.length === horizon &&
		fit.deviations.length === horizon &&
		fit.means.every(mean => mean >= low - reach && mean <= high + reach) &&
		fit.deviations.every(deviation => deviation >= 0 && deviation <= 10 * reach);
	if (!isSound) {
		throw new Error(`${model.name} gives no sensible values for this series`);
	}
	return fit;
}
