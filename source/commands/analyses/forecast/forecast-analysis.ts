import type {Forecast} from '../../../analytics/forecast/forecast.ts';
import {parseModelChoice} from '../../../analytics/forecast/model-choice.ts';
import type {AnalysisInputs} from '../../../store/analysis-results.ts';
import type {Analysis} from '../analysis.ts';
import {forecastJson} from './forecast-output.ts';
import {
	type DatabaseSubject,
	type DatabaseUnit,
	databaseSource,
	type ForecastSource,
} from './forecast-source.ts';

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
	const {fitForecast} = await import('../../../worker/fit-forecast.ts');
	return fitForecast({values, unit, firstDay, model: parseModelChoice(model), horizon, bands});
}

/** What of a database is forecast. */
export type ForecastSubject = {readonly of: DatabaseSubject; readonly unit: DatabaseUnit};

/** How forecasts are called where they are kept. */
export function subjectName({of, unit}: ForecastSubject): string {
	return `${of} per ${unit}`;
}

/** An hour is named, a day goes without saying. */
export function forecastInputs({of, unit}: ForecastSubject, options: ForecastOptions): AnalysisInputs {
	const {model, horizon, bands} = options;
	return {
		command: 'forecast',
		flags: {of, ...(unit === 'day' ? {} : {by: unit}), model, horizon: String(horizon), bands},
	};
}

function forecastAnalysis(subject: ForecastSubject, options: ForecastOptions): Analysis {
	return {
		what: 'forecast',
		subject: subjectName(subject),
		inputs: forecastInputs(subject, options),
		async run({store, zone, formats, asOf}) {
			const {of, unit} = subject;
			const source = databaseSource(store, of, {unit, zone, formats, moment: asOf});
			const forecast = await forecastOf(source, options);
			return {span: source.span, model: modelOf(forecast), result: forecastJson(forecast, source)};
		},
	};
}

/** Today and the days up to its weekday: the screen and the command say the same of them. */
export const usualHorizon = 7;

const daily: ForecastOptions = {model: 'auto', horizon: usualHorizon, bands: 'calibrated'};

/** As far as the screen may look ahead before the next run; the one model that is quick on long series. */
const hourly: ForecastOptions = {model: 'mstl', horizon: 36, bands: 'calibrated'};

export const revenueForecast = forecastAnalysis({of: 'revenue', unit: 'day'}, daily);
export const ordersForecast = forecastAnalysis({of: 'orders', unit: 'day'}, daily);
export const hourlyForecast = forecastAnalysis({of: 'revenue', unit: 'hour'}, hourly);

/** The model that was chosen; nothing while there is too little to choose by. */
export function modelOf(forecast: Forecast): string | undefined {
	return forecast.status === 'ready' ? forecast.model : undefined;
}
