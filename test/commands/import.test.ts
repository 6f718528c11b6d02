import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, expect, type MockInstance, test, vi} from 'vitest';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {importFiles} from '../../source/commands/import.ts';
import {openStore} from '../../source/store/open-store.ts';
import {testFolder} from '../helpers/store.ts';

const onlineRetail = path.join(import.meta.dirname, '../fixtures/online-retail');
const good = 'order,sku,qty,price,date\nA,P,2,5,2026-11-20\n';
const bad = `${good}B,P,0,5,2026-11-20\nC,P,1,5,someday\n`;

let stdout: MockInstance<typeof console.log>;
let stderr: MockInstance<typeof console.error>;

beforeEach(() => {
	stdout = vi.spyOn(console, 'log').mockImplementation(() => {});
	stderr = vi.spyOn(console, 'error').mockImplementation(() => {});
	return () => {
		vi.restoreAllMocks();
	};
});

/** Runs the command on files of a new folder. */
function setUp(files: Readonly<Record<string, string>> = {}) {
	const folder = testFolder();
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(path.join(folder, name), text);
	}
	const database = path.join(folder, 'sales.db');
	return {
		folder,
		run: async (...argv: readonly string[]) => {
			stdout.mockClear();
			stderr.mockClear();
			const common = ['--db', database, '--tz', 'Europe/London', '--currency', 'GBP', '--locale', 'en-GB'];
			const at = (given: string) => (given in files ? path.join(folder, given) : given);
			const code = await importFiles.run(parseCommandLine(importFiles, [...argv.map(at), ...common]));
			return {code, out: stdout.mock.calls.flat(), err: stderr.mock.calls.flat()};
		},
		count: (sql: string) => {
			const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
			try {
				return store.db.prepare(sql).pluck().get();
			} finally {
				store.close();
			}
		},
	};
}

test('a folder of real sales is loaded to the cent, and the second time all of it is known', async () => {
	const {run, count} = setUp();
	const first = await run(onlineRetail);
	expect(first).toMatchObject({code: 0, err: []});
	expect(first.out.map(line => ({...JSON.parse(line), elapsedMs: 0}))).toEqual([
		{
			source: path.join(onlineRetail, '2010-12-01.csv'),
			format: 'csv',
			encoding: 'UTF-8',
			mapping: {
				order: 'InvoiceNo',
				product: 'StockCode',
				productName: 'Description',
				quantity: 'Quantity',
				unitPrice: 'UnitPrice',
				at: 'InvoiceDate',
				region: 'Country',
				customer: 'CustomerID',
			},
			read: 48,
			loaded: 48,
			duplicate: 0,
			rejected: 0,
			amount: {read: '1730.2200', loaded: '1730.2200', duplicate: '0.0000', rejected: '0.0000'},
			repaired: 0,
			updated: 0,
			decisions: [],
			elapsedMs: 0,
		},
		expect.objectContaining({
			source: path.join(onlineRetail, '2010-12-02.csv'),
			loaded: 36,
			amount: {read: '1607.5700', loaded: '1607.5700', duplicate: '0.0000', rejected: '0.0000'},
		}),
	]);
	const second = await run(onlineRetail);
	expect(second.out.map(line => JSON.parse(line))).toMatchObject([
		{read: 48, loaded: 0, duplicate: 48},
		{read: 36, loaded: 0, duplicate: 36},
	]);
	expect(count('SELECT count(*) FROM order_lines')).toBe(84);
	expect(count('SELECT count(*) FROM orders')).toBe(17);
	expect(count('SELECT sum(revenue) FROM order_slots')).toBe(33_377_900);
	expect(count('SELECT group_concat(name) FROM (SELECT name FROM regions ORDER BY name)')).toBe(
		'Australia,EIRE,Germany,United Kingdom',
	);
});

test('the same file given twice in one command is loaded once', async () => {
	const {run} = setUp({'good.csv': good});
	const {out} = await run('good.csv', 'good.csv');
	expect(out.map(line => JSON.parse(line))).toMatchObject([{loaded: 1}, {loaded: 0, duplicate: 1}]);
});

