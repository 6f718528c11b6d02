import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

async function read(header: string, ...rows: readonly string[]) {
	const {lines, rejected} = await readSource(`${[header, ...rows].join('\n')}\n`);
	return {
		revenue: lines.reduce((sum, {amount}) => sum + amount, 0) / 10_000,
		rejected: rejected.map(({lineNumber, reason, amount}) => [lineNumber, reason, amount]),
	};
}

const total = 'a total row, which is no sale';

test.each(['TOTAL MARCH', 'Total 15.03.2024', 'Umsatz gesamt', 'Razem za marzec'])(
	'%s is a total where it costs what the rows above it do',
	async name => {
		expect(
			await read(
				'Date,Item,Qty,Amount',
				'2024-03-15,Shirt,1,20.00',
				'2024-03-15,Cap,1,5.00',
				`2024-03-31,${name},2,25.00`,
			),
		).toEqual({revenue: 25, rejected: [[4, total, 0]]});
	},
);

test('totals of days, months and all of it are none of the sales', async () => {
	expect(
		await read(
			'Date,Item,Qty,Price,Amount',
			'2024-03-15,Shirt,1,20.00,20.00',
			'2024-03-15,Cap,1,5.00,5.00',
			'2024-03-15,Day total,2,12.50,25.00',
			'2024-03-16,Cap,2,5.00,10.00',
			'2024-03-16,Day total,2,5.00,10.00',
			'2024-03-31,Total of March,4,8.75,35.00',
		),
	).toEqual({
		revenue: 35,
		rejected: [
			[4, total, 0],
			[6, total, 0],
			[7, total, 0],
		],
	});
});

test('the tax and the total of each order are none of its products', async () => {
	expect(
		await read(
			'Order,Date,Item,Qty,Price,Total',
			'100001,2024-03-15,Mug,2,11.50,23.00',
			'100001,2024-03-15,Tax,1,1.60,1.60',
			'100001,2024-03-15,Total,1,24.60,24.60',
			'100002,2024-03-15,Pen,1,2.00,2.00',
			'100002,2024-03-15,Tax,1,0.14,0.14',
			'100002,2024-03-15,Total,1,2.14,2.14',
		),
	).toMatchObject({revenue: 25, rejected: {length: 4}});
});

test('a row without order and customer that counts and costs as much as all above it is their total', async () => {
	expect(
		await read(
			'Order,Date,Customer,Item,Qty,Amount',
			'100001,2024-03-15,Ann,Shirt,1,20.00',
			'100002,2024-03-15,Bob,Cap,2,5.00',
			',2024-03-31,,March,3,25.00',
		),
	).toEqual({revenue: 25, rejected: [[4, total, 0]]});
});

test('a product that is called so, and costs what the rows above it do not, is sold', async () => {
	expect(
		await read(
			'Date,Item,Qty,Amount',
			'2024-03-15,Shirt,1,20.00',
			'2024-03-15,Total Eclipse,1,20.00',
			'2024-03-16,Total Eclipse,1,20.00',
			'2024-03-16,Cap,1,80.00',
			'2024-03-17,Summer hat,2,140.00',
		),
	).toEqual({revenue: 280, rejected: []});
});
