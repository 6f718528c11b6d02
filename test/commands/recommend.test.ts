import {writeFileSync} from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import {expect, test} from 'vitest';
import {UsageError} from '../../source/commands/command-line/command.ts';
import {recommend} from '../../source/commands/recommend.ts';
import type {Order} from '../../source/order.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

const run = (...argv: string[]) => runCommand(recommend, argv);

async function json(...argv: string[]) {
	return JSON.parse((await run('--format', 'json', ...argv)).output);
}

const start = Date.UTC(2026, 0, 5, 12);
const dayMs = 86_400_000;
const [bread, butter, jam, paint, brush] = [
	product({code: 'BRE', name: 'Bread', category: 'Grocery', stock: 100}),
	product({code: 'BUT', name: 'Butter', category: 'Grocery', stock: 41}),
	product({code: 'JAM', name: 'Jam', category: 'Grocery', stock: undefined}),
	product({code: 'PAI', name: 'Paint', category: 'Home', stock: 100}),
	product({code: 'BRU', name: 'Brush', category: 'Home', stock: 100}),
];

/** Forty breakfasts, of which thirty with jam, and forty walls; then somebody who has only bread. */
function shop(): string {
	const where = path.join(testFolder(), 'sales.db');
	const store = openStore(where, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const orders = Array.from({length: 80}, (_, index): Order => {
		const bought = index >= 40 ? [paint, brush] : index < 30 ? [bread, butter, jam] : [bread, butter];
		return order({
			at: start + index * dayMs,
			customer: {code: `C${index}`, name: `Customer ${index}`},
			lines: bought.map(each => line({product: each})),
		});
	});
	const last = order({
		at: start + 90 * dayMs,
		customer: {code: 'new', name: 'Ada'},
		lines: [line({product: bread})],
	});
	openOrderRecorder(store).record('test', [...orders, last]);
	store.close();
	return where;
}

test('for a product, the JSON is the contract, with a reason in words', async () => {
	const {recommendations, ...head} = await json(
		'--db',
		shop(),
		'--product',
		'bread',
		'--as-of',
		'2026-04-30',
	);
	expect(head).toEqual({
		status: 'ready',
		by: 'customers',
		asOf: '2026-04-30T22:00:00.000Z',
		owners: 81,
		for: {product: 'BRE', name: 'Bread'},
		score: {product: null, customer: null},
	});
	expect(recommendations).toEqual([
		{
			...{product: 'BUT', name: 'Butter', category: 'Grocery', stock: 1, both: 40},
			// 40 of 81; 40 of the 41 with bread; 40 · 81 / (41 · 40); 40 / √(41 · 40).
			...{support: 0.493827, confidence: 0.97561, lift: 1.97561, cosine: 0.98773},
			reason: '40 customers bought both',
			productId: 2,
		},
		{
			...{product: 'JAM', name: 'Jam', category: 'Grocery', stock: null, both: 30},
			...{support: 0.37037, confidence: 0.731707, lift: 1.97561, cosine: 0.855399},
			reason: '30 customers bought both',
			productId: 3,
		},
	]);
});

test('a customer is not offered what they have, and what is in stock comes first', async () => {
	const database = shop();
	const offered = await json('--db', database, '--customer', 'ada', '--limit', '2');
	expect(offered.for).toEqual({customer: 'new', name: 'Ada'});
	expect(offered.recommendations).toEqual([
		{
			...{product: 'BUT', name: 'Butter', category: 'Grocery', stock: 1, score: 0.98773},
			...{because: 'BRE', becauseName: 'Bread', both: 40},
			reason: 'goes with Bread: 40 customers bought both',
			productId: 2,
			becauseId: 1,
		},
		expect.objectContaining({product: 'JAM', reason: 'goes with Bread: 30 customers bought both'}),
	]);
	const store = openStore(database, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: start + 91 * dayMs, lines: [line({product: butter})]}),
	]);
	store.close();
	const soldOut = await json('--db', database, '--customer', 'Ada', '--limit', '9');
	expect(soldOut.recommendations.map(({product: code}: {product: string}) => code)).toEqual([
		'JAM',
		'BUT',
		'PAI',
		'BRU',
	]);
	// As it was the day before, butter was there.
	const before = await json('--db', database, '--customer', 'Ada', '--as-of', '2026-04-05');
	expect(before.recommendations[0]).toMatchObject({product: 'BUT', stock: 1});
});

