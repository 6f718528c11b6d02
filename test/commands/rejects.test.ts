import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {rejects} from '../../source/commands/rejects.ts';
import {importFolder} from './import-folder.ts';

const sheet = [
	'Invoice;SKU;Name;Qty;Price;Day',
	'A;P;"Mug; ""blue""";2;5,00;31/01/2026',
	'B;Q;"Tea; green";0;2,50;01/02/2026',
	'C;R;Pen;1;cheap;02/02/2026',
	'',
].join('\n');

async function setUp() {
	const shop = importFolder({'sales.csv': sheet});
	await shop.run(shop.folder);
	return {
		...shop,
		rejects: async (...argv: readonly string[]) => {
			const stdout = vi.spyOn(console, 'log').mockImplementation(() => {});
			stdout.mockClear();
			await rejects.run(parseCommandLine(rejects, [...argv, '--db', shop.database, '--quiet']));
			return stdout.mock.calls.flat().map(String).join('\n');
		},
	};
}

test('rejected rows are listed with where they stood, why, and what they held', async () => {
	const {rejects: run, folder} = await setUp();
	expect(JSON.parse(await run('--format', 'json'))).toEqual([
		{
			id: 1,
			source: path.join(folder, 'sales.csv'),
			line: 3,
			place: null,
			reason: 'quantity is 0',
			field: 'quantity',
			value: '0',
			amount: '0.0000',
			raw: 'B;Q;"Tea; green";0;2,50;01/02/2026',
		},
		expect.objectContaining({id: 2, line: 4, field: 'unitPrice', value: 'cheap'}),
	]);
});

test('of JSON they tell the record and the way to it, and what is wrong with what is no JSON', async () => {
	const {run, folder, database} = importFolder({
		'orders.json':
			'{"orders":[{"id":"A","date":"2024-05-01","lines":[{"sku":"P","qty":1,"price":2},{"sku":"Q","qty":0,"price":2}]},{"id":"B","date":"soon","lines":[{"sku":"P","qty":1,"price":2}]}]}',
		'orders.ndjson':
			'{"order":"C","sku":"P","qty":1,"price":2,"date":"2024-05-01"}\n{"order":"D","sku":"P","qty":1,"price":2\n',
	});
	await run(folder);
	const stdout = vi.spyOn(console, 'log').mockImplementation(() => {});
	stdout.mockClear();
	await rejects.run(parseCommandLine(rejects, ['--format', 'json', '--db', database]));
	expect(JSON.parse(stdout.mock.calls.flat().join(''))).toMatchObject([
		{line: 1, place: 'record 1: $.orders[0].lines[1]', reason: 'quantity is 0'},
		{line: 1, place: 'record 2: $.orders[1]', value: 'soon'},
		{line: 2, place: null, reason: 'not valid JSON', value: expect.stringContaining('position 40')},
	]);
});

test('they can be chosen by reason and by source', async () => {
	const {rejects: run} = await setUp();
	const ids = async (...argv: readonly string[]) =>
		(JSON.parse(await run(...argv, '--format', 'json')) as {id: number}[]).map(({id}) => id);
	expect(await ids('--reason', 'PRICE')).toEqual([2]);
	expect(await ids('--source', 'sales.csv')).toEqual([1, 2]);
	expect(await ids('--source', 'other.csv')).toEqual([]);
	expect(await ids('--limit', '1')).toEqual([1]);
});

test('written to a file, corrected and imported again they are no longer rejected', async () => {
	const {rejects: run, folder, run: runImport, query} = await setUp();
	const file = path.join(folder, 'rejected.csv');
	await run('--out', file);
	const written = readFileSync(file, 'utf8');
	expect(written).toBe(
		[
			'rejected row,rejected because,Invoice,SKU,Name,Qty,Price,Day',
			'1,quantity is 0,B,Q,Tea; green,0,"2,50",01/02/2026',
			'2,unit price is not a number,C,R,Pen,1,cheap,02/02/2026',
			'',
		].join('\n'),
	);
	writeFileSync(file, written.replace(',0,"2,50"', ',4,"2,50"').replace('cheap', '"1,20"'));
	const {json} = await runImport(file);
	expect(json).toMatchObject([{read: 2, loaded: 2, rejected: 0, amount: {loaded: '11.2000'}}]);
	expect(JSON.parse(await run('--format', 'json'))).toEqual([]);
	expect(query('SELECT number, revenue FROM orders ORDER BY number')).toEqual([
		['A', 100_000],
		['B', 100_000],
		['C', 12_000],
	]);
});

