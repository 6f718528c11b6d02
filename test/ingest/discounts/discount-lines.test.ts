import {expect, test} from 'vitest';
import {testStore} from '../../helpers/store.ts';
import {importCsv} from '../import-csv.ts';
import {readSource} from '../read-source.ts';

const text = (...rows: readonly string[]) =>
	['Order,Date,Item,Qty,Price,Shipping,Order Total', ...rows, ''].join('\n');

const vouchers = text(
	'100001,2024-03-05,Mug,1,30.00,5.00,35.00',
	'100001,2024-03-05,Pen,2,5.00,5.00,35.00',
	'100001,2024-03-05,Gift voucher,1,-10.00,5.00,35.00',
	'100002,2024-03-05,Mug,1,30.00,0.00,30.00',
	'100003,2024-03-06,Discount SPRING,1,-3.00,0.00,27.00',
	'100003,2024-03-06,Mug,1,30.00,0.00,27.00',
);

test('a line that is called a discount is taken off its order where the total shows it', async () => {
	const {lines, rejected, decisions} = await readSource(vouchers);
	expect(rejected).toEqual([]);
	expect(lines.map(({order, product, discount, amount}) => [order, product, discount, amount])).toEqual([
		['100001', 'Mug', 75_000, 225_000],
		['100001', 'Pen', 25_000, 75_000],
		['100002', 'Mug', 0, 300_000],
		['100003', 'Mug', 30_000, 270_000],
	]);
	expect(decisions).toContain(
		'lines that are called discounts are taken off the others of their order, where its total shows it',
	);
});

test('a row that is only a discount counts with the rows that are loaded, and again as a duplicate', async () => {
	for (const rowsPerBatch of [1, 2, 100]) {
		const store = testStore();
		expect(await importCsv(store, vouchers, {rowsPerBatch})).toMatchObject({
			rows: {read: 6, loaded: 6, duplicate: 0, rejected: 0},
			amount: {read: 870_000, loaded: 870_000},
		});
		expect(await importCsv(store, vouchers, {rowsPerBatch})).toMatchObject({
			rows: {read: 6, loaded: 0, duplicate: 6, rejected: 0},
			amount: {duplicate: 870_000},
		});
	}
});

test.each([
	[
		'the total does not show it',
		['1,2024-03-05,Mug,1,30.00,0.00,30.00', '1,2024-03-05,Voucher,1,-5.00,0.00,30.00'],
	],
	[
		'it is more than all is worth',
		['1,2024-03-05,Mug,1,3.00,0.00,-2.00', '1,2024-03-05,Voucher,1,-5.00,0.00,-2.00'],
	],
])('a discount line is rejected where %s', async (_, rows) => {
	const {lines, rejected} = await readSource(text(...rows));
	expect(lines).toMatchObject([{product: 'Mug', discount: 0}]);
	expect(rejected).toMatchObject([
		{
			field: 'unitPrice',
			reason:
				'unit price is negative, as of a discount, and no total of its order shows that it is taken off',
			amount: -50_000,
		},
	]);
});

test('another line of negative price is rejected for that alone, whatever the total is', async () => {
	const {rejected} = await readSource(
		text('1,2024-03-05,Mug,1,30.00,0.00,25.00', '1,2024-03-05,Adjustment,1,-5.00,0.00,25.00'),
	);
	expect(rejected).toMatchObject([{reason: 'unit price is negative'}]);
});
