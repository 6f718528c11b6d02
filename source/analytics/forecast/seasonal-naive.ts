import type {Backtest, Forecast, ForecastPoint} from './forecast.ts';

/** Quantiles of the standard normal distribution for the 80 and 95 % bands. */
const z80 = 1.2816;
const z95 = 1.96;

/** Seasons that must have passed before the error of a season is worth a band. */
const seasonsNeeded = 3;

const maxFolds = 8;

/**
 * Seasonal-naive forecast: each period repeats the one a season before.
 *
 * The band is mean ± z · σ · √k, where σ² is the mean squared seasonal difference of the history and
 * k counts the seasons ahead, 1 for the first (Hyndman and Athanasopoulos, "Forecasting: Principles
 * and Practice", 3rd ed., §5.5). Assumes differences of constant spread, uncorrelated and about
 * normal; the back-test says how far that holds. A series that is never negative gets no negative
 * bounds.
 *
 * @param history complete periods, oldest first
 * @param season periods in a season: 7 for days, 168 for hours
 * @param horizon periods ahead
 */
export function seasonalNaive(history: readonly number[], season: number, horizon: number): Forecast {
	const periodsNeeded = seasonsNeeded * season;
	if (history.length < periodsNeeded) {
		return {status: 'collecting', periodsHave: history.length, periodsNeeded};
	}
	return {
		status: 'ready',
		model: 'seasonal-naive',
		history: history.length,
		points: points(history, season, horizon),
		backtest: backtest(history, season, Math.min(horizon, season)),
	};
}

function points(history: readonly number[], season: number, horizon: number): ForecastPoint[] {
	const sigma = Math.sqrt(meanOf(seasonalDifferences(history, season).map(difference => difference ** 2)));
	const floor = history.every(value => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
	return Array.from({length: horizon}, (_, ahead) => {
		const mean = history[history.length - season + (ahead % season)]!;
		const spread = sigma * Math.sqrt(Math.floor(ahead / season) + 1);
		return {
			mean,
			lo80: Math.max(floor, mean - z80 * spread),
			hi80: mean + z80 * spread,
			lo95: Math.max(floor, mean - z95 * spread),
			hi95: mean + z95 * spread,
		};
	});
}

/**
 * Forecasts again from earlier points of the series and compares with what came (rolling origin).
 *
 * MASE is scaled by the seasonal-naive error inside the history of the last fold (Hyndman and
 * Koehler 2006), sMAPE is in percent of the mean of forecast and outcome.
 */
function backtest(history: readonly number[], season: number, horizon: number): Backtest | undefined {
	const shortest = 2 * season + 1;
	const folds = Math.min(maxFolds, Math.floor((history.length - shortest) / horizon));
	if (folds < 1) {
		return undefined;
	}
	const scale = meanOf(seasonalDifferences(history.slice(0, -horizon), season).map(Math.abs));
	const outcomes = Array.from({length: folds}, (_, fold) => {
		const origin = history.length - (folds - fold) * horizon;
		const forecast = points(history.slice(0, origin), season, horizon);
		return forecast.map((point, ahead) => ({point, actual: history[origin + ahead]!}));
	}).flat();
	const shareOf = (holds: (outcome: (typeof outcomes)[number]) => boolean) =>
		outcomes.filter(holds).length / outcomes.length;
	const smape = meanOf(outcomes.map(({point, actual}) => symmetricError(point.mean, actual)));
	return {
		folds,
		horizon,
		mase: meanOf(outcomes.map(({point, actual}) => Math.abs(actual - point.mean))) / (scale || 1),
		smape,
		coverage80: shareOf(({point, actual}) => actual >= point.lo80 && actual <= point.hi80),
		coverage95: shareOf(({point, actual}) => actual >= point.lo95 && actual <= point.hi95),
		baseline: {model: 'seasonal-naive', smape},
	};
}

function seasonalDifferences(history: readonly number[], season: number): number[] {
	return history.slice(season).map((value, index) => value - history[index]!);
}

/** In percent, 0 to 200; two zeros agree. */
function symmetricError(forecast: number, actual: number): number {
	const size = Math.abs(forecast) + Math.abs(actual);
	return size === 0 ? 0 : (200 * Math.abs(actual - forecast)) / size;
}

function meanOf(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