test('values beyond the header are written too, and rejected again as long as they are there', async () => {
	const shop = importFolder({
		'sales.csv': 'Invoice;SKU;Qty;Price;Day\nA;P;2;5,00;31/01/2026\nB;Q;1;3,00;31/01/2026;too;much\n',
	});
	await shop.run(shop.folder);
	const file = path.join(shop.folder, 'rejected.csv');
	await rejects.run(parseCommandLine(rejects, ['--out', file, '--db', shop.database, '--quiet']));
	const written = readFileSync(file, 'utf8');
	expect(written).toMatch(/,B,Q,1,"3,00",31\/01\/2026,too,much\n$/);
	const {json} = await shop.run(file);
	expect(json).toMatchObject([{read: 1, loaded: 0, rejected: 1}]);
	writeFileSync(file, written.replace(',too,much', ''));
	expect((await shop.run(file)).json).toMatchObject([{read: 1, loaded: 1, rejected: 0}]);
});

test('a row that was corrected in vain is listed once, with its new reason, and can be corrected again', async () => {
	const {rejects: run, folder, run: runImport} = await setUp();
	const listed = async () =>
		(JSON.parse(await run('--format', 'json')) as {line: number; source: string; reason: string}[]).map(
			({line, source, reason}) => [path.basename(source), line, reason],
		);
	const file = path.join(folder, 'rejected.csv');
	await run('--out', file);
	writeFileSync(
		file,
		readFileSync(file, 'utf8').replace(',0,"2,50",01/02/2026', ',4,"2,50",soon').replace('cheap', '"1,20"'),
	);
	await runImport(file);
	const stillWrong = [['rejected.csv', 2, 'date is not readable']];
	expect(await listed()).toEqual(stillWrong);
	// Neither the same file nor the source of the row brings it back.
	await runImport(file);
	await runImport(folder);
	expect(await listed()).toEqual(stillWrong);
	const again = path.join(folder, 'again.csv');
	await run('--out', again);
	expect(readFileSync(again, 'utf8')).toBe(
		'rejected row,rejected because,Invoice,SKU,Name,Qty,Price,Day\n3,date is not readable,B,Q,Tea; green,4,"2,50",soon\n',
	);
	writeFileSync(file, readFileSync(file, 'utf8').replace('soon', '01/02/2026'));
	expect((await runImport(file)).json).toMatchObject([{loaded: 1, duplicate: 1, rejected: 0}]);
	expect(await listed()).toEqual([]);
});

test('a row that is changed in its source and still wrong is listed once, with its new reason', async () => {
	const {rejects: run, folder, run: runImport} = await setUp();
	writeFileSync(path.join(folder, 'sales.csv'), sheet.replace('1;cheap;02', ';1,20;02'));
	await runImport(folder);
	expect(
		(JSON.parse(await run('--format', 'json')) as {id: number; reason: string}[]).map(({id, reason}) => [
			id,
			reason,
		]),
	).toEqual([
		[1, 'quantity is 0'],
		[2, 'quantity is missing'],
	]);
});

test('rows of sources with different columns are not written under one header', async () => {
	const {rejects: run, folder, run: runImport} = await setUp();
	writeFileSync(path.join(folder, 'other.csv'), 'order,sku,qty,price,date\nX,P,0,5,2026-11-20\n');
	await runImport(path.join(folder, 'other.csv'));
	await expect(run('--out', path.join(folder, 'rejected.csv'))).rejects.toThrow('choose one with --source');
});

test('a corrected row takes of the discount of its order what the other lines have left', async () => {
	const {run, folder, query, database} = importFolder({
		'sales.csv': [
			'Order,Date,Item,Qty,Price,Order discount',
			'A,2026-01-31,Shirt,1,20.00,3.00',
			'A,2026-01-31,,1,10.00,3.00',
			'B,on Monday,Cup,1,10.00,4.00',
			'',
		].join('\n'),
	});
	await run(folder);
	const file = path.join(folder, 'rejected.csv');
	await rejects.run(parseCommandLine(rejects, ['--out', file, '--db', database, '--quiet']));
	writeFileSync(
		file,
		readFileSync(file, 'utf8').replace('2026-01-31,,', '2026-01-31,Mug,').replace('on Monday', '2026-01-31'),
	);
	expect((await run(file)).json).toMatchObject([{loaded: 2, amount: {loaded: '15.0000'}}]);
	expect(query('SELECT sum(revenue), sum(lines) FROM orders')).toEqual([[330_000, 3]]);
	expect((await run(path.join(folder, 'sales.csv'))).json).toMatchObject([{duplicate: 1, loaded: 0}]);
});
