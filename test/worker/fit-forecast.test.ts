import {afterAll, expect, test, vi} from 'vitest';
import type {ForecastRequest} from '../../source/analytics/forecast/forecast-request.ts';
import {parseModelChoice} from '../../source/analytics/forecast/model-choice.ts';
import {fitForecast, stopFitting} from '../../source/worker/fit-forecast.ts';
import {noisyWeeks, publishedSeries} from '../helpers/series.ts';

vi.setConfig({testTimeout: 60_000});

afterAll(stopFitting);

const request = (model: string, more: Partial<ForecastRequest> = {}): ForecastRequest => ({
	values: noisyWeeks(12, 40),
	unit: 'day',
	firstDay: 20_000,
	model: parseModelChoice(model),
	horizon: 7,
	bands: 'calibrated',
	...more,
});

test.each(['seasonal-naive', 'arima(5,1,0)', 'ets', 'mstl', 'prophet', 'auto'])(
	'%s comes back from the thread with a point a day, near the weekly shape',
	async name => {
		const forecast = await fitForecast(request(name));
		expect(forecast).toMatchObject({status: 'ready', history: 84});
		if (forecast.status === 'ready') {
			expect(name === 'auto' || forecast.model === name).toBe(true);
			expect(forecast.points).toHaveLength(7);
			for (const [day, {mean, lo95, hi95}] of forecast.points.entries()) {
				expect(Math.abs(mean - (1000 + 100 * day))).toBeLessThan(name.startsWith('arima') ? 500 : 150);
				expect(lo95).toBeLessThan(mean);
				expect(hi95).toBeGreaterThan(mean);
			}
		}
	},
);

test('the same request always gets the same forecast', async () => {
	expect(await fitForecast(request('prophet'))).toEqual(await fitForecast(request('prophet')));
});

test('several requests at once are all answered', async () => {
	const answers = await Promise.all(
		['mstl', 'prophet', 'mstl'].map(name => fitForecast(request(name, {horizon: 3}))),
	);
	expect(answers.map(answer => answer.status === 'ready' && answer.model)).toEqual([
		'mstl',
		'prophet',
		'mstl',
	]);
});

test('with its own bands ARIMA(5,1,0) on shampoo has the standard errors of R', async () => {
	const forecast = await fitForecast(
		request('arima(5,1,0)', {values: publishedSeries('shampoo'), unit: 'month', bands: 'model'}),
	);
	if (forecast.status !== 'ready') {
		throw new Error('the forecast is still collecting');
	}
	for (const [ahead, error] of [68.76, 69.1, 83.54, 88.78, 101.31, 111.34, 115.96].entries()) {
		const {mean, hi80, hi95} = forecast.points[ahead]!;
		expect((hi95 - mean) / 1.96 / error).toBeCloseTo(1, 2);
		expect((hi80 - mean) / 1.2816 / error).toBeCloseTo(1, 2);
	}
});

test('what cannot be forecast is an error that says why, and the thread lives on', async () => {
	const years = request('mstl', {unit: 'year'});
	await expect(fitForecast(years)).rejects.toThrow('mstl needs a series with a season');
	await expect(fitForecast(request('mstl'))).resolves.toMatchObject({status: 'ready'});
});

test('too little is collecting, and nothing sold is nothing to come', async () => {
	for (const name of ['prophet', 'mstl', 'auto', 'ets']) {
		expect(await fitForecast(request(name, {values: [5, 3, 4]}))).toMatchObject({
			status: 'collecting',
			periodsHave: 3,
		});
		expect(await fitForecast(request(name, {values: Array(60).fill(0)}))).toMatchObject({
			status: 'ready',
			points: Array(7).fill({mean: 0, lo80: 0, hi80: 0, lo95: 0, hi95: 0}),
		});
	}
});

test('months of passengers: every model follows the season, prophet by the calendar', async () => {
	// What came in 1960, which the models do not see.
	const all = publishedSeries('airpassengers');
	for (const name of ['ets', 'mstl', 'prophet']) {
		const forecast = await fitForecast(
			request(name, {
				values: all.slice(0, 132),
				unit: 'month',
				firstDay: Date.UTC(1949, 0, 1) / 864e5,
				horizon: 12,
			}),
		);
		if (forecast.status !== 'ready') {
			throw new Error('the forecast is still collecting');
		}
		const errors = forecast.points.map(({mean}, ahead) => Math.abs(mean / all[132 + ahead]! - 1));
		expect(errors.reduce((sum, error) => sum + error, 0) / 12).toBeLessThan(0.1);
	}
});
