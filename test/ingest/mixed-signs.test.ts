import {expect, test} from 'vitest';
import {readSource} from './read-source.ts';

const read = (header: string, ...rows: readonly string[]) =>
	readSource(
		[
			`Order,Date,SKU,Qty,Price,${header}`,
			...rows.map((row, place) => `${100_001 + place},2024-03-05,A,${row}`),
			'',
		].join('\n'),
	);
const told = ({lines}: Awaited<ReturnType<typeof read>>) =>
	lines.map(({quantity, discount, amount}) => [quantity, discount, amount]);

test('a discount with a minus among others is taken off where the total shows it', async () => {
	const reading = await read(
		'Discount,Line Total',
		'1,100.00,(10.00),90.00',
		'2,50.00,-5.00,95.00',
		'-1,50.00,2.50,-47.50',
		'1,50.00,2.50,47.50',
		'1,50.00,-2.50,52.50',
	);
	expect(told(reading)).toEqual([
		[1, 100_000, 900_000],
		[2, 50_000, 950_000],
		[-1, -25_000, -475_000],
		[1, 25_000, 475_000],
	]);
	expect(reading.rejected).toMatchObject([{lineNumber: 6}]);
});

test('a row of which the total alone has a minus is a return, where others have none', async () => {
	const reading = await read('Total', '1,10.00,10.00', '1,10.00,-10.00', '0.5,4.00,-2.00', '2,10.00,20.00');
	expect(reading.rejected).toEqual([]);
	expect(told(reading)).toEqual([
		[1, 0, 100_000],
		[-1, 0, -100_000],
		[-1, 0, -20_000],
		[2, 0, 200_000],
	]);
	expect(reading.lines.map(({repair}) => repair)).toEqual([undefined, 'quantity', 'quantity', undefined]);
	expect(told(await read('Total', '1,10.00,-10.00', '2,10.00,-20.00'))).toEqual([
		[1, 0, 100_000],
		[2, 0, 200_000],
	]);
});

test('what a rejected row comes to is what its total says, where totals are amounts', async () => {
	const {rejected} = await read(
		'Total',
		'1,10.00,10.00',
		'2,10.00,20.00',
		'1,10.00,10.00',
		'1,100.00,90.00',
		'0,10.00,-10.00',
		'1,cheap,7.00',
		'0,10.00,',
	);
	expect(rejected.map(({amount}) => amount)).toEqual([900_000, -100_000, 70_000, 0]);
});
