import type {Analysed, BucketUnit, Forecast, ForecastRecord} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';

/** Which model spoke and how it scored, or what it still waits for. */
export function forecastNote(forecast: Forecast, unit: BucketUnit, formats: Formats): string {
	if (forecast.status === 'collecting') {
		return collectingNote(forecast.periodsHave, forecast.periodsNeeded, unit);
	}
	const {model, backtest} = forecast;
	if (backtest === undefined) {
		return model;
	}
	const {smape, baseline, coverage80} = backtest;
	const gain = baseline.smape > 0 ? 1 - smape / baseline.smape : 0;
	if (model !== baseline.model && Math.abs(gain) >= 0.005) {
		return gain > 0
			? `${model}, beats naive by ${formats.percent(gain, 0)}`
			: `${model}, loses to naive by ${formats.percent(-gain, 0)}`;
	}
	return `${model}, 80 % band held ${formats.percent(coverage80, 0)}`;
}

/** Why this model: `ets: sMAPE 7.1% against 8.8% of seasonal-naive over 16 folds`; one that loses says so. */
export function choiceNote(forecast: Forecast, formats: Formats): string | undefined {
	if (forecast.status === 'collecting' || !forecast.backtest) {
		return undefined;
	}
	const {model, backtest} = forecast;
	const {smape, baseline, folds} = backtest;
	const percent = (value: number) => formats.percent(value / 100);
	if (model === baseline.model) {
		return `${model}: sMAPE ${percent(smape)} over ${folds} folds, nothing did better`;
	}
	return smape > baseline.smape
		? `${model} loses to ${baseline.model}: sMAPE ${percent(smape)} against ${percent(baseline.smape)} over ${folds} folds`
		: `${model}: sMAPE ${percent(smape)} against ${percent(baseline.smape)} of ${baseline.model} over ${folds} folds`;
}

/**
 * How far off forecasts were that were made before the days, beside repeating the week before; from the longest
 * way to say it to the shortest.
 */
export function recordWords(
	{smape, naiveSmape}: Extract<ForecastRecord, {status: 'ready'}>,
	formats: Formats,
): readonly string[] {
	const [own, naive] = [smape, naiveSmape].map(value => formats.percent(value / 100));
	return smape > naiveSmape
		? [
				`It loses to seasonal-naive: off by ${own} a day, seasonal-naive by ${naive}`,
				`Off by ${own} a day, seasonal-naive only by ${naive}`,
				`Off by ${own}, naive only by ${naive}`,
			]
		: [
				`Off by ${own} a day; seasonal-naive would have been off by ${naive}`,
				`Off by ${own} a day, seasonal-naive by ${naive}`,
				`Off by ${own}, naive by ${naive}`,
			];
}

/**
 * Why there is no answer, or that it is empty.
 *
 * @param working what is said while it is worked out
 */
export function waitingWords(
	analysed: Analysed<unknown>,
	nothing: string,
	working = 'Being worked out…',
): string {
	switch (analysed.status) {
		case 'waiting':
			return analysed.unless === 'filtered'
				? 'Known of all sales only: Esc takes the filter away.'
				: analysed.unless === 'past'
					? 'Not worked out at that time.'
					: working;
		case 'failed':
			return `It failed: ${analysed.problem}`;
		case 'found':
			return nothing;
	}
}

/** How old an answer is, and why there is none newer. */
export function analysisNote({problem}: Extract<Analysed<unknown>, {status: 'found'}>, age = ''): string {
	return problem === undefined ? age : `${age}; the last run failed: ${problem}`;
}

export function collectingNote(have: number, needed: number, unit: BucketUnit): string {
	return `Collecting: ${have} of ${needed} ${unit}s`;
}
