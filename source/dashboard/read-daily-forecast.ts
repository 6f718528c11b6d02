import type {Backtest, Forecast} from '../analytics/forecast/forecast.ts';
import {dayMs} from '../business-time.ts';
import {type JsonFields, jsonFields} from './json-fields.ts';

/** Money of the days from one on. */
export type DailyForecast = {
	readonly forecast: Forecast;
	/** The first day of it, in days since 1970-01-01. */
	readonly firstDay: number;
};

/** @throws Error where the JSON is not what `salesmon forecast` prints */
export function readDailyForecast(json: unknown): DailyForecast {
	const result = jsonFields(json);
	if (result.text('status') !== 'ready') {
		return {
			forecast: {
				status: 'collecting',
				periodsHave: result.number('history'),
				periodsNeeded: result.number('historyNeeded'),
			},
			firstDay: 0,
		};
	}
	const points = result.list('points');
	const firstDay = Date.parse(points[0]?.text('date') ?? '') / dayMs;
	if (!Number.isInteger(firstDay)) {
		throw new Error('its first day is no date');
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
		firstDay,
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
