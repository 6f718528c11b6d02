import type {Backtest, Forecast} from '../analytics/forecast/forecast.ts';
import {type JsonFields, jsonFields} from './json-fields.ts';

/** A forecast that knows when it begins. */
export type DatedForecast = {
	readonly forecast: Forecast;
	/** Local time of the first day or hour of it, in milliseconds. */
	readonly startsAt: number;
};

/** @throws Error where the JSON is not what `salesmon forecast` prints */
export function readDatedForecast(json: unknown): DatedForecast {
	const result = jsonFields(json);
	if (result.text('status') !== 'ready') {
		return {
			forecast: {
				status: 'collecting',
				periodsHave: result.number('history'),
				periodsNeeded: result.number('historyNeeded'),
			},
			startsAt: 0,
		};
	}
	const points = result.list('points');
	const [date = '', time = '00:00'] = points[0]?.text('date').split('T') ?? [];
	const startsAt = Date.parse(`${date}T${time}Z`);
	if (Number.isNaN(startsAt)) {
		throw new Error('its first period is no date');
	}
	return {
		forecast: {
			status: 'ready',
			model: result.text('model'),
			history: result.number('history'),
			points: points.map(({money}) => ({
				mean: money('mean'),
				lo80: money('lo80'),
				hi80: money('hi80'),
				lo95: money('lo95'),
				hi95: money('hi95'),
			})),
			backtest: result.has('backtest') ? backtestOf(result.object('backtest')) : undefined,
			reason: result.textOr('reason', ''),
		},
		startsAt,
	};
}

function backtestOf({number, object}: JsonFields): Backtest {
	return {
		folds: number('folds'),
		horizon: number('horizon'),
		mase: number('mase'),
		smape: number('smape'),
		coverage80: number('coverage80'),
		coverage95: number('coverage95'),
		baseline: {model: 'seasonal-naive', smape: object('baseline').number('smape')},
	};
}
