import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

test.each([
	['a bank statement', 'Date,Description,Amount,Balance', '2024-03-02,Card payout,450.00,550.00'],
	['a bank statement', 'Date,Description,Debit,Credit,Amount', '2024-03-02,Card payout,,450.00,450.00'],
	[
		'a list of purchases',
		'Purchase Order,Date,Supplier,SKU,Quantity,Unit Price',
		'77,2024-03-01,Acme,A,100,4.00',
	],
	['a list of purchases', 'Invoice,Date,Vendor,SKU,Quantity,Unit Price', '77,2024-03-01,Acme,A,100,4.00'],
	['a list of quotes', 'Quote No,Date,Customer,Product,Qty,Price', '5,2024-03-01,Ann,A,1,4.00'],
	['a time sheet', 'Date,Employee,Description,Hours,Rate,Amount', '2024-03-01,Eva,Support,2,50.00,100.00'],
	['a stock take', 'Date,SKU,Counted,Expected,Price,Total', '2024-03-01,A,8,9,4.00,32.00'],
	['a list of expenses', 'Date,Category,Description,Amount', '2024-03-01,Office,Paper,-9.00'],
	['a list of expenses', 'Date,Category,Description,Amount', '2024-03-01,Rent,March,900.00'],
])('%s is no sales: %s', async (what, header, row) => {
	await expect(readSource(`${header}\n${row}\n`)).rejects.toThrow(
		new RegExp(`seems to be ${what}, and no sales; to load it all the same.*--map "`),
	);
});

test('categories of which half are of spending tell expenses', async () => {
	await expect(
		readSource(
			'Date,Category,Description,Amount\n2024-03-01,Rent,Shop,900.00\n2024-03-02,Paper,Cups,120.00\n',
		),
	).rejects.toThrow('seems to be a list of expenses');
});

test('what seems to be a bank statement is loaded with --map', async () => {
	const {lines} = await readSource('Date,Description,Amount,Balance\n2024-03-02,Tea,4.50,550.00\n', {
		asked: {columns: {product: 'Description'}},
	});
	expect(lines).toMatchObject([{product: 'Tea', amount: 45_000}]);
});

test.each([
	['Order,Date,Customer,PO Number,SKU,Qty,Price', '1,2024-03-01,Ann,P7,A,2,4.00'],
	['Order,Date,Customer,SKU,Vendor,Qty,Price', '1,2024-03-01,Ann,A,Acme,2,4.00'],
	['Order,Quote No,Date,SKU,Qty,Price', '1,Q7,2024-03-01,A,2,4.00'],
	['Num,Date,Customer,Memo,Qty,Sales Price,Amount,Balance', '1,2024-03-01,Ann,A,2,4.00,8.00,8.00'],
	['Order,Date,Employee,SKU,Qty,Price', '1,2024-03-01,Eva,A,2,4.00'],
])('%s are sales', async (header, row) => {
	const {lines} = await readSource(`${header}\n${row}\n`, {
		...(header.includes('Memo') && {asked: {columns: {product: 'Memo'}}}),
	});
	expect(lines).toMatchObject([{quantity: 2, amount: 80_000}]);
});

test('purchases beside sales, payouts and fees are no sales, and what a customer purchases is', async () => {
	const rows = (...kinds: readonly string[]) =>
		`Date,Type,Item,Amount\n${kinds.map(kind => `2024-03-01,${kind},Tea,4.00`).join('\n')}\n`;
	const mixed = await readSource(rows('Sale', 'Purchase', 'Payout', 'Fee', 'General Withdrawal', 'Exchange'));
	expect(mixed.lines).toHaveLength(2);
	expect(mixed.rejected.map(({reason}) => reason)).toEqual(
		Array.from({length: 4}, () => 'a fee, tax, shipping or payout, which is no sale'),
	);
	expect((await readSource(rows('Purchase', 'Refund'))).lines.map(({amount}) => amount)).toEqual([
		40_000, -40_000,
	]);
});
