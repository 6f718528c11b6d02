import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

/** The lines of a text that is indented here and not there. */
const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const at = (iso: string) => Date.parse(iso);

test('a sheet of sales without numbers: each row is an order whose key is the same every time', async () => {
	const sheet = text(
		'Date,Store,City,Product,Price,Units',
		'2024-03-05,North,Lille,Mug,5.00,2',
		'2024-03-05,North,Lille,Mug,5.00,2',
		'2024-03-05,South,Nice,Mug,5.00,2',
	);
	const {lines, decisions} = await readSource(sheet);
	expect(new Set(lines.map(({order}) => order)).size).toBe(3);
	expect(lines).toMatchObject([{store: 'North', city: 'Lille', amount: 100_000}, {}, {store: 'South'}]);
	expect((await readSource(sheet)).lines).toEqual(lines);
	expect(decisions.join('\n')).toContain('each row is an order of its own');
});

test('columns of unknown names are mapped by hand, by any of their words', async () => {
	const sheet = text('Vorgang,Was,Wieviel,Kostet,Wann', 'A,Mug,2,5,2024-03-05');
	const error = await readSource(sheet).catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({
		message: expect.stringContaining('say which with --map "product=COLUMN,unitPrice=COLUMN,at=COLUMN"'),
		fields: ['product', 'unitPrice', 'at'],
	});
	const asked = {
		columns: {order: 'vorgang', product: 'Was', quantity: 'Wieviel', unitPrice: 'Kostet', at: 'Wann'},
	};
	expect((await readSource(sheet, {asked})).lines).toMatchObject([{order: 'A', product: 'Mug', quantity: 2}]);
	await expect(readSource(sheet, {asked: {columns: {...asked.columns, at: 'Datum'}}})).rejects.toThrow(
		'has no column "Datum" for at',
	);
});

test('a header that is nearly known is recognised, and a date column that holds no dates is none', async () => {
	const {mapping} = await readSource(
		text('Oder ID,Prodcut Name,Quantty,Unit Prise,Date of Order', 'A,Mug,2,5,2024-03-05'),
	);
	expect(mapping).toMatchObject({
		order: 'Oder ID',
		productName: 'Prodcut Name',
		quantity: 'Quantty',
		unitPrice: 'Unit Prise',
		at: 'Date of Order',
	});
	const {mapping: other} = await readSource(
		text(
			'order,sku,qty,price,order date,sold on',
			'A,P,1,5,web,2024-03-05',
			'B,P,1,5,shop,2024-03-06',
			'C,P,1,5,web,2024-03-07',
		),
	);
	expect(other).toMatchObject({at: 'sold on'});
});

test('an ambiguous order is decided by a row far below the first ones', async () => {
	const rows = Array.from(
		{length: 9000},
		(_, index) => `A${index},P,1,5,0${1 + (index % 9)}/0${1 + (index % 7)}/2024`,
	);
	const sheet = text('order,sku,qty,price,date', ...rows, 'Z,P,1,5,07/25/2024');
	const {lines, rejected} = await readSource(sheet);
	expect(rejected).toEqual([]);
	expect(lines[0]).toMatchObject({at: at('2024-01-01')});
	expect(lines[1]).toMatchObject({at: at('2024-02-02')});
	expect(lines[2]).toMatchObject({at: at('2024-03-03')});
	expect(lines[8]).toMatchObject({at: at('2024-09-02')});
});