test('the summary to read tells rows, money and reasons, and their total', async () => {
	const {run, folder} = setUp({'good.csv': good, 'bad.csv': bad});
	const {out, err} = await run('good.csv', 'bad.csv', '--format', 'table');
	expect(out.join('\n').replaceAll(/[\d.]+ s$/gm, '0.1 s')).toBe(
		[
			`${folder}/good.csv: 1 rows in 0.1 s`,
			'  CSV: order ← order, product ← sku, quantity ← qty, unitPrice ← price, at ← date',
			'  read       1  £10.00',
			'  loaded     1  £10.00',
			'  duplicate  0   £0.00',
			'  rejected   0   £0.00',
			`${folder}/bad.csv: 3 rows in 0.1 s`,
			'  read       3  £15.00',
			'  loaded     0   £0.00',
			'  duplicate  1  £10.00',
			'  rejected   2   £5.00',
			'    1 × quantity is 0',
			'    1 × date is not readable',
			'All 2 sources: 4 rows in 0.1 s',
			'  read       4  £25.00',
			'  loaded     1  £10.00',
			'  duplicate  1  £10.00',
			'  rejected   2   £5.00',
		].join('\n'),
	);
	expect(err).toEqual([
		`salesmon: 2 rows of ${folder}/bad.csv were rejected; salesmon rejects shows what is not corrected yet, and writes it to be corrected`,
		`watch them with: salesmon attach --db ${folder}/sales.db`,
	]);
});

test('rejected rows alone do not fail an import that loaded others', async () => {
	const {run} = setUp({'bad.csv': bad});
	expect(await run('bad.csv', '--quiet')).toMatchObject({code: 0, err: []});
});

test('a source of which every row is rejected counts as rejected', async () => {
	const {run} = setUp({'bad.csv': 'order,sku,qty,price,date\nB,P,0,5,2026-11-20\n'});
	expect(await run('bad.csv')).toMatchObject({code: 3});
});

test('with more rejected rows than --max-errors allows nothing of that source is loaded, of the others all', async () => {
	const {run, count, folder} = setUp({'bad.csv': bad.replace('A,', 'X,'), 'good.csv': good});
	const {code, out, err} = await run('bad.csv', 'good.csv', '--max-errors', '1');
	expect(code).toBe(3);
	expect(out.map(line => JSON.parse(line))).toMatchObject([
		{read: 3, loaded: 0, duplicate: 0, rejected: 3, amount: {read: '15.0000', rejected: '15.0000'}},
		{read: 1, loaded: 1, rejected: 0},
	]);
	expect(err).toEqual([
		`salesmon: nothing of ${folder}/bad.csv was loaded: 2 rows cannot be, and --max-errors allows 1`,
	]);
	expect(count('SELECT count(*) FROM order_lines')).toBe(1);
	expect(count('SELECT count(*) FROM rejected_rows')).toBe(2);
	expect(await run('bad.csv', '--max-errors', '2')).toMatchObject({code: 0});
});

test('lines that differ from those that are loaded count for --max-errors', async () => {
	const lines = 'order,sku,qty,price,date\nA,P,2,5,2026-11-20\nB,P,1,5,2026-11-20\n';
	const {run, count, folder} = setUp({
		'old.csv': lines,
		'new.csv': lines.replace('A,P,2', 'A,P,3').replace('B,', 'C,'),
		'later.csv': lines.replaceAll('2026-11-20', '2026-11-21').replaceAll(/^[AB]/gm, 'D$&'),
	});
	await run('old.csv', '--max-errors', '0');
	const {code, out, err} = await run('new.csv', 'later.csv', '--max-errors', '0');
	expect(code).toBe(3);
	expect(out.map(line => JSON.parse(line))).toMatchObject([
		{read: 2, loaded: 0, duplicate: 0, rejected: 2, amount: {read: '20.0000', rejected: '20.0000'}},
		{read: 2, loaded: 2, rejected: 0},
	]);
	expect(err).toEqual([
		`salesmon: nothing of ${folder}/new.csv was loaded: 1 row cannot be, and --max-errors allows 0`,
	]);
	expect(count('SELECT sum(quantity) FROM order_lines')).toBe(6);
	expect(count('SELECT reason FROM rejected_rows')).toContain('differs from the line that is loaded');
	expect(await run('new.csv', '--max-errors', '0', '--update')).toMatchObject({code: 0});
	expect(count('SELECT sum(quantity) FROM order_lines')).toBe(8);
	expect(await run('old.csv', '--max-errors', '1')).toMatchObject({code: 0});
});

