import path from 'node:path';
import {expect, test} from 'vitest';
import {UsageError} from '../../source/commands/command-line/command.ts';
import {why} from '../../source/commands/why.ts';
import type {Order} from '../../source/order.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

async function run(...argv: string[]) {
	const {exitCode, output} = await runCommand(why, argv);
	expect(exitCode).toBe(0);
	return output;
}

const dayMs = 86_400_000;
const euro = 10_000;
/** A Monday, at noon in Paris. */
const monday = Date.UTC(2026, 10, 2, 11);

const tea = product({code: 'tea', name: 'Tea', category: 'Grocery', price: 10 * euro});
const lamp = product({code: 'lamp', name: 'Lamp', category: 'Home', price: 20 * euro});

function shop(orders: readonly Order[]): string {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', orders);
	store.close();
	return file;
}

const ada = {code: 'ada', name: 'Ada'};
const bo = {code: 'bo', name: 'Bo'};

/** 2 and 8 November: 60 teas at 10 and 40 lamps at 20, then 60 teas at 11 and 60 lamps at 20, of which one came back. */
const twoDays = () =>
	shop([
		order({at: monday, region: 'North', customer: ada, lines: [line({product: tea, quantity: 60})]}),
		order({at: monday, region: 'South', lines: [line({product: lamp, quantity: 40})]}),
		order({
			at: monday + 6 * dayMs,
			region: 'North',
			customer: ada,
			lines: [line({product: tea, quantity: 60, unitPrice: 11 * euro})],
		}),
		order({
			at: monday + 6 * dayMs,
			region: 'South',
			customer: bo,
			lines: [line({product: lamp, quantity: 60}), line({product: lamp, quantity: -1})],
		}),
	]);

test('two spans written out: the effects of the textbook, in words and by every split', async () => {
	const file = twoDays();
	const spans = ['--window', '2026-11-08..2026-11-08', '--against', '2026-11-02..2026-11-02'];
	const change = JSON.parse(await run('--db', file, ...spans, '--format', 'json'));
	expect(change).toMatchObject({
		status: 'ready',
		span: {from: '2026-11-07T23:00:00.000Z', to: '2026-11-08T23:00:00.000Z'},
		against: {from: '2026-11-01T23:00:00.000Z', to: '2026-11-02T23:00:00.000Z'},
		tz: 'Europe/Paris',
		currency: 'EUR',
		orders: {before: 2, after: 2},
		total: {
			before: '1400.0000',
			after: '1840.0000',
			change: '440.0000',
			volume: '280.0000',
			price: '60.0000',
			mix: '120.0000',
			returns: '-20.0000',
		},
		volumeByOrders: '0.0000',
		volumeByBasket: '280.0000',
	});
	expect(change.byRegion.map(({name, change: moved}: Record<string, string>) => [name, moved])).toEqual([
		['South', '380.0000'],
		['North', '60.0000'],
	]);
	expect(change.byCustomers.map(({name, change: moved}: Record<string, string>) => [name, moved])).toEqual([
		['guest', '-800.0000'],
		['returning', '660.0000'],
		['new', '580.0000'],
	]);
	const words = await run('--db', file, ...spans, '--by', 'region');
	expect(words.split('\n')).toEqual([
		'Revenue rose by €440.00 (31.4%): €1,400.00 to €1,840.00.',
		'Sun 8 Nov, against Mon 2 Nov.',
		'Volume +€280.00 (orders 2 to 2 +€0.00, units in each +€280.00), price +€60.00, mix +€120.00, returns -€20.00.',
		'Most of it: Home +€380.00, of it mix +€240.00; South +€380.00, of it mix +€240.00; guest -€800.00, of it mix -€960.00.',
		'',
		'Region     Before      After   Change   Volume   Price       Mix  Returns',
		'South     €800.00  €1,180.00  €380.00  €160.00   €0.00   €240.00  -€20.00',
		'North     €600.00    €660.00   €60.00  €120.00  €60.00  -€120.00    €0.00',
		'all     €1,400.00  €1,840.00  €440.00  €280.00  €60.00   €120.00  -€20.00',
	]);
});

test('a window is compared with the time before, a week ago or 52 weeks ago', async () => {
	const file = shop(
		[0, 1, 7, 8, 364, 365].map(days => order({at: monday - days * dayMs, lines: [line({product: tea})]})),
	);
	const spansOf = async (...argv: string[]) => {
		const {against} = JSON.parse(
			await run('--db', file, '--as-of', '2026-11-02T18:00', '--format', 'json', ...argv),
		);
		return [against.from, against.to];
	};
	expect(await spansOf('--window', '7d')).toEqual(['2026-10-19T22:00:00.000Z', '2026-10-26T17:00:00.000Z']);
	expect(await spansOf('--window', '1w')).toEqual(await spansOf('--window', '7d'));
	expect(await spansOf('--window', '36h')).toEqual(['2026-10-30T17:00:00.000Z', '2026-11-01T05:00:00.000Z']);
	expect(await spansOf('--window', '2026-11-01')).toEqual([
		'2026-10-30T23:00:00.000Z',
		'2026-10-31T23:00:00.000Z',
	]);
	expect(await spansOf('--window', '2026-11-01..')).toEqual(
		await spansOf('--window', '2026-11-01..2026-11-02'),
	);
	expect(await spansOf('--window', '24h', '--against', 'week')).toEqual([
		'2026-10-25T17:00:00.000Z',
		'2026-10-26T17:00:00.000Z',
	]);
	expect(await spansOf('--window', '2026-11-01..2026-11-02', '--against', 'year')).toEqual([
		'2025-11-01T23:00:00.000Z',
		'2025-11-03T17:00:00.000Z',
	]);
});

test('where nothing was sold there is nothing to compare', async () => {
	const file = shop([order({at: monday})]);
	expect(await run('--db', file, '--as-of', '2026-11-02', '--window', '7d')).toBe(
		'No sales Tue 20 Oct to Mon 26 Oct: there is nothing to compare.',
	);
});

test.each([
	[['--window', 'all'], '--window all: there is nothing before it to compare with; choose a shorter one'],
	[
		['--window', '5 weeks'],
		'--window 5 weeks: write how long, such as 15m, 36h, 30d or all, or from when to when, such as 2026-11-01..2026-11-07',
	],
	[['--window', '2026-11-07..2026-11-01'], '--window 2026-11-07..2026-11-01: it ends before it begins'],
	[
		['--window', '2126-11-07'],
		'--window 2126-11-07..2126-11-07: it has not begun: write from when to when of what has passed',
	],
	[
		['--against', 'yesterday'],
		'--against yesterday: choose before, week, year, or write two dates, such as 2026-11-01..2026-11-07',
	],
	[
		['--against', '2026-11-01..'],
		'--against 2026-11-01..: choose before, week, year, or write two dates, such as 2026-11-01..2026-11-07',
	],
])('%j is refused with the remedy', async (argv, message) => {
	const file = shop([order({at: monday})]);
	await expect(run('--db', file, ...argv)).rejects.toThrow(new UsageError(message));
});
