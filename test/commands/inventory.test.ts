import path from 'node:path';
import Papa from 'papaparse';
import {expect, test} from 'vitest';
import {UsageError} from '../../source/commands/command-line/command.ts';
import {inventory} from '../../source/commands/inventory.ts';
import type {Order, Restock} from '../../source/order.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

const run = (...argv: string[]) => runCommand(inventory, argv);

const start = Date.UTC(2026, 0, 5, 12);
const dayMs = 86_400_000;
const days = 70;
const asOf = ['--as-of', new Date(start + days * dayMs).toISOString()];

const [pan, pot, lid, vase, tea] = [
	product({code: 'PAN', name: 'Pan', price: 500_000, stock: 150}),
	product({code: 'POT', name: 'Pot', price: 520_000, stock: 400}),
	product({code: 'LID', name: 'Lid', price: 500_000, stock: 400}),
	product({code: 'VAS', name: 'Vase', price: 300_000, stock: 21}),
	product({code: 'TEA', name: 'Tea', category: 'Grocery', stock: undefined}),
];

/** Two pans a day, with a lid; a pot a day; a vase on the first day; nobody counts the tea. */
function shop(): string {
	const where = path.join(testFolder(), 'sales.db');
	const store = openStore(where, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const orders: Order[] = [order({at: start, lines: [line({product: vase})]})];
	const restocks: Restock[] = [{product: pan, at: start + 40 * dayMs, quantity: 4}];
	for (let day = 0; day < days; day++) {
		const at = start + day * dayMs;
		orders.push(
			order({at, lines: [line({product: pan, quantity: 2}), line({product: lid})]}),
			order({at: at + 60_000, lines: [line({product: pot})]}),
			order({at: at + 120_000, lines: [line({product: tea})]}),
		);
	}
	openOrderRecorder(store).record('test', orders, restocks);
	store.close();
	return where;
}

test('the JSON is the contract: what to order, when it runs out, what is lost, and what stands in', async () => {
	const {output, exitCode} = await run('--db', shop(), '--format', 'json', ...asOf);
	expect(exitCode).toBe(0);
	const {products, ...head} = JSON.parse(output);
	expect(head).toEqual({
		...{status: 'ready', asOf: asOf[1], currency: 'EUR', trial: null, uncounted: 1},
		...{leadDays: 7, reviewDays: 7, serviceLevel: 0.95, deadDays: 60},
		totals: {
			...{products: 4, out: 0, toOrder: 1, dead: 1, orderUnits: products[0].orderQuantity},
			revenueAtRiskPerDay: expect.stringMatching(/^\d+\.\d{4}$/),
			// 14 pans, 330 pots, 330 lids and 20 vases.
			...{stockValue: '34960.0000', deadValue: '600.0000'},
		},
	});
	expect(products.map(({product: code, state}: Record<string, string>) => [code, state])).toEqual([
		['PAN', 'order'],
		['VAS', 'dead'],
		['POT', 'slow'],
		['LID', 'slow'],
	]);
	expect(products[0]).toMatchObject({
		...{name: 'Pan', category: 'Home & Kitchen', stock: 14, dailyUnits: 2, coverDays: 7},
		// In the middle of the seventh day on; the lid is bought with it, so the pot stands in.
		...{stockOut: '2026-03-23', change: 0, substitute: 'POT', substituteName: 'Pot'},
	});
	const {reorderPoint, safetyStock, orderQuantity, stockOutP10, stockOutP90} = products[0];
	// Two a day for 7 days: Poisson of mean 14 and 95 % is 20, and a bit more as the pace is not known.
	expect(reorderPoint).toBeGreaterThanOrEqual(20);
	expect(reorderPoint).toBeLessThanOrEqual(22);
	expect(safetyStock).toBe(reorderPoint - 14);
	expect(orderQuantity).toBeGreaterThan(20);
	expect(stockOutP10 < '2026-03-23' && stockOutP90 > '2026-03-23').toBe(true);
	expect(products[1]).toMatchObject({
		stock: 20,
		dailyUnits: 0,
		coverDays: null,
		stockOut: null,
		stockValue: '600.0000',
	});
});

test('the stock is that of the moment: with what was sold since, without what came in since', async () => {
	const database = shop();
	const at = new Date(start + 30 * dayMs).toISOString();
	const {products} = JSON.parse((await run('--db', database, '--format', 'json', '--as-of', at)).output);
	const stocks = Object.fromEntries(
		products.map(({product: code, stock}: Record<string, unknown>) => [code, stock]),
	);
	expect(stocks).toEqual({PAN: 150 - 2 * 30, POT: 370, LID: 370, VAS: 20});
});

test('a higher service level and a longer lead time order more', async () => {
	const database = shop();
	const ordered = async (...argv: string[]) =>
		JSON.parse((await run('--db', database, '--format', 'json', ...asOf, ...argv)).output).products[0]
			.orderQuantity;
	const usual = await ordered();
	expect(await ordered('--service-level', '99.9%')).toBeGreaterThan(usual);
	expect(await ordered('--lead-time', '2w')).toBeGreaterThan(usual);
	expect(await ordered('--review', '0d')).toBeLessThan(usual);
});

test('all formats hold the same products, and people read what to do', async () => {
	const database = shop();
	const {products} = JSON.parse((await run('--db', database, '--format', 'json', ...asOf)).output);
	const ndjson = await run('--db', database, '--format', 'ndjson', ...asOf);
	expect(ndjson.output.split('\n').map(row => JSON.parse(row))).toEqual(products);
	const csv = await run('--db', database, '--format', 'csv', ...asOf);
	const {data} = Papa.parse<Record<string, string>>(csv.output, {header: true});
	expect(data.map(row => row.orderQuantity)).toEqual(
		products.map(({orderQuantity}: {orderQuantity: number}) => String(orderQuantity)),
	);
	const {output} = await run('--db', database, ...asOf);
	expect(output).toContain(
		'1 of 4 products to order (0 are out), for a lead time of 7 days, a service level of 95.0%',
	);
	expect(output).toContain('1 product dead for 60 days, €600 of €34,960 at list price');
	expect(output).toContain('1 products have no counted stock and are left out');
	expect(output).toMatch(/PAN +Pan +14 +2\.0 +7\.0 d +23 Mar \(2\d Mar to 2\d Mar\)/);
	expect(output).toMatch(/Dead stock\n\ncode +product +category .*\nVAS +Vase/);
	expect((await run('--db', database, '--format', 'md', ...asOf)).output).toContain('## To order');
});

test('it says what is missing: days of sales, or a stock that is counted', async () => {
	const database = shop();
	const early = ['--as-of', new Date(start + 9 * dayMs).toISOString()];
	expect((await run('--db', database, ...early)).output).toBe(
		'Collecting: 9 of 14 days of sales that a pace needs',
	);
	expect(JSON.parse((await run('--db', database, '--format', 'json', ...early)).output)).toMatchObject({
		...{status: 'collecting', daysHave: 9, daysNeeded: 14, products: []},
	});
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	openOrderRecorder(store).record('test', [order({at: start, lines: [line({product: tea})]})]);
	store.close();
	expect((await run('--db', file)).output).toMatch(/^No product has a counted stock/);
});

test('a value that cannot be is named with what to write', async () => {
	const database = shop();
	const refused = async (...argv: string[]) => expect(run('--db', database, ...argv)).rejects;
	await (await refused('--lead-time', '-1d')).toThrow(
		new UsageError('--lead-time -1d: write days or weeks, such as 10d or 2w, from 1d to 365d'),
	);
	await (await refused('--lead-time', 'soon')).toThrow(
		new UsageError('--lead-time soon: write days or weeks, such as 10d or 2w, from 1d to 365d'),
	);
	await (await refused('--service-level', '100%')).toThrow(
		new UsageError('--service-level 100%: write a share from 50% to 99.99%, such as 95% or 0.95'),
	);
	await (await refused('--limit', '0')).toThrow(UsageError);
	await (await refused('--as-of', 'then')).toThrow('--as-of then');
});
