import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {holdImportLock} from '../../source/store/importing/import-lock.ts';
import {importFolder} from './import-folder.ts';

const sheet =
	'Invoice,SKU,Qty,Price,Day\nA,P,2,5.00,31/01/2026\nA,Q,,5.00,31/01/2026\nB,P,1,5.00,01/02/2026\n';

test('a dry run tells what would be loaded and how, and makes no database', async () => {
	const {run, folder, exists} = importFolder({'sales.csv': sheet});
	const {code, out, err} = await run(path.join(folder, 'sales.csv'), '--dry-run', '--format', 'table');
	expect(code).toBe(0);
	const text = out.join('\n');
	expect(text).toContain('order ← Invoice, product ← SKU, quantity ← Qty, unitPrice ← Price, at ← Day');
	expect(text).toContain('Day has day before month in "01/02/2026", as days above 12 show');
	expect(text).toMatch(/loaded +2 +€15\.00/);
	expect(text).toMatch(/rejected +1 +€0\.00/);
	expect(text).toMatch(/A +.*31 Jan.* +P +2 +€5\.00 +€0\.00 +€10\.00/);
	expect(err.at(-1)).toBe('this was a dry run: nothing was written');
	expect(exists()).toBe(false);
});

test('columns of names that are nearly known are told with how sure they are', async () => {
	const {run, folder} = importFolder({'sales.csv': sheet.replace('Invoice,', 'Invoice Nmbr,')});
	const {json} = await run(folder, '--dry-run');
	expect(json).toMatchObject([
		{
			mapping: {order: 'Invoice Nmbr'},
			decisions: [
				'names that are nearly known: Invoice Nmbr → order (80 % sure); --map says otherwise',
				expect.stringContaining('day before month'),
			],
		},
	]);
});

test('columns without a name are not told', async () => {
	const rows = 'order,sku,qty,price,day,,\nA,P,2,5.00,2026-01-31,,\n';
	const {run, folder} = importFolder({'sales.csv': rows});
	expect((await run(folder, '--dry-run')).json).toMatchObject([{loaded: 1, decisions: []}]);
});

test('tables further down in a text are told, and what was decided about them', async () => {
	// So long that another thread reads it.
	const item = 'P'.padEnd(400, 'p');
	const long = Array.from({length: 5000}, (_, index) => `${index},${item},1,5.00,2026-01-31\n`).join('');
	const header = 'order,sku,qty,price,day\n';
	const {run, folder} = importFolder({
		'short.csv': `${sheet}day,item,units,amount\n2026-03-01,Q,2,8.00\n\nname,age\nAda,30\n`,
		'long.csv': `${header}${long}${header}Z,P,1,5.00,2026-01-31\n`,
	});
	const {json} = await run(folder, '--dry-run');
	expect(json).toMatchObject([
		{read: 5001, decisions: ['the header comes again in line 5002']},
		{
			read: 5,
			loaded: 3,
			decisions: [
				expect.stringContaining('day before month'),
				'another table begins in line 5, and is loaded too: product ← item, productName ← item, quantity ← units, total ← amount, at ← day; the price is amount ÷ quantity; no column numbers the orders: each row is an order of its own',
				'another table begins in line 8 that holds no sales: its rows are rejected',
			],
		},
	]);
});

test('a dry run on a database tells what is there already, and leaves it as it is', async () => {
	const {run, folder, database} = importFolder({'sales.csv': sheet});
	await run(folder);
	const before = readFileSync(database);
	const {json} = await run(folder, '--dry-run');
	expect(json).toMatchObject([{read: 3, loaded: 0, duplicate: 2, rejected: 1}]);
	expect(readFileSync(database).equals(before)).toBe(true);
});

test('an import that cannot begin makes no database', async () => {
	const {run, folder, exists} = importFolder({'sales.csv': 'colour,size\nred,9\n'});
	expect(await run(folder)).toMatchObject({code: 1});
	expect(exists()).toBe(false);
});

test('a new database takes the currency that its first source names, and refuses another', async () => {
	const {run, folder, query} = importFolder({
		'a.csv': 'order,sku,qty,price,date,currency\nA,P,1,5,2026-11-20,USD\n',
		'b.csv': 'order,sku,qty,price,date,currency\nB,P,1,5,2026-11-20,GBP\n',
	});
	const {code, err} = await run(path.join(folder, 'a.csv'), path.join(folder, 'b.csv'));
	expect(code).toBe(1);
	expect(err.join()).toContain('is in USD and the database in EUR');
	expect(err.join()).toContain('is in GBP and the database in EUR');
	expect(query).toThrow();
});

test('imports into one database wait for each other', async () => {
	const {database} = importFolder({});
	const waits: string[] = [];
	const release = await holdImportLock(database, () => waits.push('first'));
	const second = holdImportLock(database, () => {
		waits.push('second');
		release();
	});
	(await second)();
	expect(waits).toEqual(['second']);
	const third = await holdImportLock(database, () => waits.push('third'));
	third();
	expect(waits).toEqual(['second']);
});

test('two imports of one file at once load each line once', async () => {
	const rows = Array.from({length: 500}, (_, index) => `O${index % 50},P${index},1,5.00,2026-11-20`);
	const {run, folder, query} = importFolder({'sales.csv': `order,sku,qty,price,date\n${rows.join('\n')}\n`});
	await Promise.all([run(folder), run(folder)]);
	expect(query('SELECT count(*), sum(amount) FROM order_lines')).toEqual([[500, 25_000_000]]);
	expect(query('SELECT sum(rows_loaded), sum(rows_duplicate) FROM imports')).toEqual([[500, 500]]);
});
