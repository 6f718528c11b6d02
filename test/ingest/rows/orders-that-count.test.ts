import {expect, test} from 'vitest';
import {assertComplete} from '../../../source/ingest/understanding/missing-columns.ts';
import {surveySource} from '../../../source/ingest/understanding/survey-source.ts';
import {textSource} from '../import-csv.ts';
import {readSource} from '../read-source.ts';

const sum = (lines: readonly {readonly amount: number}[]) => lines.reduce((all, {amount}) => all + amount, 0);

test('subtotals and totals between the sales are none', async () => {
	const {lines, rejected} = await readSource(
		[
			'Date,Product,Qty,Price,Amount',
			'2024-05-01,Tea,2,3.50,7.00',
			'2024-05-01,Pie,1,4.00,4.00',
			'2024-05-01,Subtotal,3,,11.00',
			'2024-05-02,Pie,2,4.00,8.00',
			'2024-05-02,Subtotal,2,,8.00',
			'2024-05-31,Grand total,5,,19.00',
			'2024-06-01,Total,1,2.00,2.00',
		].join('\n'),
	);
	expect(rejected).toMatchObject([
		{lineNumber: 4, reason: 'a total row, which is no sale', value: 'Subtotal', amount: 0},
		{lineNumber: 6, value: 'Subtotal'},
		{lineNumber: 7, value: 'Grand total'},
	]);
	// What has a price of its own may be called so.
	expect(lines.map(({product}) => product)).toEqual(['Tea', 'Pie', 'Pie', 'Total']);
	expect(sum(lines)).toBe(210_000);
});

const payments = [
	'id,Created (UTC),Amount,Amount Refunded,Currency,Description,Status,Customer Email',
	'ch_1,2024-07-01 10:00,49.00,0.00,usd,Plan,Paid,a@example.com',
	'ch_2,2024-07-02 11:00,120.00,20.00,usd,Order 55,Partial Refund,b@example.com',
	'ch_3,2024-07-03 12:00,30.00,0.00,usd,Order 56,Failed,c@example.com',
].join('\n');

test('a declined card is no sale, unless all states are asked for', async () => {
	const {lines, rejected} = await readSource(payments);
	expect(sum(lines)).toBe(1_490_000);
	expect(rejected).toMatchObject([
		{
			field: 'status',
			value: 'Failed',
			amount: 300_000,
			reason: 'order is cancelled, failed, refunded, voided, a draft or not paid; --all-states loads it',
		},
	]);
	const all = await readSource(payments, {asked: {allStates: true}});
	expect(sum(all.lines)).toBe(1_790_000);
});

test.each(['Cancelled by buyer', 'pending_payment', 'Payment failed', 'wc-pending', 'Denied', 'VOIDED'])(
	'an order that is %s is no sale',
	async state => {
		const {lines, rejected} = await readSource(
			`Order,Date,Item,Qty,Price,Status\n1,2024-05-01,Tea,1,3.50,${state}\n2,2024-05-01,Tea,1,3.50,pending\n`,
		);
		expect(rejected).toMatchObject([{field: 'status', value: state, amount: 35_000}]);
		expect(lines).toMatchObject([{order: '2'}]);
	},
);

test('the state on the first row of an order is that of all its rows, and returns are loaded whatever it is', async () => {
	const {lines, rejected} = await readSource(
		[
			'Order ID,Order Status,Date,Product,Qty,Price',
			'1,cancelled,2024-05-01,Tea,1,3.50',
			'1,,2024-05-01,Pie,1,4.00',
			'2,completed,2024-05-02,Pie,1,4.00',
			'2,,2024-05-02,Tea,1,3.50',
			'3,refunded,2024-05-03,Tea,-1,3.50',
		].join('\n'),
	);
	expect(rejected.map(({lineNumber}) => lineNumber)).toEqual([2, 3]);
	expect(lines.map(({order, quantity}) => [order, quantity])).toEqual([
		['2', 1],
		['2', 1],
		['3', -1],
	]);
});

test('WooCommerce: a note is no customer, and the country is the region', async () => {
	const {lines} = await readSource(
		[
			'"Order Number","Order Status","Order Date","Customer Note","First Name (Billing)","Last Name (Billing)","Country Code (Billing)","Email (Billing)","Order Total Amount","SKU","Item #","Item Name","Quantity","Item Cost"',
			'"731","Completed","2024-05-03 14:22","Please ring the bell","Ana","Silva","PT","ana@example.com","64.90","TS-01","1","T-Shirt","3","20.00"',
			'"732","Completed","2024-05-13 09:01","Please ring the bell","João","Costa","PT","joao@example.com","49.90","TS-01","1","T-Shirt","1","20.00"',
			'"733","Completed","2024-05-14 09:01","","João","Costa","PT","joao@example.com","49.90","TS-01","1","T-Shirt","1","20.00"',
		].join('\n'),
		{name: 'woo2.csv'},
	);
	expect(lines).toMatchObject([
		{order: '731', customer: 'ana@example.com', customerName: 'Ana Silva', region: 'PT'},
		{order: '732', customer: 'joao@example.com'},
		{order: '733', customer: 'joao@example.com', customerName: 'João Costa'},
	]);
});

