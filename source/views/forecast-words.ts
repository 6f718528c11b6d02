import type {BucketUnit, Forecast} from '../dashboard/dashboard.ts';
import type {Formats} from '../format.ts';

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
	if (model !== baseline.model && gain >= 0.005) {
		return `${model}, beats naive by ${formats.percent(gain, 0)}`;
	}
	return `${model}, 80 % band held ${formats.percent(coverage80, 0)}`;
}

export function collectingNote(have: number, needed: number, unit: BucketUnit): string {
	return `Collecting: ${have} of ${needed} ${unit}s`;
}
