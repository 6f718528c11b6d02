import type {Money} from '../money.ts';
import {type JsonFields, jsonFields} from './json-fields.ts';

/** How forecasts did that were made before the days that they are about. */
export type ForecastRecord =
	| {readonly status: 'collecting'; readonly periodsHave: number; readonly periodsNeeded: number}
	| {
			readonly status: 'ready';
			/** How many days came inside the 80 % band. */
			readonly held80: number;
			/** In percent, 0 to 200, also of what repeats the week before. */
			readonly smape: number;
			readonly naiveSmape: number;
			/** The latest last. */
			readonly days: readonly JudgedDay[];
	  };

export type JudgedDay = {
	/** When it began, in UTC milliseconds. */
	readonly from: number;
	readonly mean: Money;
	readonly lo80: Money;
	readonly hi80: Money;
	readonly actual: Money;
	readonly model: string;
	/** Whether it was made before the day; else afterwards, from what was known before. */
	readonly isKept: boolean;
};

/** @throws Error where the JSON is not what the analysis forecast-score finds */
export function readForecastScore(json: unknown): ForecastRecord {
	const {text, number, list} = jsonFields(json);
	return text('status') === 'ready'
		? {
				status: 'ready',
				held80: number('held80'),
				smape: number('smape'),
				naiveSmape: number('naiveSmape'),
				days: list('days').map(judgedDay),
			}
		: {status: 'collecting', periodsHave: number('periodsHave'), periodsNeeded: number('periodsNeeded')};
}

function judgedDay({text, money}: JsonFields): JudgedDay {
	return {
		from: Date.parse(text('from')),
		mean: money('mean'),
		lo80: money('lo80'),
		hi80: money('hi80'),
		actual: money('actual'),
		model: text('model'),
		isKept: text('origin') === 'kept',
	};
}
