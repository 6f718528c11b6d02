import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const read = (header: string, ...rows: readonly string[]) =>
	readSource(
		[
			`Invoice,Date,SKU,Qty,Unit Price,${header}`,
			...rows.map((row, place) => `${100_001 + place},2024-03-15,A,${row}`),
			'',
		].join('\n'),
	);
const told = ({lines}: Awaited<ReturnType<typeof read>>) =>
	lines.map(({quantity, unitPrice, discount, amount}) => [quantity, unitPrice, discount, amount]);

test('a total that was rounded to the cent is what was charged', async () => {
	const reading = await read('Line Total', '7,0.125,0.88', '-7,0.125,-0.88', '3,0.125,0.37', '4,0.125,0.50');
	expect(reading.rejected).toEqual([]);
	expect(told(reading)).toEqual([
		[7, 1258, 6, 8800],
		[-7, 1258, -6, -8800],
		[3, 1250, 50, 3700],
		[4, 1250, 0, 5000],
	]);
	expect(reading.lines.map(({repair}) => repair)).toEqual([undefined, undefined, undefined, undefined]);
});

test('so is one after a discount, of which the rest is part', async () => {
	expect(told(await read('Discount %,Line Total', '3,9.99,15,25.47', '1,10.00,15,8.50'))).toEqual([
		[3, 99_900, 45_000, 254_700],
		[1, 100_000, 15_000, 85_000],
	]);
});

test('a total before the discount or with tax leaves the line as its price makes it', async () => {
	expect(
		told(
			await read('Discount amount,Gross', '7,0.125,0.10,0.88', '1,10.00,1.00,10.00', '2,10.00,1.00,20.00'),
		)[0],
	).toEqual([7, 1250, 1000, 7750]);
	expect(told(await read('Tax,Total', '7,0.125,0.18,1.06', '1,10.00,2.00,12.00'))[0]).toEqual([
		7, 1250, 0, 8750,
	]);
});
