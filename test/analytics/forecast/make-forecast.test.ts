import {expect, test} from 'vitest';
import {arimaModel} from '../../../source/analytics/forecast/arima/arima-model.ts';
import {parseArimaOrder} from '../../../source/analytics/forecast/arima/arima-order.ts';
import {etsModel} from '../../../source/analytics/forecast/ets/ets-model.ts';
import type {Forecast} from '../../../source/analytics/forecast/forecast.ts';
import {makeForecast} from '../../../source/analytics/forecast/make-forecast.ts';
import type {ForecastModel} from '../../../source/analytics/forecast/model.ts';
import {seasonalNaiveModel} from '../../../source/analytics/forecast/seasonal-naive-model.ts';
import {noisyWeeks, normals, publishedSeries} from '../../helpers/series.ts';

const classic = arimaModel(parseArimaOrder('arima(5,1,0)')!);

function ready(forecast: Forecast) {
	if (forecast.status !== 'ready') {
		throw new Error('the forecast is still collecting');
	}
	return forecast;
}

function forecast(values: readonly number[], models: readonly ForecastModel[], isCalibrated = true) {
	return ready(makeForecast({values, season: 7, horizon: 7, models, isCalibrated}));
}

/** Says the same whatever the series. */
function stubborn(name: string, mean: number, deviation: number): ForecastModel {
	return {
		name,
		periodsNeeded: 10,
		fit: (_, horizon) => ({means: Array(horizon).fill(mean), deviations: Array(horizon).fill(deviation)}),
	};
}

test('bands nest, contain the mean and are never negative for a series that never was', () => {
	const values = noisyWeeks(10, 700).map(value => Math.max(0, value - 800));
	for (const model of [seasonalNaiveModel(7), classic, etsModel(7)]) {
		for (const {mean, lo80, hi80, lo95, hi95} of forecast(values, [model]).points) {
			expect([lo95, lo80, mean, hi80, hi95].toSorted((a, b) => a - b)).toEqual([
				lo95,
				lo80,
				mean,
				hi80,
				hi95,
			]);
			expect(lo95).toBeGreaterThanOrEqual(0);
		}
	}
});

test('own bands are the model’s: 1.2816 and 1.96 deviations', () => {
	const values = noisyWeeks(12, 40);
	const {points} = forecast(values, [stubborn('flat', 1300, 50)], false);
	expect(points[0]).toEqual({
		mean: 1300,
		lo80: 1300 - 1.2816 * 50,
		hi80: 1300 + 1.2816 * 50,
		lo95: 1300 - 1.96 * 50,
		hi95: 1300 + 1.96 * 50,
	});
});

test('bands that are ten times too narrow or too wide are calibrated to what came', () => {
	const normal = normals(11);
	const values = Array.from({length: 400}, () => 1000 + 50 * normal());
	const widths = [5, 50, 500].map(deviation => {
		const {points, backtest} = forecast(values, [stubborn('level', 1000, deviation)]);
		expect(backtest!.coverage80).toBeGreaterThan(0.7);
		expect(backtest!.coverage80).toBeLessThan(0.9);
		expect(backtest!.coverage95).toBeGreaterThan(0.88);
		return points[0]!.hi80 - points[0]!.mean;
	});
	for (const width of widths) {
		expect(width).toBeGreaterThan(50 * 0.75);
		expect(width).toBeLessThan(50 * 2.2);
	}
	// Without calibration the back-test tells.
	expect(forecast(values, [stubborn('level', 1000, 5)], false).backtest!.coverage80).toBeLessThan(0.25);
});

test('MASE, sMAPE and coverage are what their definitions say', () => {
	// A season of 1, so the baseline error inside the history is the mean step, which is 2.
	const values = Array.from({length: 40}, (_, index) => 100 + (index % 2 === 0 ? 0 : 2));
	const {backtest} = ready(
		makeForecast({values, season: 1, horizon: 2, models: [stubborn('flat', 101, 10)], isCalibrated: false}),
	);
	expect(backtest!.mase).toBeCloseTo(1 / 2, 9);
	expect(backtest!.smape).toBeCloseTo((200 / 201 + 200 / 203) / 2, 9);
	expect(backtest).toMatchObject({horizon: 2, coverage80: 1, coverage95: 1});
	expect(backtest!.baseline.model).toBe('seasonal-naive');
});

test('of several models the one with the smallest error is taken, and the reason names the others', () => {
	const {model, reason, trials} = forecast(noisyWeeks(20, 60), [
		seasonalNaiveModel(7),
		stubborn('high', 5000, 50),
		etsModel(7),
	]);
	expect(model).toBe('ets');
	expect(reason).toMatch(
		/^ets had the smallest error of 3 models on 16 back-tests of 7: MASE 0\.\d\d; seasonal-naive/,
	);
	expect(trials!.map(trial => trial.model)).toEqual(['ets', 'seasonal-naive', 'high']);
});

