import {messageOf} from '../../message-of.ts';
import {calibrated, forecastPoints, ownBands} from './bands.ts';
import {withClosedPeriods} from './closed-periods.ts';
import type {Backtest, Forecast, ReadyForecast, Trial} from './forecast.ts';
import type {ForecastModel} from './model.ts';
import {choiceInWords, verdictInWords} from './reason.ts';
import {type Outcome, originsFor, rollingOrigin, soundFit} from './rolling-origin.ts';
import {type Score, score} from './score.ts';
import {seasonalNaiveModel} from './seasonal-naive-model.ts';

export type ForecastTask = {
	/** Complete periods, oldest first. */
	readonly values: readonly number[];
	/** Periods in the season by which seasonal-naive repeats; 1 for none. */
	readonly season: number;
	/** Periods ahead. */
	readonly horizon: number;
	/** One that is asked for, or several to choose from, the simplest first. */
	readonly models: readonly ForecastModel[];
	/** Whether bands are made to hold what they promise on back-test; else they are the model's own. */
	readonly isCalibrated: boolean;
};

/** Seasons that must have passed before the difference from one to the next is worth a band. */
const seasonsNeeded = 3;

/** How much better a model must be than a simpler one to be preferred to it. */
const worthwhile = 0.01;

/**
 * Forecasts by the model that is asked for, or by the one with the smallest error on back-test, with
 * bands calibrated on the same back-test and its score beside that of seasonal-naive.
 *
 * @throws Error that says why, where the one model that is asked for breaks down on this series
 */
export function makeForecast(asked: ForecastTask): Forecast {
	const {values, season, horizon, isCalibrated} = asked;
	// A model with its own bands is the literature's in everything.
	const models = isCalibrated ? asked.models.map(model => withClosedPeriods(model, season)) : asked.models;
	const task = {...asked, models};
	const periodsNeeded = Math.max(
		seasonsNeeded * season,
		Math.min(...models.map(model => model.periodsNeeded)),
	);
	if (values.length < periodsNeeded) {
		return {status: 'collecting', periodsHave: values.length, periodsNeeded};
	}
	const able = models.filter(model => values.length >= model.periodsNeeded);
	if (values.every(value => value === values[0])) {
		return constantForecast(task, models.length > 1 ? able[0]!.name : models[0]!.name);
	}
	const tests = backtests(task, able);
	const ranked = tests.filter(test => test.outcomes !== undefined).toSorted(byError);
	for (const {model, outcomes, problem} of models.length > 1
		? inOrderOfChoice(tests, able)
		: tests.slice(0, 1)) {
		try {
			if (problem !== undefined) {
				throw new Error(problem);
			}
			const factors = isCalibrated && outcomes ? calibrated(outcomes) : ownBands;
			const points = forecastPoints(soundFit(model, values, horizon), values, factors);
			const backtest = tests.find(test => test.model === model)?.backtest;
			return {
				status: 'ready',
				model: model.name,
				history: values.length,
				points,
				backtest,
				reason:
					models.length > 1
						? choiceInWords(model.name, trialsOf(ranked, tests), values.length)
						: verdictInWords(model.name, backtest),
				trials: trialsOf(ranked, tests),
			};
		} catch (error) {
			if (models.length === 1) {
				throw error;
			}
		}
	}
	throw new Error(`no model could forecast these ${values.length} values`);
}

type Test = {
	readonly model: ForecastModel;
	readonly outcomes?: readonly Outcome[];
	readonly backtest?: Backtest;
	readonly problem?: string;
};

/** Every model on the same folds, with seasonal-naive among them to measure by. */
function backtests(
	{values, season, horizon, isCalibrated}: ForecastTask,
	models: readonly ForecastModel[],
): Test[] {
	const baseline = seasonalNaiveModel(season);
	const isMissing = !models.some(({name}) => name === baseline.name);
	const all = isMissing && values.length >= baseline.periodsNeeded ? [...models, baseline] : models;
	const {compared, origins} = comparable(all, values.length, horizon);
	if (!origins) {
		return all.map(model => ({model}));
	}
	const scored = compared.map(model => {
		try {
			const outcomes = rollingOrigin(values, model, origins);
			return {model, outcomes, score: score(outcomes, values, season, origins.horizon, isCalibrated)};
		} catch (error) {
			return {model, problem: messageOf(error)};
		}
	});
	const naive = scored.find(({model}) => model.name === baseline.name)?.score;
	const tests = scored.map(({score: own, ...test}) =>
		own && naive ? {...test, backtest: backtestOf(own, naive, origins.known.length, origins.horizon)} : test,
	);
	return [...tests, ...all.filter(model => !compared.includes(model)).map(model => ({model}))];
}

/** Fewer folds compare nothing. */
const fewestFolds = 4;

/** The models that can be compared on the same folds: those that need most wait for a longer series. */
function comparable(models: readonly ForecastModel[], length: number, horizon: number) {
	const compared = [...models];
	const need = () => Math.max(...compared.map(({periodsNeeded}) => periodsNeeded));
	let origins = originsFor(length, need(), horizon);
	while (compared.length > 2 && (origins?.known.length ?? 0) < fewestFolds) {
		const most = need();
		compared.splice(
			compared.findLastIndex(({periodsNeeded}) => periodsNeeded === most),
			1,
		);
		origins = originsFor(length, need(), horizon);
	}
	return {compared, origins};
}

function backtestOf(own: Score, naive: Score, folds: number, horizon: number): Backtest {
	return {
		folds,
		horizon,
		...own,
		baseline: {model: 'seasonal-naive', smape: naive.smape, mase: naive.mase},
	};
}

function byError(left: Test, right: Test): number {
	return (
		(left.backtest?.mase ?? Number.POSITIVE_INFINITY) - (right.backtest?.mase ?? Number.POSITIVE_INFINITY)
	);
}

/** The best first; but a simpler model goes before one that is hardly better. */
function inOrderOfChoice(tests: readonly Test[], simplestFirst: readonly ForecastModel[]): Test[] {
	const ranked = tests.filter(({problem}) => problem === undefined).toSorted(byError);
	const least = ranked[0]?.backtest?.mase;
	if (least === undefined) {
		return ranked;
	}
	const simplest = simplestFirst
		.map(model => ranked.find(test => test.model === model))
		.find(test => test?.backtest && test.backtest.mase <= least * (1 + worthwhile));
	return simplest ? [simplest, ...ranked.filter(test => test !== simplest)] : ranked;
}

function trialsOf(ranked: readonly Test[], tests: readonly Test[]): Trial[] {
	return [
		...ranked.flatMap(({model, backtest}) => (backtest ? [{model: model.name, backtest}] : [])),
		...tests.flatMap(({model, problem}) => (problem === undefined ? [] : [{model: model.name, problem}])),
	];
}

/** A series that never changed has nothing to fit, and no error to learn from. */
function constantForecast({values, horizon}: ForecastTask, model: string): ReadyForecast {
	const level = values[0]!;
	const point = {mean: level, lo80: level, hi80: level, lo95: level, hi95: level};
	return {
		status: 'ready',
		model,
		history: values.length,
		points: Array.from({length: horizon}, () => point),
		backtest: undefined,
		reason: 'every value so far is the same, so any model repeats it',
	};
}
