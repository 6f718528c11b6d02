import {expect, test} from 'vitest';
import {openZone} from '../../source/business-time.ts';
import type {ImportedLine, RejectedRow} from '../../source/imported-line.ts';
import {csvProblems} from '../../source/ingest/formats/csv-records.ts';
import {readSales} from '../../source/ingest/read-sales.ts';
import {reasons} from '../../source/ingest/rows/reasons.ts';
import {SourceError} from '../../source/ingest/source-error.ts';
import {textSource} from './import-csv.ts';
import {readSource} from './read-source.ts';

const header = 'order,sku,description,qty,price,discount,date,customer id,country';

async function read(text: string, chunkLength?: number) {
	const reading = await readSales(textSource('sales.csv', text, chunkLength), openZone('UTC'));
	const lines: ImportedLine[] = [];
	const rejected: RejectedRow[] = [];
	for await (const batch of reading.batches) {
		lines.push(...batch.lines);
		rejected.push(...batch.rejected);
	}
	return {...reading, lines, rejected};
}

const readRow = (row: string) => read(`${header}\n${row}\n`);

test('a row becomes a line with exact money', async () => {
	const {lines, rejected} = await readRow('A1,P1, Blue  mug ,3,0.5,1,2026-11-20 12:00,17850.0,France');
	expect(rejected).toEqual([]);
	expect(lines).toEqual([
		{
			order: 'A1',
			product: 'P1',
			productName: 'Blue  mug',
			category: undefined,
			quantity: 3,
			unitPrice: 5000,
			discount: 10_000,
			amount: 5000,
			at: Date.UTC(2026, 10, 20, 12),
			region: 'France',
			store: undefined,
			city: undefined,
			customer: '17850',
			customerName: undefined,
			email: undefined,
			age: undefined,
			repair: undefined,
			rejectedRow: undefined,
			lineNumber: 2,
			raw: 'A1,P1, Blue  mug ,3,0.5,1,2026-11-20 12:00,17850.0,France',
		},
	]);
});

test.each([
	[
		'a negative quantity is a return, and its discount goes with it',
		'A1,P1,,-2,5,1,2026-11-20,,',
		{quantity: -2, discount: -10_000, amount: -90_000},
	],
	['a price of 0 is accepted', 'A1,P1,,2,0,,2026-11-20,,', {unitPrice: 0, amount: 0}],
	['a missing customer is a guest', 'A1,P1,,2,1,,2026-11-20,  ,', {customer: undefined}],
	[
		'the word NULL is nothing',
		'A1,P1,NULL,2,1,NULL,2026-11-20,NaN,',
		{customer: undefined, productName: undefined, discount: 0},
	],
	['a whole number may be written with a point', 'A1,P1,,6.0,1,,2026-11-20,,', {quantity: 6}],
])('%s', async (_, row, expected) => {
	const {lines} = await readRow(row);
	expect(lines).toEqual([expect.objectContaining(expected)]);
});

test.each([
	['order', reasons.noOrder, ',P1,,2,5,,2026-11-20,,', 100_000],
	['product', reasons.noProduct, 'A1, ,,2,5,,2026-11-20,,', 100_000],
	['quantity', reasons.noQuantity, 'A1,P1,,,5,,2026-11-20,,', 0],
	['quantity', reasons.unreadableQuantity, 'A1,P1,,two,5,,2026-11-20,,', 0],
	['quantity', reasons.zeroQuantity, 'A1,P1,,0,5,,2026-11-20,,', 0],
	['quantity', reasons.zeroQuantity, 'A1,P1,,-0,5,,2026-11-20,,', 0],
	['quantity', reasons.largeAmount, 'A1,P1,,9999999999999999999,5,,2026-11-20,,', 0],
	['quantity', reasons.largeAmount, 'A1,P1,,9999999999999999999,0,,2026-11-20,,', 0],
	['unitPrice', reasons.noPrice, 'A1,P1,,2,,,2026-11-20,,', 0],
	['unitPrice', reasons.unreadablePrice, 'A1,P1,,2,cheap,,2026-11-20,,', 0],
	['unitPrice', reasons.negativePrice, 'A1,P1,,2,-5,,2026-11-20,,', -100_000],
	['discount', reasons.unreadableDiscount, 'A1,P1,,2,5,ten,2026-11-20,,', 100_000],
	['discount', reasons.negativeDiscount, 'A1,P1,,2,5,-1,2026-11-20,,', 100_000],
	['discount', reasons.largeDiscount, 'A1,P1,,2,5,11,2026-11-20,,', 100_000],
	['at', reasons.noDate, 'A1,P1,,2,5,1,,,', 90_000],
	['at', reasons.unreadableDate, 'A1,P1,,2,5,1,soon,,', 90_000],
	['at', reasons.strangeDate, 'A1,P1,,2,5,,1969-12-31,,', 100_000],
	[undefined, csvProblems.ragged, 'A1,P1,2', 0],
])('%s: %s', async (field, reason, raw, amount) => {
	const {lines, rejected} = await readRow(raw);
	expect(lines).toEqual([]);
	expect(rejected).toEqual([expect.objectContaining({lineNumber: 2, field, reason, raw, amount})]);
});