test('a model that loses to seasonal-naive says so, one that wins says by how much', () => {
	const weeks = noisyWeeks(20, 60);
	expect(forecast(weeks, [stubborn('flat', 1300, 50)]).reason).toMatch(
		/it loses to seasonal-naive: its error was \d+ % larger/,
	);
	expect(forecast(weeks, [etsModel(7)]).reason).toMatch(/its error was \d+ % smaller than seasonal-naive’s/);
});

test('a model that breaks down fails with its reason when asked for, and is passed over otherwise', () => {
	const broken: ForecastModel = {
		name: 'broken',
		periodsNeeded: 10,
		fit: (_, horizon) => ({means: Array(horizon).fill(Number.NaN), deviations: Array(horizon).fill(1)}),
	};
	const wild = stubborn('wild', 1e9, 1);
	const weeks = noisyWeeks(20, 60);
	expect(() => forecast(weeks, [broken])).toThrow('broken gives no sensible values');
	expect(() => forecast(weeks, [wild])).toThrow('wild gives no sensible values');
	const {model, reason, trials} = forecast(weeks, [seasonalNaiveModel(7), broken]);
	expect(model).toBe('seasonal-naive');
	expect(reason).toContain('failed: broken');
	expect(trials!.at(-1)).toMatchObject({
		model: 'broken',
		problem: expect.stringContaining('no sensible values'),
	});
});

test('too little is collecting: three seasons, and what the model itself needs', () => {
	const needed = (values: readonly number[], season: number) =>
		makeForecast({values, season, horizon: 7, models: [classic], isCalibrated: true});
	expect(needed(Array(20).fill(1), 7)).toEqual({status: 'collecting', periodsHave: 20, periodsNeeded: 21});
	expect(needed(publishedSeries('shampoo').slice(0, 11), 1)).toMatchObject({
		status: 'collecting',
		periodsNeeded: 20,
	});
	expect(needed([], 7)).toMatchObject({status: 'collecting', periodsHave: 0});
});

test('a shop that sold nothing yet, or always the same, gets that with certainty', () => {
	for (const level of [0, 250]) {
		const {points, backtest} = forecast(Array(60).fill(level), [seasonalNaiveModel(7), classic, etsModel(7)]);
		expect(points).toHaveLength(7);
		expect(points[6]).toEqual({mean: level, lo80: level, hi80: level, lo95: level, hi95: level});
		expect(backtest).toBeUndefined();
	}
});

test('a shop that began with zeros, and one that is closed on Sundays, get finite forecasts', () => {
	const late = noisyWeeks(12, 60).map((value, index) => (index < 40 ? 0 : value));
	const closed = noisyWeeks(12, 60).map((value, index) => (index % 7 === 6 ? 0 : value));
	for (const values of [late, closed]) {
		for (const model of [seasonalNaiveModel(7), classic, etsModel(7)]) {
			for (const point of forecast(values, [model]).points) {
				expect(Object.values(point).every(Number.isFinite)).toBe(true);
			}
		}
	}
});

test('scale carries over to points and leaves the back-test as it is', () => {
	const values = noisyWeeks(12, 80);
	for (const model of [seasonalNaiveModel(7), classic]) {
		const one = forecast(values, [model]);
		const other = forecast(
			values.map(value => value * 10_000),
			[model],
		);
		expect(other.points[3]!.mean / one.points[3]!.mean).toBeCloseTo(10_000, 0);
		expect(other.points[3]!.hi95 / one.points[3]!.hi95).toBeCloseTo(10_000, 0);
		expect(other.backtest!.mase).toBeCloseTo(one.backtest!.mase, 3);
	}
});

test('models that need nearly all of a short series wait; the others are compared', () => {
	const hungry: ForecastModel = {...stubborn('hungry', 1, 1), periodsNeeded: 36};
	const {model, reason} = ready(
		makeForecast({
			values: publishedSeries('shampoo'),
			season: 12,
			horizon: 7,
			models: [seasonalNaiveModel(12), classic, hungry],
			isCalibrated: true,
		}),
	);
	expect(model).toBe('arima(5,1,0)');
	expect(reason).toMatch(/^arima\(5,1,0\) had the smallest error of 2 models on 6 back-tests of 6/);
});

test('a day of the week on which nothing was sold for four weeks is forecast as closed, by any model', () => {
	const values = noisyWeeks(12, 60).map((value, index) => (index % 7 === 5 ? 0 : value));
	for (const model of [seasonalNaiveModel(7), classic]) {
		const {points, backtest} = forecast(values, [model]);
		expect(points[5]).toEqual({mean: 0, lo80: 0, hi80: 0, lo95: 0, hi95: 0});
		expect(points[4]!.lo95).toBeGreaterThan(0);
		expect(backtest!.coverage80).toBeGreaterThan(0.7);
	}
	// As the literature has it, the model knows of no closed days.
	expect(forecast(values, [classic], false).points[5]!.hi95).toBeGreaterThan(0);
});
