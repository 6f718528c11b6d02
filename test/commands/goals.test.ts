import path from 'node:path';
import {expect, test} from 'vitest';
import {UsageError} from '../../source/commands/command-line/command.ts';
import {goals} from '../../source/commands/goals.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

async function run(...argv: string[]) {
	const {exitCode, output} = await runCommand(goals, argv);
	expect(exitCode).toBe(0);
	return output;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const euro = 10_000;
const tea = product({code: 'tea', price: 10 * euro});

/**
 * From Monday 21 September 2026 up to Thursday 19 November, 14:00 in Paris: four orders of 10 a day, at 9, 11, 13 and 17 o'clock,
 * on Saturdays of 20.
 */
function steadyShop(): string {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const orders = Array.from({length: 60}, (_, day) =>
		[9, 11, 13, 17].map(hour =>
			order({
				// Winter time begins on 25 October, the 35th day.
				at: Date.UTC(2026, 8, 21) + day * dayMs + (hour - (day < 34 ? 2 : 1)) * hourMs,
				lines: [line({product: tea, quantity: day % 7 === 5 ? 2 : 1})],
			}),
		),
	).flat();
	openOrderRecorder(store).record(
		'test',
		orders.filter(({at}) => at < Date.UTC(2026, 10, 19, 13)),
	);
	store.close();
	return file;
}

const thursday = ['--as-of', '2026-11-19T14:00'];

test('goals of a day, a week and a month, in words', async () => {
	expect(
		(await run('--db', steadyShop(), ...thursday, 'revenue 48/day', 'orders 28 per week')).split('\n'),
	).toEqual([
		'Goal: €48 today',
		'So far €30, €6 behind; due by now: €36',
		'Heading for €40, 80 % between €40 and €40; chance under 1%',
		'',
		'Goal: 28 orders this week',
		'So far 15, on pace; due by now: 15',
		'Heading for 28, 80 % between 28 and 28; chance 100%',
	]);
});

test('a month as JSON: nineteen days behind, eleven ahead, Saturdays twice', async () => {
	const [goal] = JSON.parse(
		await run('--db', steadyShop(), ...thursday, '--format', 'json', 'revenue 1360/month'),
	);
	// 30 days of 40 and another 40 on each of 4 Saturdays; 18 days and two Saturdays are over.
	expect(goal).toMatchObject({
		of: 'revenue',
		per: 'month',
		goal: '1360.0000',
		from: '2026-10-31T23:00:00.000Z',
		to: '2026-11-30T23:00:00.000Z',
		status: 'ready',
		soFar: '830.0000',
		dueByNow: '830.0000',
		mean: '1360.0000',
	});
});

test('a young shop is collecting', async () => {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: Date.UTC(2026, 10, 10)}),
		order({at: Date.UTC(2026, 10, 18)}),
	]);
	store.close();
	expect((await run('--db', file, ...thursday, 'revenue 48/day')).split('\n')).toEqual([
		'Goal: €48 today',
		'Collecting: 8 of 28 days that tell what is usual',
	]);
});

test.each(['revenue', 'profit 3/day', 'revenue -3/day', 'orders 1.2.3/day', 'revenue 20/year'])(
	'"%s" is refused with what to write',
	async text => {
		await expect(run(text)).rejects.toThrow(
			new UsageError(
				`"${text}" is no goal: write revenue or orders, an amount and day, week, month, such as "revenue 20000/day"`,
			),
		);
	},
);

test('without goals it says where to put them', async () => {
	await expect(run()).rejects.toThrow(
		'there are no goals: write some, such as salesmon goals "revenue 20000/day"',
	);
});