test.each([
	[';', 'csv'],
	['\t', 'tsv'],
	['|', 'csv'],
])('values set apart by %j are noticed', async (delimiter, format) => {
	const text = `${header}\nA1,P1,Mug,2,5,,2026-11-20,,France\n`.replaceAll(',', delimiter);
	expect(await read(text)).toMatchObject({format, delimiter, lines: [{order: 'A1', amount: 100_000}]});
});

test('the text may come in any pieces', async () => {
	const text = `\n${header}\r\nA1,P1,"Mug, ""blue""\r\nlarge",2,5,,2026-11-20,,France`;
	const whole = await read(text);
	expect(whole.lines).toHaveLength(1);
	for (const chunkLength of [1, 2, 5, 17]) {
		expect((await read(text, chunkLength)).lines).toEqual(whole.lines);
	}
});

test('a header alone has no rows', async () => {
	expect(await read(header)).toMatchObject({lines: [], rejected: []});
});

test.each([
	['', 'sales.csv is empty'],
	[' \n\n', 'sales.csv is empty'],
	[',,\n,\n', 'sales.csv is empty: there are only separators in it'],
	[',', 'sales.csv is empty: there are only separators in it'],
	[
		'order,sku,qty,colour\n',
		'sales.csv has no column for unitPrice (for example unit price, price, price each), nor for at (for example at, order date, invoice date); its header is: order, sku, qty, colour',
	],
	['{"orders": []}', 'sales.csv has no orders in its JSON'],
	['PK\u0003\u0004\0\0', 'sales.csv is a ZIP or XLSX file inside another one'],
])('%j says why nothing can be imported', async (text, message) => {
	const error = await read(text).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(SourceError);
	expect(error).toHaveProperty('message', expect.stringContaining(message));
});

test('a table further down is read as the first one shows, where it leaves that open', async () => {
	const {lines, laterDecisions} = await readSource(
		'order,date,sku,qty,price\n1,20/11/2026,A,1,5\n\nday,item,units,amount\n05/03/2026,B,2,6\n',
	);
	expect(lines.map(({at}) => at)).toEqual([Date.UTC(2026, 10, 20), Date.UTC(2026, 2, 5)]);
	expect(laterDecisions().join('; ')).toContain(
		'day has day before month in "05/03/2026", as other tables beside it show',
	);
});

test('a table further down is read as what separates its values makes likely, like the first', async () => {
	const {lines, decisions, laterDecisions} = await readSource(
		'order;date;sku;qty;price\n1;2026-11-20;A;1;1,234\n\nday;item;units;unit price\n2026-11-21;B;2;5,678\n',
	);
	expect(lines.map(({product, unitPrice}) => [product, unitPrice])).toEqual([
		['A', 12_340],
		['B', 56_780],
	]);
	const told = 'has decimals in';
	expect([decisions.join('; '), laterDecisions().join('; ')]).toEqual([
		expect.stringContaining(`price ${told} "1,234"`),
		expect.stringContaining(`unit price ${told} "5,678"`),
	]);
});
