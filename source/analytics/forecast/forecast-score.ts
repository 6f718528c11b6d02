import {symmetricError} from './score.ts';

/** A day, or another period, that came after it had been forecast. */
export type JudgedPeriod = {
	readonly mean: number;
	readonly lo80: number;
	readonly hi80: number;
	readonly actual: number;
	/** What seasonal-naive would have said from the same past. */
	readonly naive: number;
};

/** How forecasts did that were made before what they are about. */
export type ForecastScore =
	| {readonly status: 'collecting'; readonly periodsHave: number; readonly periodsNeeded: number}
	| {
			readonly status: 'ready';
			readonly periods: number;
			/** How many came inside the 80 % band. */
			readonly held80: number;
			/** Symmetric mean absolute percentage error, in percent, 0 to 200. */
			readonly smape: number;
			readonly naiveSmape: number;
			/** Mean of forecast − actual over the mean of the actual: above 0 it expects too much. */
			readonly bias: number;
	  };

/** Fewer say nothing of a band that should miss one in five. */
const periodsNeeded = 5;

/** Holds forecasts against what came. */
export function scoreForecasts(judged: readonly JudgedPeriod[]): ForecastScore {
	if (judged.length < periodsNeeded) {
		return {status: 'collecting', periodsHave: judged.length, periodsNeeded};
	}
	const sum = (pick: (period: JudgedPeriod) => number) =>
		judged.reduce((total, period) => total + pick(period), 0);
	const actual = sum(period => Math.abs(period.actual));
	return {
		status: 'ready',
		periods: judged.length,
		held80: judged.filter(({actual, lo80, hi80}) => actual >= lo80 && actual <= hi80).length,
		smape: sum(period => symmetricError(period.mean, period.actual)) / judged.length,
		naiveSmape: sum(period => symmetricError(period.naive, period.actual)) / judged.length,
		bias: actual === 0 ? 0 : sum(period => period.mean - period.actual) / actual,
	};
}
