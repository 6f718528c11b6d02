import {expect, test} from 'vitest';
import {dayMs, hourMs} from '../../source/business-time.ts';
import {type Analyses, noAnalyses} from '../../source/dashboard/analyses.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testStore, testStoreWithReader} from '../helpers/store.ts';
import {now} from './busy-shop.ts';

test('a shop that is watched from before its first sale on is forecast by the same days as one opened later', async () => {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	const live = openDashboardReader(store);
	await live.read(presentScope('30d'), now);
	for (let day = 0; day < 25; day++) {
		const at = now + day * dayMs;
		recorder.record('test', [order({at, units: 1 + (day % 7)})]);
		const followed = await live.read(presentScope('30d'), at + 1);
		const anew = await openDashboardReader(store).read(presentScope('30d'), at + 1);
		expect(followed.forecast).toEqual(anew.forecast);
		expect(followed.forecast.status).toBe(day < 22 ? 'collecting' : 'ready');
	}
});

test('what a better model has said of the days takes the place of the week before, today by what was sold', async () => {
	const {store, reader} = testStoreWithReader('UTC');
	const today = Date.UTC(2026, 10, 20);
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 40}, (_, day) => order({at: today - day * dayMs + 12 * hourMs})),
	);
	const point = {mean: 100, lo80: 90, hi80: 110, lo95: 80, hi95: 120};
	const said = (startsAt: number): Analyses => ({
		...noAnalyses,
		revenueForecast: {
			...{status: 'found', madeAt: today, asOf: today, model: 'ets', problem: undefined},
			result: {
				forecast: {
					...{status: 'ready', model: 'ets', history: 39, backtest: undefined},
					points: Array.from({length: 8}, () => point),
				},
				startsAt,
			},
		},
	});
	const forecastAt = async (startsAt: number) => {
		const dashboard = await openDashboardReader(reader, {analysesAt: () => said(startsAt)}).read(
			presentScope('24h'),
			today + 18 * hourMs,
		);
		const {forecast, forecastStarts} = dashboard;
		return forecast.status === 'ready' ? {...forecast, starts: forecastStarts} : undefined;
	};
	const soldToday = 540_000;
	expect(await forecastAt(today)).toMatchObject({
		model: 'ets',
		points: {length: 8, 0: {mean: soldToday}, 1: point},
	});
	// Made yesterday, before midnight: its first day has passed.
	expect((await forecastAt(today - dayMs))?.points).toHaveLength(7);
	expect((await forecastAt(today - dayMs))?.starts).toHaveLength(7);
	expect((await forecastAt(today - 2 * dayMs))?.model).toBe('seasonal-naive');
	expect((await forecastAt(today + dayMs))?.model).toBe('seasonal-naive');
});

test('what is over at the moment that is asked for is not forecast, though the trend ends with it', async () => {
	const store = testStore('UTC');
	const today = Date.UTC(2026, 10, 20);
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 40}, (_, day) => order({at: today - day * dayMs + 12 * hourMs})),
	);
	const {trend, forecast, forecastStarts} = await openDashboardReader(store).read(
		{...presentScope('30d'), asOf: today},
		today + 18 * hourMs,
	);
	expect(forecast).toMatchObject({status: 'ready', points: {length: 7}});
	expect(forecastStarts[0]).toBe(today);
	expect(trend.points.at(-1)!.from).toBe(today - dayMs);
	expect(trend.outlookStarts[0]).toBe(today - dayMs);
});