test('WooCommerce: customer 0 is each guest, told apart by their e-mail', async () => {
	const order = (id: number, customer: number, email: string) => ({
		id,
		number: `${id}`,
		status: 'completed',
		date_created: '2024-03-22T16:28:02',
		customer_id: customer,
		billing: {first_name: 'J', last_name: 'X', country: 'DE', email},
		line_items: [{id, name: 'Single', product_id: 93, quantity: 1, total: '3.00', price: 3}],
	});
	const {lines} = await readSource(
		JSON.stringify([order(1, 0, 'j@x.com'), order(2, 0, 'k@x.com'), order(3, 4, 'r@x.com')]),
		{name: 'woo.json'},
	);
	expect(lines.map(({customer, region}) => [customer, region])).toEqual([
		['j@x.com', 'DE'],
		['k@x.com', 'DE'],
		['4', 'DE'],
	]);
});

test('Shopify: the id of an order is no store, and its lines make its subtotal', async () => {
	const {lines, mapping} = await readSource(
		[
			'Name,Email,Financial Status,Currency,Subtotal,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Country,Lineitem discount,Id',
			'#2001,a@example.com,paid,USD,80.00,90.20,BIG20,20.00,2024-03-01 09:15:20 -0500,1,Sticker,10.00,STK,US,0.00,5001',
			'#2001,a@example.com,,,,,,,2024-03-01 09:15:20 -0500,2,Lamp,45.00,LAMP,,0.00,',
			'#2002,b@example.com,paid,USD,45.00,55.20,,0.00,2024-03-02 09:15:20 -0500,1,Lamp,45.00,LAMP,US,0.00,5002',
		].join('\n'),
		{name: 'shopify2.csv'},
	);
	expect(mapping).not.toHaveProperty('store');
	expect(lines.map(({order, discount, amount}) => [order, discount, amount])).toEqual([
		['#2001', 20_000, 80_000],
		['#2001', 180_000, 720_000],
		['#2002', 0, 450_000],
	]);
});

test('what is missing is named with what else no column was found for', async () => {
	const text = 'Ref,When,Thing,N,Each\nx1,2024-05-01,Tea,2,3.5\nx2,2024-05-02,Pie,1,4\n';
	const {tables} = await surveySource(textSource('miss1.csv', text), {});
	expect(() => assertComplete(tables[0]!.understanding)).toThrow(
		/say which with --map "product=COLUMN,unitPrice=COLUMN,at=COLUMN", and quantity=COLUMN and order=COLUMN if a column holds that: else each row is one unit and an order of its own/,
	);
	const {lines} = await readSource(text, {
		asked: {columns: {product: 'Thing', unitPrice: 'Each', at: 'When', quantity: 'N', order: 'Ref'}},
	});
	expect(sum(lines)).toBe(110_000);
});

test('Amazon: the price of an item is before its promotion', async () => {
	const {lines, decisions} = await readSource(
		[
			'amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\tquantity\tcurrency\titem-price\titem-promotion-discount',
			'111-1\t2024-02-01T07:21:33+00:00\tShipped\tHose\tGH-15\t1\tUSD\t29.99\t0.0',
			'111-2\t2024-02-01T19:00:00+00:00\tShipped\tClip\tCL-10\t3\tUSD\t30.00\t3.0',
		].join('\n'),
	);
	expect(lines.map(({unitPrice, discount, amount}) => [unitPrice, discount, amount])).toEqual([
		[299_900, 0, 299_900],
		[100_000, 30_000, 270_000],
	]);
	expect(decisions).toContain('the price is item-price ÷ quantity, and the discount is taken off it');
});

test('rows without a number and a date belong to the order above them where cells are merged, and one alone does not', async () => {
	const header = 'Order,Date,Item,Qty,Price\n';
	const merged = await readSource(
		`${header}1,2024-05-01,Tea,1,3.50\n,,Pie,1,4.00\n2,2024-05-02,Tea,1,3.50\n,,Jam,1,2.00\n`,
	);
	expect(merged.lines.map(({order, product}) => [order, product])).toEqual([
		['1', 'Tea'],
		['1', 'Pie'],
		['2', 'Tea'],
		['2', 'Jam'],
	]);
	const slip = await readSource(`${header}1,2024-05-01,Tea,1,3.50\n,,Pie,1,4.00\n2,2024-05-02,Tea,1,3.50\n`);
	expect(slip.rejected).toMatchObject([{reason: 'order is missing'}]);
	const dated = await readSource(`${header}1,2024-05-01,Tea,1,3.50\n,2024-05-01,Pie,1,4.00\n,,Jam,1,2.00\n`);
	expect(dated.rejected.map(({reason}) => reason)).toEqual(['order is missing', 'order is missing']);
});
