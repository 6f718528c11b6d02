import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

test('a total that stands beside prices and repeats that of the order costs no line', async () => {
	const {lines, rejected} = await readSource(
		[
			'Order,Date,Item,Qty,Price,Total',
			'1,2024-05-01,Mug,2,5.00,22.00',
			'1,2024-05-01,Pen,12,1.00,22.00',
			...Array.from({length: 9}, (_, index) => `${index + 2},2024-05-02,Pen,1,1.00,1.00`),
		].join('\n'),
	);
	expect(rejected).toEqual([]);
	expect(lines.reduce((sum, {amount}) => sum + amount, 0)).toBe(310_000);
});

test('lines of equal price in one order are no totals of it', async () => {
	const {lines} = await readSource(
		'Order,Date,Item,Qty,Total\n1,2024-05-01,Mug,1,5.00\n1,2024-05-01,Pen,1,5.00\n2,2024-05-01,Pen,1,5.00\n2,2024-05-01,Cup,1,6.00\n',
	);
	expect(lines.reduce((sum, {amount}) => sum + amount, 0)).toBe(210_000);
});

test.each([
	'Total incl. VAT',
	'Line total inc VAT',
	'Amount incl. GST',
	'Bruttobetrag',
	'Importe con IVA',
	'Totale ivato',
])('%s is a total', async header => {
	const {lines} = await readSource(`Order,Date,Item,Qty,${header}\n1,2024-03-05,Mug,2,23.80\n`);
	expect(lines.map(({amount}) => amount)).toEqual([238_000]);
});