test('so do those of linked tables', async () => {
	const {run, count, folder} = setUp();
	const write = (quantity: number) => {
		writeFileSync(path.join(folder, 'orders.csv'), 'order_id,customer_id,order_date\n1,7,2026-11-20\n');
		writeFileSync(
			path.join(folder, 'items.csv'),
			`order_id,product_id,quantity,unit_price\n1,P,${quantity},5\n1,Q,1,5\n`,
		);
	};
	write(2);
	expect(await run(folder, '--max-errors', '0')).toMatchObject({code: 0});
	write(3);
	expect(await run(folder, '--max-errors', '0')).toMatchObject({code: 3});
	expect(count('SELECT sum(quantity) FROM order_lines')).toBe(3);
	expect(await run(folder, '--max-errors', '1')).toMatchObject({code: 0});
});

test('a file that cannot be understood is named, and the others are loaded', async () => {
	const {run, count, folder} = setUp({'empty.csv': '', 'good.csv': good});
	const {code, err} = await run('empty.csv', 'good.csv');
	expect(code).toBe(1);
	expect(err).toEqual([
		`salesmon: ${folder}/empty.csv is empty`,
		`salesmon: not loaded, for the reasons above: ${folder}/empty.csv; the others are`,
	]);
	expect(count('SELECT count(*) FROM order_lines')).toBe(1);
});

test('a header without rows is loaded and told', async () => {
	const {run, folder} = setUp({'quiet-day.csv': 'order,sku,qty,price,date\n'});
	expect(await run('quiet-day.csv')).toMatchObject({
		code: 0,
		err: [`salesmon: ${folder}/quiet-day.csv has a header and no rows`],
	});
});

test('a byte order mark is no part of the first column', async () => {
	const {run} = setUp({'bom.csv': `\uFEFF${good}`});
	expect(JSON.parse((await run('bom.csv')).out[0])).toMatchObject({mapping: {order: 'order'}, loaded: 1});
});

test('a new database takes its zone and its currency from the flags', async () => {
	const {run, count} = setUp({'good.csv': good});
	await run('good.csv');
	expect(count("SELECT group_concat(value) FROM settings WHERE key IN ('zone', 'currency')")).toBe(
		'GBP,Europe/London',
	);
});

test('what is not there is named before anything is loaded', async () => {
	const {run, folder} = setUp({'good.csv': good});
	await expect(run('good.csv', 'missing.csv')).rejects.toThrow(
		'cannot import missing.csv: there is no such file',
	);
	mkdirSync(path.join(folder, 'none'));
	await expect(run(path.join(folder, 'none'))).rejects.toThrow('the folder has no files of sales');
	await expect(run('*.nothing')).rejects.toThrow('cannot import *.nothing: no file matches it');
	await expect(run('ftp://example.com/sales.csv')).rejects.toThrow('addresses begin with http://');
	expect(stdout).not.toHaveBeenCalled();
});

test.each([
	[[], 'import what?'],
	[['good.csv', '--max-errors', 'few'], '--max-errors few'],
])('%j is wrong usage', async (argv, message) => {
	const {run} = setUp({'good.csv': good});
	const error = await run(...argv).catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({name: 'UsageError', message: expect.stringContaining(message)});
});

test('tills that begin to count anew are told, with an example', async () => {
	const till = (day: string) =>
		`Receipt,Date,Item,Qty,Price\n1,${day} 09:00,Tea,1,3.50\n2,${day} 10:00,Pie,2,4.00\n`;
	const {run} = setUp({'mon.csv': till('2024-06-03'), 'tue.csv': till('2024-06-04')});
	const decisions = async (name: string) => JSON.parse((await run(name)).out.join('')).decisions.join('\n');
	expect(await decisions('mon.csv')).not.toContain('have the number of an order');
	expect(await decisions('tue.csv')).toContain(
		'2 orders have the number of an order of another day, store or customer: they are orders of their own, such as "1 (2024-06-04)"',
	);
});

test('an empty file of a folder is left out with a word, and so are purchases', async () => {
	const {run, folder} = setUp({
		'empty.csv': '',
		'good.csv': good,
		'purchases.csv': 'Purchase Order,Date,Supplier,SKU,Quantity,Unit Price\n77,2024-03-01,Acme,A,100,4.00\n',
	});
	const {code, err} = await run(folder);
	expect(code).toBe(0);
	expect(err.join('\n')).toContain(`empty.csv is empty: it is left out`);
	expect(err.join('\n')).toMatch(
		/purchases\.csv is left out: it seems to be a list of purchases; named with --map it is loaded all the same/,
	);
});
