import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {importFolder} from './import-folder.ts';

test.each([
	[
		'an old workbook',
		'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
		'is an old Excel file (.xls): save it as .xlsx or CSV',
	],
	['a PDF', '%PDF-1.7\n%\u00e2\u00e3', 'is a PDF, which holds no rows: export CSV or XLSX where it was made'],
	['a PNG', '\u0089PNG\r\n\u001a\n', 'is an image: export CSV or XLSX where it was made'],
	['a JPEG', '\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF', 'is an image'],
	['a database', 'SQLite format 3\0', 'is a SQLite database: export its tables as CSV'],
	['an Access database', '\0\u0001\0\0Standard Jet DB', 'is an Access database'],
	[
		'a dump',
		'-- MySQL dump\nCREATE TABLE orders (id int);\n',
		'is a database dump: export its tables as CSV',
	],
	[
		'a page called a workbook',
		'<html><table><tr><td>Order</td></tr></table>',
		'is a web page, whatever its name is',
	],
	['bzip2', 'BZh91AY&SY', 'is packed with bzip2: unpack it first'],
	['xz', '\u00fd7zXZ\0', 'is packed with xz'],
	['zstd', '(\u00b5/\u00fd', 'is packed with zstd'],
	['a tar archive', `${'sales.csv'.padEnd(257, '\0')}ustar\0`, 'is a tar archive: unpack it first'],
	['a workbook that is cut', 'PK\u0003\u0004\u0014\0\u0006\0', 'of which the end is missing: get it again'],
])('%s is refused with what it is and what to do', async (_, bytes, message) => {
	const {run, folder} = importFolder({});
	const file = path.join(folder, 'sales.xls');
	writeFileSync(file, bytes, 'latin1');
	const {code, err} = await run(file);
	expect(code).toBe(1);
	expect(err.join('\n')).toContain(message);
});

test('what is packed twice is refused so', async () => {
	const {run, folder} = importFolder({});
	const file = path.join(folder, 'sales.csv.gz.gz');
	writeFileSync(file, gzipSync(gzipSync('order,date\n')));
	expect((await run(file)).err.join('\n')).toContain('is packed with gzip twice: unpack it first');
});

const rows = 'A1,2024-05-01,Mug,2,5.00\nA2,2024-05-02,Pen,1,1.50\n';

test('a file without a header is told from one with unknown columns, and read by the numbers of its columns', async () => {
	const {run, folder, query} = importFolder({'sales.csv': rows});
	const file = path.join(folder, 'sales.csv');
	const {code, err} = await run(file);
	expect(code).toBe(1);
	expect(err.join('\n')).toContain(
		'seems to have no header: its first row is A1, 2024-05-01, Mug, 2, 5.00; write the names of the columns above it',
	);
	const map = 'order=1,at=2,product=3,quantity=4,price=5';
	const {json} = await run(file, '--no-header', '--map', map);
	expect(json).toMatchObject([{read: 2, loaded: 2, amount: {loaded: '11.5000'}, mapping: {order: '1'}}]);
	expect(query('SELECT number, revenue FROM orders')).toEqual([
		['A1', 100_000],
		['A2', 15_000],
	]);
});

test('lines of a file without a header are counted from its first', async () => {
	const {run, folder, query} = importFolder({'sales.csv': rows.replace(',1,1.50', ',0,1.50')});
	await run(folder, '--no-header', '--map', 'order=1,at=2,product=3,quantity=4,price=5');
	expect(query('SELECT line_number, reason FROM rejected_rows')).toEqual([[2, 'quantity is 0']]);
});

test('a summary with a column for each month is called one', async () => {
	const {run, folder} = importFolder({
		'sales.csv': 'Product,Jan 2024,Feb 2024,Mar 2024\nMug,12.00,13.00,14.00\n',
	});
	const {err} = await run(path.join(folder, 'sales.csv'));
	expect(err.join('\n')).toContain(
		'it seems to be a summary with a column for each period (Jan 2024, Feb 2024, Mar 2024)',
	);
});