test('a product and a customer can be named by their ids in the database', async () => {
	const database = shop();
	expect((await json('--db', database, '--product', 'id:2')).for).toEqual({product: 'BUT', name: 'Butter'});
	const {customer} = (await json('--db', database, '--customer', 'id:1')).for;
	expect(customer).toMatch(/\S/);
	await expect(run('--db', database, '--product', 'id:999')).rejects.toThrow('--product id:999: no product');
});

test('without a question, the pairs that go together best', async () => {
	const {recommendations} = await json('--db', shop(), '--by', 'baskets', '--limit', '2');
	expect(recommendations).toMatchObject([
		{with: 'PAI', product: 'BRU', both: 40, cosine: 1, reason: '40 baskets hold both'},
		{with: 'BUT', product: 'BRE', both: 40, confidence: 1},
	]);
});

test('all formats hold the same recommendations', async () => {
	const database = shop();
	const args = ['--db', database, '--product', 'BRE'];
	const {recommendations} = await json(...args);
	const ndjson = await run(...args, '--format', 'ndjson');
	expect(ndjson.output.split('\n').map(row => JSON.parse(row))).toEqual(recommendations);
	const csv = await run(...args, '--format', 'csv');
	const {data} = Papa.parse<Record<string, string>>(csv.output, {header: true});
	expect(data).toEqual(
		recommendations.map((row: object) =>
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
			),
		),
	);
	const md = await run(...args, '--format', 'md');
	expect(md.output).toContain('## What goes with Bread, by customers');
	expect(md.output).toContain(
		'| BUT | Butter | Grocery | 1 | 40 | 49.4 % | 97.6 % | 2.0 | 0.988 | 40 customers bought both |',
	);
	const table = await run(...args);
	expect(table.output).toContain('On trial: too few customers ordered twice to say how good this is');
});

test('while there is too little it says so, and how much is needed', async () => {
	const file = path.join(testFolder(), 'sales.db');
	openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'}).close();
	expect(await json('--db', file)).toMatchObject({
		...{status: 'collecting', ownersHave: 0, ownersNeeded: 30},
		...{recommendations: [], score: {product: null, customer: null}},
	});
	const {output} = await run('--db', file);
	expect(output).toBe('Collecting: 0 of 30 customers with two products or more');
});

test('a name that fits nothing, or several, is told with what was meant', async () => {
	const database = shop();
	await expect(run('--db', database, '--product', 'Buter')).rejects.toThrow(
		new UsageError('--product Buter: no product has that code or name; did you mean Butter?'),
	);
	await expect(run('--db', database, '--product', 'b')).rejects.toThrow(
		new UsageError(
			'--product b: 3 products fit, so give the code of one: BRE (Bread), BUT (Butter), BRU (Brush)',
		),
	);
	await expect(run('--db', database, '--customer', 'Customer 7', '--product', 'BRE')).rejects.toThrow(
		UsageError,
	);
	await expect(run('--db', database, '--limit', '0')).rejects.toThrow(
		'--limit 0: write a whole number from 1 on, such as 10',
	);
	await expect(run('--db', database, '--as-of', 'soon')).rejects.toThrow('--as-of soon');
});

test('a file of purchases is read under the headers that an import knows', async () => {
	const file = path.join(testFolder(), 'purchases.csv');
	const rows = Array.from(
		{length: 40},
		(_, index) =>
			`${index},${index % 2 ? 'ann' : `c${index}`},tea\n${index},${index % 2 ? 'ann' : `c${index}`},milk`,
	);
	writeFileSync(file, `InvoiceNo;CustomerID;StockCode\n${rows.join('\n').replaceAll(',', ';')}\n41;c41;\n`);
	const {exitCode, output, messages} = await run(
		'--input',
		file,
		'--by',
		'baskets',
		'--product',
		'tea',
		'--format',
		'json',
	);
	expect(exitCode).toBe(3);
	expect(messages).toEqual([`${file}: line 82: no product`, `${file}: 1 of 81 rows rejected`]);
	// Tea and milk are in every basket, so that neither says anything of the other.
	expect(JSON.parse(output)).toMatchObject({status: 'ready', asOf: null, owners: 40, recommendations: []});
	await expect(run('--input', file, '--as-of', '2026-01-01')).rejects.toThrow(
		'--as-of is about the database',
	);
	writeFileSync(file, 'day,amount\n1,2\n');
	await expect(run('--input', file)).rejects.toThrow(`cannot use ${file}: no column is called order`);
});
