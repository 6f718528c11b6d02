import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeEach, expect, type MockInstance, onTestFinished, test, vi} from 'vitest';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {forecast} from '../../source/commands/forecast.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {stopFitting} from '../../source/worker/fit-forecast.ts';
import {foundAnalysis} from '../helpers/analyses.ts';
import {line, order, product} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';

const shampoo = path.join(import.meta.dirname, '../fixtures/series/shampoo.csv');

let stdout: MockInstance<typeof console.log>;
let stderr: MockInstance<typeof console.error>;

beforeEach(() => {
	stdout = vi.spyOn(console, 'log').mockImplementation(() => {});
	stderr = vi.spyOn(console, 'error').mockImplementation(() => {});
	return () => {
		vi.restoreAllMocks();
	};
});

afterAll(stopFitting);

async function run(...argv: readonly string[]) {
	stdout.mockClear();
	const code = await forecast.run(parseCommandLine(forecast, [...argv, '--locale', 'en-GB']));
	return {code, out: stdout.mock.calls.flat().join('\n'), err: stderr.mock.calls.flat().join('\n')};
}

/** A shop that sells on each day, from noon of the first one on, as many pans for 10.50 as its number in the week. */
function shop(days: number): string {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const pan = product({price: 105_000});
	const orders = Array.from({length: days}, (_, day) =>
		order({
			at: Date.UTC(2026, 5, 1 + day, 10),
			lines: [line({product: pan, quantity: 1 + (day % 7)})],
		}),
	);
	openOrderRecorder(store).record('test', orders, []);
	store.close();
	return file;
}

test('shampoo as JSON is the contract, with numbers and the labels of the file', async () => {
	const {code, out} = await run('--input', shampoo, '--model', 'arima(5,1,0)', '--format', 'json');
	const {status, model, unit, history, points, backtest, reason} = JSON.parse(out);
	expect([code, status, model, unit, history]).toEqual([0, 'ready', 'arima(5,1,0)', 'month', 36]);
	expect(points).toHaveLength(7);
	expect(Object.keys(points[0])).toEqual(['date', 'mean', 'lo80', 'hi80', 'lo95', 'hi95']);
	expect(points[0].date).toBe('4-01');
	expect(points[0].mean).toBeCloseTo(561.17, 1);
	expect((points[6].hi95 - points[6].mean) / 1.96).toBeCloseTo(115.96, 1);
	expect(Object.keys(backtest)).toEqual([
		'folds',
		'horizon',
		'mase',
		'smape',
		'coverage80',
		'coverage95',
		'baseline',
	]);
	expect(backtest.baseline.model).toBe('seasonal-naive');
	expect(reason).toContain('smaller than seasonal-naive');
});

test('a table says what, by which model, from how much, and how it did before', async () => {
	const {out} = await run('--input', shampoo, '--model', 'arima(5,1,0)', '--horizon', '2');
	expect(out.split('\n').slice(0, 5)).toEqual([
		'Forecast of Sales of shampoo over a three year period by arima(5,1,0), from 36 months',
		'',
		'month    mean  80 % from      to  95 % from      to',
		'4-01   561.17     473.04  649.30     426.40  695.95',
		'4-02   671.02     582.46  759.58     535.58  806.46',
	]);
	expect(out).toContain('model            MASE   sMAPE  in 80 %  in 95 %');
});

test('CSV goes to a file by its name', async () => {
	const file = path.join(testFolder(), 'next.csv');
	const {out} = await run('--input', shampoo, '--model', 'arima(5,1,0)', '--horizon', '1', '--out', file);
	expect(out).toBe('');
	const [head, row] = readFileSync(file, 'utf8').split('\n');
	expect(head).toBe('date,mean,lo80,hi80,lo95,hi95');
	expect(row).toMatch(/^4-01,561\.17\d*,/);
});

test('the database: complete days only, the first and today left out, money as decimal strings', async () => {
	const database = shop(30);
	// The 30th of June is not over.
	const json = await run(
		'--db',
		database,
		'--as-of',
		'2026-06-30 18:00',
		'--model',
		'seasonal-naive',
		'--format',
		'json',
	);
	const {history, points} = JSON.parse(json.out);
	expect(history).toBe(28);
	expect(points.map(({date, mean}: {date: string; mean: string}) => [date, mean])).toEqual([
		['2026-06-30', '21.0000'],
		['2026-07-01', '31.5000'],
		['2026-07-02', '42.0000'],
		['2026-07-03', '52.5000'],
		['2026-07-04', '63.0000'],
		['2026-07-05', '73.5000'],
		['2026-07-06', '10.5000'],
	]);
	const orders = await run(
		'--db',
		database,
		'--of',
		'orders',
		'--as-of',
		'2026-06-30',
		'--format',
		'csv',
		'--horizon',
		'1',
	);
	expect(orders.out).toBe('date,mean,lo80,hi80,lo95,hi95\n2026-07-01,1,1,1,1,1');
});

