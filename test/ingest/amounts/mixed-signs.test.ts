import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

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

test.each([
	['Price,Total', '5.00,10.00', '30.00,30.00'],
	['Price,Total', '-5.00,-10.00', '-30.00,-30.00'],
	['Price', '-5.00', '-30.00'],
	['Total', '10.00', '30.00'],
])(
	'returns of which the amounts in %s have other signs than the quantity are repaired where all have',
	async (header, two, one) => {
		const amount = header === 'Total' ? '60.00' : header === 'Price' ? '30.00' : '30.00,60.00';
		const {lines, rejected, decisions} = await readSource(
			`Order,Date,SKU,Qty,${header}\n100001,2024-03-05,A,2,${amount}\n100002,2024-03-05,A,2,${amount}\n100003,2024-03-06,B,-2,${two}\n100004,2024-03-06,A,-1,${one}\n`,
		);
		expect(rejected).toEqual([]);
		expect(lines.map(line => [line.quantity, line.amount, line.repair])).toEqual([
			[2, 600_000, undefined],
			[2, 600_000, undefined],
			[-2, -100_000, 'total'],
			[-1, -300_000, 'total'],
		]);
		expect(decisions).toContain(
			'rows of negative Qty are returns, whatever signs their amounts have: all of them are written so',
		);
	},
);

test.each([
	['Price,Total', '-1,30.00,30.00', '-1,30.00,-30.00', 'total contradicts quantity, unit price and discount'],
	['Price,Total', '-1,30.00,30.00', '-1,30.00,20.00', 'total contradicts quantity, unit price and discount'],
	[
		'Total',
		'-1,30.00',
		'-1,-30.00',
		'quantity is negative and total is not, which other rows do not explain',
	],
	['Price', '-1,-30.00', '-1,30.00', 'unit price is negative'],
])(
	'a row in which the signs of %s disagree is rejected where others have other ones',
	async (header, odd, other, reason) => {
		const sale = header === 'Price,Total' ? '1,30.00,30.00' : '1,30.00';
		const rows = [sale, sale, sale, odd, other].map((row, place) => `${100_001 + place},2024-03-05,A,${row}`);
		const {rejected} = await readSource(`Order,Date,SKU,Qty,${header}\n${rows.join('\n')}\n`);
		expect(rejected[0]).toMatchObject({lineNumber: 5, reason});
	},
);
