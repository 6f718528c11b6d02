import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

test.each(['Sztuki', 'Pcs moved', 'Stk'])('%s is the quantity that makes every total', async header => {
	const {lines, decisions} = await readSource(
		`Order,Date,Product,Shelf,${header},Price,Total
100001,2024-03-15,A,7,3,10.00,30.00
100002,2024-03-15,A,8,2,10.00,20.00
100003,2024-03-16,B,9,-1,2.50,-2.50
`,
	);
	expect(lines.map(({quantity, amount}) => [quantity, amount])).toEqual([
		[3, 300_000],
		[2, 200_000],
		[-1, -25_000],
	]);
	expect(decisions).toContain(`${header} is the quantity: quantity × price makes Total in every row`);
});

test('without a quantity rows are not one unit each where their totals say otherwise', async () => {
	await expect(
		readSource('Order,Date,Product,Price,Total\n1,2024-03-15,A,10.00,30.00\n2,2024-03-15,A,10.00,20.00\n'),
	).rejects.toThrow(
		/no column for quantity .* --map "quantity=COLUMN", because price × 1 is not the total in most rows/,
	);
});

test('without a quantity rows are one unit each where their totals agree', async () => {
	const {lines} = await readSource(
		'Date,Product,Weight,Price,Total\n2024-03-15,A,3,10.00,10.00\n2024-03-15,B,4,5,5\n',
	);
	expect(lines.map(({quantity}) => quantity)).toEqual([1, 1]);
});
