import type {Forecast} from '../analytics/forecast/forecast.ts';
import {parseModelChoice} from '../analytics/forecast/model-choice.ts';
import type {AnalysisInputs} from '../store/analysis-results.ts';
import type {Analysis} from './analysis.ts';
import {forecastJson} from './forecast-output.ts';
import {type DatabaseSubject, databaseSource, type ForecastSource} from './forecast-source.ts';

export type ForecastBands = 'calibrated' | 'model';

export type ForecastOptions = {
	/** As it is written: `auto`, `arima(5,1,0)`. */
	readonly model: string;
	/** Periods ahead. */
	readonly horizon: number;
	readonly bands: ForecastBands;
};

/** Fits models where no key waits for them. */
export async function forecastOf(
	{values, unit, firstDay}: ForecastSource,
	{model, horizon, bands}: ForecastOptions,
): Promise<Forecast> {
	// Models are of use to nobody else, so they load only here.
	const {fitForecast} = await import('../worker/fit-forecast.ts');
	return fitForecast({values, unit, firstDay, model: parseModelChoice(model), horizon, bands});
}

/** The subject under which daily forecasts are kept. */
export function dailySubject(of: DatabaseSubject): string {
	return `${of} per day`;
}

export function forecastInputs(of: DatabaseSubject, options: ForecastOptions): AnalysisInputs {
	const {model, horizon, bands} = options;
	return {command: 'forecast', flags: {of, model, horizon: String(horizon), bands}};
}

/** Today and a week: what the screen shows. */
const shownOptions: ForecastOptions = {model: 'auto', horizon: 8, bands: 'calibrated'};

const dailyForecast = (of: DatabaseSubject): Analysis => ({
	what: 'forecast',
	subject: dailySubject(of),
	inputs: forecastInputs(of, shownOptions),
	async run({store, zone, formats, asOf}) {
		const source = databaseSource(store, of, {zone, formats, moment: asOf});
		const forecast = await forecastOf(source, shownOptions);
		return {span: source.span, model: modelOf(forecast), result: forecastJson(forecast, source)};
	},
});

export const revenueForecast = dailyForecast('revenue');
export const ordersForecast = dailyForecast('orders');

export function modelOf(forecast: Forecast): string | undefined {
	return forecast.status === 'ready' ? forecast.model : undefined;
}
