import {readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {parseCommandLine} from '../../../../source/commands/command-line/parse-command-line.ts';
import {rejects} from '../../../../source/commands/rejects.ts';
import {workbookOf} from '../../../helpers/workbook.ts';
import {importFolder} from '../../import-folder.ts';

const revenue = 'SELECT sum(revenue) / 10000.0 FROM orders';
const days = "SELECT number, strftime('%Y-%m-%d', at / 1000, 'unixepoch') FROM orders ORDER BY number";

/** Writes the rejected rows to a file and corrects them there. */
async function corrected(
	{folder, database}: ReturnType<typeof importFolder>,
	wrong: string,
	right: string,
	...argv: readonly string[]
) {
	const file = path.join(folder, 'corrected.csv');
	await rejects.run(
		parseCommandLine(rejects, ['--out', file, '--db', database, '--currency', 'EUR', '--tz', 'UTC', ...argv]),
	);
	writeFileSync(file, readFileSync(file, 'utf8').replaceAll(wrong, right));
	return file;
}

test('corrected rows are read with the decimal comma of the source that they were rejected from', async () => {
	const folder = importFolder({
		'de.csv':
			'Bestellnummer;Datum;Artikel;Menge;Preis\n1;01.02.2024;Tee;1;12,50\n2;xx.02.2024;Tee;1;1.250\n3;03.02.2024;Tee;1;3,40\n',
	});
	await folder.run(path.join(folder.folder, 'de.csv'));
	const {json} = await folder.run(await corrected(folder, 'xx.', '02.'));
	expect(json[0]).toMatchObject({loaded: 1, rejected: 0, amount: {loaded: '1250.0000'}});
	expect(json[0]!.decisions).toContain(
		'Preis has groups of thousands in "1.250", as in the import that rejected these rows',
	);
	expect(folder.query(revenue)).toEqual([[1265.9]]);
});

test('corrected rows keep the order of day and month, and a flag overrules it', async () => {
	const us =
		'Order ID,Date,Product,Qty,Price\n1,04/13/2024,Tea,1,2\n2,04/xx/2024,Pie,1,2\n3,04/15/2024,Pie,1,2\n';
	const folder = importFolder({'us.csv': us});
	await folder.run(path.join(folder.folder, 'us.csv'));
	const file = await corrected(folder, '/xx/', '/05/');
	await folder.run(file, '--dry-run', '--date-order', 'dmy');
	await folder.run(file);
	expect(folder.query(days)).toEqual([
		['1', '2024-04-13'],
		['2', '2024-04-05'],
		['3', '2024-04-15'],
	]);
});

test('rejected rows of sources that were read in different ways are refused together', async () => {
	const header = 'Order ID,Date,Product,Qty,Price\n';
	const folder = importFolder({
		'us.csv': `${header}1,04/13/2024,Tea,1,2\n2,04/xx/2024,Pie,1,2\n`,
		'uk.csv': `${header}3,13/04/2024,Tea,1,2\n4,xx/04/2024,Pie,1,2\n`,
	});
	await folder.run(path.join(folder.folder, 'us.csv'), path.join(folder.folder, 'uk.csv'));
	const {code, err} = await folder.run(await corrected(folder, 'xx', '05'));
	expect(code).toBe(1);
	expect(err.join()).toContain('salesmon rejects --source NAME --out FILE');
	const {json} = await folder.run(await corrected(folder, 'xx', '05', '--source', 'us.csv'));
	expect(json[0]).toMatchObject({loaded: 1});
	expect(folder.query(days)).toContainEqual(['2', '2024-04-05']);
});

test('the files of a folder tell each other which number is the day', async () => {
	const day = (number: number) =>
		`Order ID,Date,Product,Qty,Price\n1${number},04/${number}/2024,Tea,1,2\n2${number},04/${number}/2024,Pie,2,3\n`;
	const folder = importFolder({
		'd11.csv': day(11),
		'd12.csv': day(12),
		'd13.csv': day(13),
		'd14.csv': day(14),
	});
	const {json} = await folder.run(folder.folder);
	expect(json[0]!.decisions).toContain(
		'Date has month before day in "04/11/2024", as other sources with these columns show',
	);
	expect(folder.query('SELECT DISTINCT date FROM dates JOIN orders USING (date_id) ORDER BY date')).toEqual([
		['2024-04-11'],
		['2024-04-12'],
		['2024-04-13'],
		['2024-04-14'],
	]);
});

test('the files of a folder tell each other what stands before the decimals', async () => {
	const header = 'Order ID,Date,Product,Qty,Price\n';
	const folder = importFolder({
		'a.csv': `${header}1,2024-02-01,Tee,1,"12,50"\n2,2024-02-01,Sofa,1,"1.299,00"\n`,
		'b.csv': `${header}3,2024-02-02,Sofa,1,1.299\n`,
	});
	await folder.run(folder.folder);
	expect(folder.query(revenue)).toEqual([[2610.5]]);
});

test('what an earlier import showed counts for sources with the same columns, and for no others', async () => {
	const rows = 'Product,Qty,Price\n';
	const folder = importFolder({
		'us.csv': `Order ID,Date,${rows}1,04/13/2024,Tea,1,2\n`,
		'next.csv': `Order ID,Date,${rows}9,04/05/2024,Tea,1,2\n`,
		'other.csv': `Order No,Day,${rows}10,04/05/2024,Tea,1,2\n`,
	});
	for (const file of ['us.csv', 'next.csv', 'other.csv']) {
		await folder.run(path.join(folder.folder, file));
	}
	expect(folder.query(days)).toEqual([
		['1', '2024-04-13'],
		['10', '2024-05-04'],
		['9', '2024-04-05'],
	]);
});

test('sources that contradict each other decide nothing for a third', async () => {
	const header = 'Order ID,Date,Product,Qty,Price\n';
	const folder = importFolder({
		'a.csv': `${header}1,04/13/2024,Tea,1,2\n`,
		'b.csv': `${header}2,13/04/2024,Tea,1,2\n`,
		'c.csv': `${header}3,04/05/2024,Tea,1,2\n`,
	});
	const {json} = await folder.run(folder.folder);
	expect(json[2]!.decisions.join()).toContain('which is a guess');
	expect(folder.query(days)).toContainEqual(['3', '2024-05-04']);
});

test('a file in another currency than the database is refused by the signs beside its amounts', async () => {
	const folder = importFolder({'us.csv': 'Order ID,Date,Product,Qty,Price\n1,2024-05-01,Tea,1,$2.00\n'});
	const {code, err} = await folder.run(path.join(folder.folder, 'us.csv'));
	expect(code).toBe(1);
	expect(err.join()).toContain('is in USD and the database in EUR');
});

test('what is in two encodings is told, and a flag says the encoding', async () => {
	const folder = importFolder({});
	const file = path.join(folder.folder, 'mixed.csv');
	const lines = ['Order ID,Date,Customer,Product,Qty,Price', '1,2024-05-01,Zoë,Käse,1,1', ''].join('\n');
	writeFileSync(
		file,
		Buffer.concat([Buffer.from(lines), Buffer.from('2,2024-05-01,Müller,Öl,1,1\n', 'latin1')]),
	);
	const {out, err} = await folder.run(file);
	expect(JSON.parse(out[0]!)).toMatchObject({encoding: 'UTF-8 and Windows-1252'});
	expect(err).toEqual([
		expect.stringContaining('that are no UTF-8 were read as Windows-1252; --encoding says otherwise'),
	]);
	expect(folder.query('SELECT name FROM products ORDER BY name')).toEqual([['Käse'], ['Öl']]);

	const polish = path.join(folder.folder, 'polish.csv');
	// "Żurek świąteczny" as the code page 1250 writes it.
	const name = Buffer.from([0xaf, 0x75, 0x72, 0x65, 0x6b, 0x20, 0x9c, 0x77, 0x69, 0xb9, 0x74]);
	writeFileSync(
		polish,
		Buffer.concat([
			Buffer.from('Order ID,Date,Product,Qty,Price\n3,2024-05-01,'),
			name,
			Buffer.from(',1,1\n'),
		]),
	);
	const second = await folder.run(polish, '--encoding', 'windows-1250');
	expect(JSON.parse(second.out[0]!)).toMatchObject({encoding: 'windows-1250'});
	expect(folder.query('SELECT name FROM products ORDER BY product_id DESC LIMIT 1')).toEqual([
		['Żurek świąt'],
	]);
});

test('the password of an address is shown nowhere', async () => {
	const server = createServer((_, response) => {
		response.end('Order ID,Date,Product,Qty,Price\n1,2024-05-01,Tea,1,2\n');
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = `127.0.0.1:${(server.address() as AddressInfo).port}/sales.csv`;
	const folder = importFolder({});
	for (const format of ['json', 'table']) {
		const {out, err} = await folder.run(`http://bob:hunter2@${address}`, '--format', format);
		expect([...out, ...err].join('\n')).toContain(`http://bob:***@${address}`);
		expect([...out, ...err].join('\n')).not.toContain('hunter2');
	}
	server.closeAllConnections();
	server.close();
	const gone = await folder.run(`http://bob:hunter2@${address}`);
	expect(gone).toMatchObject({code: 1});
	expect([...gone.out, ...gone.err].join('\n')).not.toContain('hunter2');
	const ftp = folder.run('ftp://bob:hunter2@example.com/sales.csv');
	await expect(ftp).rejects.toThrow('cannot import ftp://bob:***@example.com/sales.csv');
	expect(folder.query('SELECT origin FROM imports')[0]).toEqual([`http://bob:***@${address}`]);
});

test('tables with other columns in the same folder show which number is the day', async () => {
	const {run, folder, query} = importFolder({
		'orders.csv': 'order_id,customer_id,order_date\nO1,C1,03/04/2024\nO2,C1,05/04/2024\n',
		'order_items.csv': 'order_id,product_id,quantity,unit_price\nO1,P1,1,5.00\nO2,P1,1,5.00\n',
		'shipments.csv': 'shipment,shipped_on,weight\nS1,25/04/2024,3\nS2,05/04/2024,2\n',
	});
	const {json} = await run(folder);
	expect(json.flatMap(({decisions}) => decisions)).toContain(
		'order_date has day before month in "03/04/2024", as other tables beside it show; --date-order says otherwise',
	);
	expect(query("SELECT date(at / 1000, 'unixepoch') FROM orders")).toEqual([['2024-04-03'], ['2024-04-05']]);
});

test('another sheet of a workbook shows which number is the day', async () => {
	const {run, folder, query} = importFolder({});
	const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
	const rowsOf = (day: string) =>
		[
			['Order', 'Date', 'Item', 'Qty', 'Price'],
			['A', day, 'Mug', '1', '5.00'],
		]
			.map(cells => `<row>${cells.map(cell).join('')}</row>`)
			.join('');
	const file = path.join(folder, 'sales.xlsx');
	writeFileSync(
		file,
		workbookOf([
			{name: 'April', rows: rowsOf('04/03/2024')},
			{name: 'May', rows: rowsOf('05/25/2024')},
		]),
	);
	await run(file);
	expect(query("SELECT date(at / 1000, 'unixepoch') FROM orders")).toEqual([['2024-04-03']]);
});
