import Papa from 'papaparse';
import {expect, test} from 'vitest';
import {UsageError} from '../../source/commands/command-line/command.ts';
import {file, json, run, summary, withSpend} from './run-clv.ts';

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
