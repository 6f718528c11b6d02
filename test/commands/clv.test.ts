import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {parseMoney} from '../../source/money.ts';
import type {Order} from '../../source/order.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';

import {json, run, summary, withSpend} from './run-clv.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5, 12);

/** A shop of a hundred customers who come every so many days, at so much a time. */
function shop(customers = 100): string {
	const where = path.join(testFolder(), 'sales.db');
	const store = openStore(where, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const orders: Order[] = [];
	for (let index = 0; index < customers; index++) {
		const [every, stops] = [7 + (index % 13) * 5, index % 4 === 0 ? 60 : 300];
		for (let at = index % 50; at <= stops && at < 280; at += every) {
			orders.push(
				order({
					at: start + at * dayMs,
					customer: {code: `C${index}`, name: `Customer ${index}`},
					lines: [line({unitPrice: (20 + (index % 9) * 7 + (at % 5)) * 10_000})],
				}),
			);
		}
	}
	openOrderRecorder(store).record('test', orders);
	store.close();
	return where;
}

test('customers of a database have their money as decimal strings that add up', async () => {
	const {status, customers, tiers, until, currency} = await json('--db', shop(), '--until', '2026-10-31');
	expect([status, until, currency]).toEqual(['ready', '2026-10-31T23:00:00.000Z', 'EUR']);
	expect(customers).toHaveLength(100);
	const one = customers.find(({customer}: {customer: string}) => customer === 'C1');
	// Every 12 days from day 1 to day 277, 299 days before the end of October.
	expect(one).toMatchObject({
		name: 'Customer 1',
		frequency: 23,
		recency: 276 / 7,
		T: (Date.UTC(2026, 9, 31) - Date.UTC(2026, 0, 6)) / dayMs / 7,
		stage: 'active',
	});
	expect(one.monetary).toMatch(/^\d+\.\d{4}$/);
	const sum = (values: string[]) => values.reduce((total, value) => total + parseMoney(value)!, 0);
	const clvs = sum(customers.map(({clv: value}: {clv: string}) => value));
	expect(Math.abs(sum(tiers.map(({clv: value}: {clv: string}) => value)) - clvs)).toBeLessThan(100);
});

test('periods of days give the same in other numbers', async () => {
	const where = shop();
	const [weeks, days] = [
		await json('--db', where, '--until', '2026-10-31'),
		await json('--db', where, '--until', '2026-10-31', '--period', 'day'),
	];
	expect(days.parameters.alpha / weeks.parameters.alpha).toBeCloseTo(7, 3);
	expect(days.parameters.r).toBeCloseTo(weeks.parameters.r, 4);
	expect(days.customers[0].recency).toBeCloseTo(weeks.customers[0].recency * 7, 9);
	expect(days.customers[0].expectedOrders).toBeCloseTo(weeks.customers[0].expectedOrders, 3);
});

test('what is earlier is computed from what was known then, and moves between tiers tell the rest', async () => {
	const where = shop();
	const early = await json('--db', where, '--until', '2026-01-20');
	expect(early.status).toBe('collecting');
	expect(early.parameters).toBeNull();
	expect(early.caveats[0]).toMatch(/^\d+ customers came back so far and 30 are needed for a model/);
	const {moves} = await json('--db', where, '--until', '2026-10-31', '--moves-since', '2026-01-20');
	const newcomers = moves.filter(({from}: {from: string | null}) => from === null);
	const count = (list: {customers: number}[]) => list.reduce((total, {customers}) => total + customers, 0);
	expect(count(moves)).toBe(100);
	expect(count(newcomers)).toBe(100 - early.customers.length);
});

test('an empty database says so', async () => {
	const where = path.join(testFolder(), 'empty.db');
	openStore(where, {zoneName: 'UTC', currency: 'EUR'}).close();
	expect((await run('--db', where)).output).toBe(
		[
			'0 customers came back so far and 30 are needed for a model; until then customers are worth what they brought so far',
			'no customer has bought anything yet',
		].join('\n'),
	);
	expect((await json('--db', where)).customers).toEqual([]);
});

test('the table shows the model, the tiers and the best customers', async () => {
	// Tiers and customers as computed apart, with SciPy's 2F1 and optimiser.
	const {output} = await run('--input', withSpend, '--limit', '2');
	expect(output.split('\n')).toEqual([
		'READY: 2,357 customers, of whom 946 came back',
		'Orders: BG/NBD, r 0.243, alpha 4.414, a 0.793, b 2.426 (weeks), log-likelihood -9582.4',
		'Spend: Gamma-Gamma, p 6.249, q 3.745, v 15.448',
		'Orders and CLV of the next 12 months, discounted by 1% a month',
		'Note: the horizon of 52 weeks is longer than the 39 that customers have been watched',
		'',
		'Tier      Customers  New  Lapsed    Revenue        CLV  Share',
		'Platinum         30    0       0  17,976.36  14,577.22  20.4%',
		'Gold            144    0       8  28,656.49  21,269.13  29.7%',
		'Silver          646    0     260  36,130.66  21,401.85  29.9%',
		'Bronze        1,537    0   1,536  12,593.50  14,303.80  20.0%',
		'',
		'Customer                          Tier      Stage   Repeats  Recency     T   Spend  P(alive)  Orders       CLV  RFM',
		'509                               Platinum  active       18     35.1  35.9   78.63     94.6%   16.05  1,175.45  555',
		'1081                              Platinum  active       11     32.0  33.1  106.53     91.7%   10.24  1,003.31  555',
		'',
		'2 of 2,357 customers; --limit shows more',
	]);
});

test('a moment that cannot be is named', async () => {
	await expect(run('--db', shop(2), '--until', 'yesterday')).rejects.toThrow(
		'--until yesterday: write a date such as 2026-11-20',
	);
});

test('discounts and horizons may be written in several ways', async () => {
	const first = async (...argv: string[]) =>
		(await json('--input', withSpend, '--limit', '1', ...argv)).customers[0];
	expect(await first('--discount', '1%', '--horizon', '1y')).toEqual(await first());
	expect((await first('--discount', '0')).clv).toBeGreaterThan((await first()).clv);
});

test('--hold-out says what a model from before the last days expected of them, and what came', async () => {
	const database = shop();
	const asked = ['--db', database, '--until', '2026-08-20', '--hold-out', '30d'];
	const {holdOut} = await json(...asked, '--limit', '0');
	const store = openStore(database, {zoneName: 'Europe/Paris', currency: 'EUR'});
	onTestFinished(store.close);
	const bought = store.db
		.prepare(`
			SELECT count(*) FROM (SELECT DISTINCT customer_id, date FROM orders JOIN dates USING (date_id)
			WHERE date > '2026-07-21' AND date <= '2026-08-20' AND customer_id IN (
				SELECT customer_id FROM orders JOIN dates USING (date_id) WHERE date <= '2026-07-21'))
		`)
		.pluck()
		.get();
	expect(holdOut).toMatchObject({
		status: 'ready',
		from: '2026-07-21T22:00:00.000Z',
		days: 30,
		customers: 100,
	});
	expect(holdOut.actual).toBe(bought);
	expect(holdOut.groups.reduce((sum: number, group: {customers: number}) => sum + group.customers, 0)).toBe(
		100,
	);
	const {output} = await run(...asked, '--limit', '3');
	expect(output).toMatch(
		/Hold-out: 100 customers of before .* were expected to buy \d+ times in 30 days and bought/,
	);
	const early = await run('--db', database, '--until', '2026-01-20', '--hold-out', '10d');
	expect(early.output).toContain('there was too little for a model');
});

test('customers who may be leaving are named beside the moves', async () => {
	// A quarter of the customers of this shop stop buying after sixty days.
	const {moves, atRisk} = await json(
		'--db',
		shop(),
		'--until',
		'2026-06-01',
		'--moves-since',
		'30d',
		'--limit',
		'0',
	);
	expect(moves.length).toBeGreaterThan(4);
	expect(atRisk.map(({customer}: {customer: string}) => customer)).toContain('C52');
	const [{customerId, name}] = atRisk;
	expect(customerId).toBeGreaterThan(0);
	expect(name === null || typeof name === 'string').toBe(true);
	for (const {customer, aliveBefore, alive, valueLost, silence} of atRisk) {
		expect(aliveBefore - alive).toBeGreaterThanOrEqual(0.05);
		expect(Number(valueLost)).toBeGreaterThan(0);
		expect(silence).toBeGreaterThan(0);
		expect(customer).toMatch(/^C\d+$/);
	}
});

test('--hold-out that cannot be is named', async () => {
	await expect(run('--hold-out', 'long')).rejects.toThrow('--hold-out long: write days from 1d to 3660d');
	await expect(run('--input', summary, '--hold-out', '30d')).rejects.toThrow(
		'--hold-out is for the database',
	);
});