test('by the hour: complete hours of the business zone, with their local time, to the end of the change of clocks', async () => {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	// From Monday the 28th of September on, at each noon of Paris twelve pans are sold.
	const noons = Array.from({length: 40}, (_, day) => Date.UTC(2026, 8, 28 + day, day < 27 ? 10 : 11));
	openOrderRecorder(store).record(
		'test',
		noons.map(at => order({at, lines: [line({quantity: 12, unitPrice: 10_000})]})),
		[],
	);
	store.close();
	const {out} = await run(
		...['--db', file, '--by', 'hour', '--as-of', '2026-11-06 11:20', '--model', 'seasonal-naive'],
		...['--horizon', '4', '--format', 'csv', '--no-keep'],
	);
	expect(out.split('\n').map(row => row.split(',').slice(0, 2))).toEqual([
		['date', 'mean'],
		['2026-11-06T11:00', '0.0000'],
		['2026-11-06T12:00', '12.0000'],
		['2026-11-06T13:00', '0.0000'],
		['2026-11-06T14:00', '0.0000'],
	]);
});

test('sales of long ago are forecast from their last day on, and that is told', async () => {
	const {out, err} = await run(
		'--db',
		shop(30),
		'--as-of',
		'2026-09-01',
		'--model',
		'seasonal-naive',
		'--format',
		'csv',
	);
	expect(out.split('\n')[1]).toMatch(/^2026-07-01,31\.5000,/);
	expect(err).toContain('the last sale was on 2026-06-30: the forecast begins the day after');
});

test('too few days is collecting, as a table, as JSON and as CSV', async () => {
	const database = shop(5);
	const asOf = ['--db', database, '--as-of', '2026-06-05'];
	expect((await run(...asOf)).out).toBe('Collecting revenue: 4 of 21 complete days that a forecast needs');
	expect(JSON.parse((await run(...asOf, '--format', 'json')).out)).toEqual({
		status: 'collecting',
		unit: 'day',
		history: 4,
		historyNeeded: 21,
	});
	expect((await run(...asOf, '--format', 'csv')).out).toBe('date,mean,lo80,hi80,lo95,hi95');
});

test('what cannot be is named, with what to do', async () => {
	const messy = path.join(testFolder(), 'messy.csv');
	writeFileSync(messy, 'name,city\nAnna,Rome\nBen,Paris\n');
	await expect(run('--model', 'lstm')).rejects.toThrow(
		'unknown model "lstm": there are auto, seasonal-naive',
	);
	await expect(run('--horizon', '0')).rejects.toThrow(
		'--horizon 0: write a whole number of periods from 1 to 366',
	);
	await expect(run('--horizon', '7.5')).rejects.toThrow('--horizon 7.5: write a whole number');
	await expect(run('--of', 'cats')).rejects.toThrow('--of cats: the database has revenue and orders');
	await expect(run('--input', '/no/such.csv')).rejects.toThrow(
		'cannot read --input /no/such.csv: there is no such file',
	);
	await expect(run('--input', messy)).rejects.toThrow(
		'it has no column of numbers: give a CSV of dates and values',
	);
	await expect(run('--input', shampoo, '--of', 'tea')).rejects.toThrow(
		'it has no column "tea": there are Month, Sales',
	);
	await expect(run('--db', shop(1), '--as-of', 'soon')).rejects.toThrow(
		'soon: write a date such as 2026-11-20, or a moment',
	);
	await expect(run('--input', shampoo, '--as-of', '2026-01-01')).rejects.toThrow(
		'--as-of is about the database',
	);
});

test('today is told by what it has brought, as the screen shows it', async () => {
	const file = shop(60);
	// A pan at noon of each day, six on the last: in the afternoon nothing more is usual.
	const then = '2026-07-30T15:00:00Z';
	const {out} = await run('--db', file, '--as-of', then, '--model', 'seasonal-naive', '--format', 'json');
	const {points, today} = JSON.parse(out);
	const store = openStoreToRead(file);
	onTestFinished(() => store.close());
	const analyses = foundAnalysis('forecast', JSON.parse(out), Date.parse(then));
	const {forecast: shown} = await openDashboardReader(store, {analysesAt: () => analyses}).read(
		presentScope('24h'),
		Date.parse(then),
	);
	const decimal = (amount: number) => amount.toFixed(4);
	expect(today).toMatchObject({date: '2026-07-30', soFar: '42.0000', mean: '42.0000'});
	expect(points[0]).toMatchObject({date: '2026-07-30', mean: '42.0000'});
	expect(shown.status === 'ready' && shown.points.map(({mean}) => decimal(mean / 10_000))).toEqual([
		today.mean,
		...points.slice(1).map(({mean}: {mean: string}) => mean),
	]);
	const {out: words} = await run('--db', file, '--as-of', then, '--model', 'seasonal-naive');
	expect(words).toContain('2026-07-30 has brought €42 so far; with its rest €42, in 80 % from €42 to €42');
	const {out: atNight} = await run('--db', file, '--as-of', '2026-07-29', '--format', 'json');
	expect(JSON.parse(atNight)).not.toHaveProperty('today');
});
