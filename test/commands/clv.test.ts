import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import Papa from 'papaparse';
import {expect, onTestFinished, test} from 'vitest';
import {clv} from '../../source/commands/clv.ts';
import {UsageError} from '../../source/commands/command-line/command.ts';
import {parseMoney} from '../../source/money.ts';
import type {Order} from '../../source/order.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/cdnow/${name}`, import.meta.url));
const summary = fixture('cdnow_customers_summary.csv');
const withSpend = fixture('cdnow_customers_summary_with_transactions.csv');

const run = (...argv: string[]) => runCommand(clv, argv);

async function json(...argv: string[]) {
	const {output, exitCode} = await run('--format', 'json', ...argv);
	expect(exitCode).toBe(0);
	return JSON.parse(output);
}

function file(name: string, text: string): string {
	const where = path.join(testFolder(), name);
	writeFileSync(where, text);
	return where;
}

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

test('CDNOW comes out as published, under both spellings of its columns', async () => {
	const both = [await json('--input', summary), await json('--input', withSpend)];
	for (const {status, model, period, until, parameters, logLikelihood} of both) {
		expect({status, model, period, until}).toEqual({
			status: 'ready',
			model: 'bg/nbd',
			period: 'week',
			until: null,
		});
		expect(Object.keys(parameters)).toEqual(['r', 'alpha', 'a', 'b']);
		expect(parameters.r).toBeCloseTo(0.243, 3);
		expect(parameters.alpha).toBeCloseTo(4.414, 3);
		expect(parameters.a).toBeCloseTo(0.793, 3);
		expect(parameters.b).toBeCloseTo(2.426, 3);
		expect(logLikelihood).toBeCloseTo(-9582.4, 1);
	}
	expect(both[0].spend).toBeNull();
	expect(both[1].spend.p).toBeCloseTo(6.25, 1);
	expect(both[1].spend.q).toBeCloseTo(3.74, 1);
	expect(both[1].spend.v).toBeCloseTo(15.44, 1);
});

test('over 39 weeks the first customer of CDNOW is expected to buy 1.226 times', async () => {
	const {customers} = await json('--input', withSpend, '--horizon', '39w');
	const first = customers.find(({customer}: {customer: string}) => customer === '1');
	expect(first).toMatchObject({frequency: 2, recency: 30.43, T: 38.86, monetary: 22.35});
	expect(first.expectedOrders).toBeCloseTo(1.226, 3);
	expect(first.expectedSpend).toBeCloseTo(24.65, 1);
	expect(first.clv).toBeLessThan(first.expectedOrders * first.expectedSpend);
});

test('the JSON is the contract: every customer, best first, and tiers that hold them all', async () => {
	const {customers, tiers} = await json('--input', withSpend);
	expect(customers).toHaveLength(2357);
	expect(Object.keys(customers[0]).slice(0, 9)).toEqual([
		'customer',
		'frequency',
		'recency',
		'T',
		'monetary',
		'alive',
		'expectedOrders',
		'clv',
		'tier',
	]);
	const values = customers.map(({clv: value}: {clv: number}) => value);
	expect(values).toEqual(values.toSorted((one: number, other: number) => other - one));
	expect(tiers.map(({tier}: {tier: string}) => tier)).toEqual(['Platinum', 'Gold', 'Silver', 'Bronze']);
	expect(Object.keys(tiers[0])).toEqual(expect.arrayContaining(['tier', 'customers', 'revenue', 'clv']));
	for (const {tier, customers: count} of tiers) {
		expect(customers.filter((customer: {tier: string}) => customer.tier === tier)).toHaveLength(count);
	}
});

test('CSV is read back as it was written', async () => {
	const {output} = await run('--input', withSpend, '--format', 'csv');
	const again = await json('--input', file('again.csv', output), '--limit', '5');
	const {parameters, spend, customers} = await json('--input', withSpend, '--limit', '5');
	expect(again).toMatchObject({parameters, spend, customers});
	expect(Papa.parse(output, {header: true}).data).toHaveLength(2357);
});

test('an index column names the customers, decimals of pandas and blanks are understood', async () => {
	const rows = [
		'\uFEFF,frequency,recency,T,monetary_value',
		'17850.0,2,1.5,9.0,10.5',
		'guest,0.0,0.0,3.5,NaN',
		'',
	];
	const {customers, status} = await json('--input', file('pandas.csv', rows.join('\r\n')));
	expect(status).toBe('collecting');
	expect(customers).toMatchObject([
		{customer: '17850.0', frequency: 2, recency: 1.5, T: 9, monetary: 10.5, alive: null, clv: 21},
		{customer: 'guest', frequency: 0, T: 3.5, monetary: 0, expectedOrders: null, clv: 0},
	]);
});

test('rows that cannot be are rejected with their line, and the others count', async () => {
	const rows = [
		'id,x,t_x,T',
		'a,1,2,3',
		'b,1,4,3',
		'c,two,4,5',
		'd,0,2,5',
		'e,1.5,2,5',
		'f,-1,0,5',
		'g,0,0,',
	];
	const bad = file('bad.csv', rows.join('\n'));
	const {exitCode, messages, output} = await run('--input', bad, '--format', 'json');
	expect(exitCode).toBe(3);
	expect(messages).toEqual([
		`${bad}: line 3: recency 4 is more than T 3`,
		`${bad}: line 4: frequency "two" is not a number from 0 up`,
		`${bad}: line 5: recency 2 without a repeat purchase; it counts from the first to the last`,
		`${bad}: line 6: frequency 1.5 is not a count of purchases`,
		`${bad}: line 7: frequency "-1" is not a number from 0 up`,
		`${bad}: 6 of 7 rows rejected`,
	]);
	expect(JSON.parse(output).customers).toHaveLength(1);
});

test('a file that is no summary is refused with what it lacks', async () => {
	const sales = file('sales.csv', 'order,frequency,amount\n1,2,3\n');
	await expect(run('--input', sales)).rejects.toThrow(
		`cannot use ${sales}: no column is called recency or t_x; a summary has the columns frequency, recency, T`,
	);
	await expect(run('--input', '/nowhere.csv')).rejects.toThrow(
		'cannot read /nowhere.csv: there is no such file',
	);
});

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

test.each([
	[['--horizon', 'soon'], '--horizon soon: write months, such as 12, or 1y, 39w, 90d; at most 10 years'],
	[['--horizon', '0'], '--horizon 0: write months'],
	[['--discount', '2'], '--discount 2: write a monthly rate'],
	[['--limit', 'all'], '--limit all: write a whole number'],
	[['--input', summary, '--until', '2026-11-20'], '--until is for the database'],
	[['--format', 'xml'], '--format'],
])('%j is refused', async (argv, message) => {
	const refusal = run(...argv);
	await expect(refusal).rejects.toThrow(UsageError);
	await expect(refusal).rejects.toThrow(message);
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
