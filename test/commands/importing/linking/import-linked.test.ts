import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {importFolder} from '../../import-folder.ts';

const tables = {
	'customers.csv':
		'customer_id,name,email,age,region\nC1,Ada Example,ada@example.com,36,North\nC2,Bo Example,,,South\n',
	'products.csv':
		'product_id,name,category,price,stock\nP1,Mug,Kitchen,5.00,40\nP2,Pen,Office,1.50,100\nP3,Ink,Office,4.00,\n',
	'orders.csv': 'order_id,customer_id,order_date\nO1,C1,2026-11-20 10:00\nO2,C2,2026-11-21 11:00\n',
	'order_items.csv': 'order_id,product_id,quantity,unit_price\nO1,P1,2,5.00\nO1,P2,10,1.50\nO2,P1,1,4.50\n',
};

test('linked tables are loaded in the order in which they need each other, and again change nothing', async () => {
	const {run, query, folder} = importFolder(tables);
	const first = await run(folder);
	expect(first.code).toBe(0);
	expect(first.json.map(({source, read, loaded}) => [source.split('/').at(-1), read, loaded])).toEqual([
		['customers.csv', 2, 2],
		['products.csv', 3, 3],
		['order_items.csv', 3, 3],
		['orders.csv', 2, 2],
	]);
	expect(first.json[2]!.amount).toMatchObject({read: '29.5000', loaded: '29.5000'});
	expect(query('SELECT code, name, email, age FROM customers ORDER BY code')).toEqual([
		['C1', 'Ada Example', 'ada@example.com', 36],
		['C2', 'Bo Example', null, null],
	]);
	expect(
		query(
			'SELECT code, products.name, categories.name, price, stock FROM products JOIN categories USING (category_id) ORDER BY code',
		),
	).toEqual([
		['P1', 'Mug', 'Kitchen', 50_000, 40],
		['P2', 'Pen', 'Office', 15_000, 100],
		['P3', 'Ink', 'Office', 40_000, null],
	]);
	expect(
		query('SELECT number, at, regions.name, customer_id, revenue FROM orders JOIN regions USING (region_id)'),
	).toEqual([
		['O1', Date.UTC(2026, 10, 20, 10), 'North', 1, 250_000],
		['O2', Date.UTC(2026, 10, 21, 11), 'South', 2, 45_000],
	]);
	const second = await run(folder);
	expect(second.json.map(({loaded, duplicate}) => [loaded, duplicate])).toEqual([
		[0, 2],
		[0, 3],
		[0, 3],
		[0, 2],
	]);
	expect(query('SELECT stock FROM products ORDER BY code')).toEqual([[40], [100], [null]]);
});

test('tables that were joined of several files, with the header of each, are loaded whole', async () => {
	const {run, folder} = importFolder({
		...tables,
		'customers.csv': `${tables['customers.csv']}customer_id,name,email,age,region\nC3,Cy Example,,,\n`,
		'orders.csv': `${tables['orders.csv']}order_id,customer_id,order_date\nO3,C3,2026-11-22 12:00\n`,
		'order_items.csv': `${tables['order_items.csv']}order_id,product_id,quantity,unit_price\nO3,P3,1,4.00\n`,
	});
	const {code, json} = await run(folder);
	expect(code).toBe(0);
	expect(json.map(({read, loaded, rejected}) => [read, loaded, rejected])).toEqual([
		[3, 3, 0],
		[3, 3, 0],
		[4, 4, 0],
		[3, 3, 0],
	]);
	expect(json[2]!.amount).toMatchObject({loaded: '33.5000'});
});

test('rows whose keys lead nowhere are rejected with the key', async () => {
	const {run, query, folder} = importFolder({
		...tables,
		'orders.csv': `${tables['orders.csv']}O3,C9,2026-11-22\nO4,C1,2026-11-22\n`,
		'order_items.csv': `${tables['order_items.csv']}O3,P1,1,5.00\nO9,P1,1,5.00\nO1,P9,1,7.00\n`,
	});
	const {code, json} = await run(folder);
	expect(code).toBe(0);
	expect(json.map(({read, loaded, rejected}) => [read, loaded, rejected])).toEqual([
		[2, 2, 0],
		[3, 3, 0],
		[6, 3, 3],
		[4, 2, 2],
	]);
	expect(json[2]!.amount).toEqual({
		read: '46.5000',
		loaded: '29.5000',
		duplicate: '0.0000',
		rejected: '17.0000',
	});
	expect(query('SELECT field, reason, value FROM rejected_rows ORDER BY rejected_row_id')).toEqual([
		['order', 'order is not among the orders', 'O3'],
		['order', 'order is not among the orders', 'O9'],
		['product', 'product is not among the products', 'P9'],
		['customer', 'customer is not among the customers', 'C9'],
		['order', 'no line of the order could be loaded', 'O4'],
	]);
});

test('the tables of Olist are known by their columns', async () => {
	const {run, query, folder} = importFolder({
		'olist_customers_dataset.csv':
			'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\nc-1,u-1,14409,franca,SP\nc-2,u-1,14409,franca,SP\n',
		'olist_orders_dataset.csv':
			'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\no-1,c-1,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15,,,2017-10-18 00:00:00\no-2,c-2,delivered,2018-07-24 20:41:37,2018-07-26 03:24:27,,,2018-08-13 00:00:00\n',
		'olist_order_items_dataset.csv':
			'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no-1,1,p-1,s-1,2017-10-06 11:07:15,29.99,8.72\no-2,1,p-1,s-1,2018-07-30 03:24:27,29.99,8.72\no-2,2,p-2,s-1,2018-07-30 03:24:27,118.70,22.76\n',
		'olist_products_dataset.csv':
			'product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g\np-1,perfumaria,40,287,1,225\np-2,esporte_lazer,44,276,1,1000\n',
		'product_category_name_translation.csv':
			'product_category_name,product_category_name_english\nperfumaria,perfumery\nesporte_lazer,sports_leisure\n',
		'olist_order_payments_dataset.csv':
			'order_id,payment_sequential,payment_type,payment_installments,payment_value\no-1,1,credit_card,8,38.71\no-2,1,credit_card,1,180.17\n',
		'olist_sellers_dataset.csv':
			'seller_id,seller_zip_code_prefix,seller_city,seller_state\ns-1,13023,campinas,SP\n',
		'olist_geolocation_dataset.csv':
			'geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state\n01037,-23.5,-46.6,sao paulo,SP\n',
		'olist_order_reviews_dataset.csv':
			'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\nr-1,o-1,4,,,2018-01-18 00:00:00,2018-01-18 21:46:59\n',
	});
	const {code, json, err} = await run(folder);
	expect(err.filter(line => !line.includes('is left out'))).toEqual([]);
	expect(code).toBe(0);
	expect(json.find(({source}) => source.includes('items'))).toMatchObject({
		loaded: 3,
		amount: {loaded: '178.6800'},
	});
	expect(
		query(
			'SELECT number, customers.code, regions.name FROM orders JOIN customers USING (customer_id) JOIN regions ON regions.region_id = orders.region_id',
		),
	).toEqual([
		['o-1', 'u-1', 'SP'],
		['o-2', 'u-1', 'SP'],
	]);
	expect(
		query('SELECT code, categories.name FROM products JOIN categories USING (category_id) ORDER BY code'),
	).toEqual([
		['p-1', 'perfumery'],
		['p-2', 'sports_leisure'],
	]);
});

test('orders that their table calls cancelled are no sales, with their lines, unless all states are asked for', async () => {
	const {run, query, folder} = importFolder({
		'orders.csv':
			'order_id,customer_id,order_status,created_at\n1,7,delivered,2024-05-01\n2,7,canceled,2024-05-02\n',
		'order_items.csv': 'order_id,sku,quantity,price\n1,A,1,5.00\n2,A,2,5.00\n',
	});
	const {json} = await run(folder);
	expect(json).toMatchObject([
		{read: 2, loaded: 1, rejected: 1, amount: {loaded: '5.0000', rejected: '10.0000'}},
		{read: 2, loaded: 1, rejected: 1},
	]);
	expect(query('SELECT DISTINCT field, reason FROM rejected_rows')).toEqual([
		['status', 'order is cancelled, failed, refunded, voided, a draft or not paid; --all-states loads it'],
	]);
	const all = await run(folder, '--all-states');
	expect(all.json).toMatchObject([
		{loaded: 1, duplicate: 1},
		{loaded: 1, duplicate: 1},
	]);
});

test('what a table of orders says was given back is a return of their lines', async () => {
	const {run, query, folder} = importFolder({
		'orders.csv':
			'order_id,customer_id,status,created_at,total,refunded_amount\n1,7,refunded,2024-05-01,5.00,5.00\n2,7,paid,2024-05-02,20.00,5.00\n3,7,paid,2024-05-02,5.00,0\n',
		'order_items.csv': 'order_id,sku,quantity,price\n1,A,1,5.00\n2,A,2,5.00\n2,B,1,10.00\n3,A,1,5.00\n',
	});
	expect((await run(folder)).json).toMatchObject([
		{read: 4, loaded: 4, amount: {loaded: '20.0000'}},
		{read: 3, loaded: 3},
	]);
	expect(query('SELECT number, units, revenue, returns FROM orders')).toEqual([
		['1', 0, 0, -50_000],
		['2', 2, 150_000, -50_000],
		['3', 1, 50_000, 0],
	]);
	expect((await run(folder)).json).toMatchObject([{loaded: 0, duplicate: 4, amount: {loaded: '0.0000'}}, {}]);
});

test('orders that their table cancels after they were loaded are told, and go with --update', async () => {
	const items = 'order_id,sku,quantity,price\n1,A,1,5.00\n2,A,2,5.00\n';
	const orders = (state: string) =>
		`order_id,customer_id,order_status,created_at\n1,7,delivered,2024-05-01\n2,7,${state},2024-05-02\n`;
	const {run, query, folder} = importFolder({'orders.csv': orders('paid'), 'order_items.csv': items});
	await run(folder);
	writeFileSync(path.join(folder, 'orders.csv'), orders('canceled'));
	expect((await run(folder)).json[0]!.decisions).toContain(
		'1 line of 1 order that are loaded came to nothing since, such as of "2": --update takes them out',
	);
	expect(query('SELECT number FROM orders')).toEqual([['1'], ['2']]);
	expect((await run(folder, '--update')).json[0]!.decisions).toContain(
		'1 line of 1 order that came to nothing since they were loaded were taken out, such as of "2"',
	);
	expect(query('SELECT number FROM orders')).toEqual([['1']]);
});

test('an unquoted comma is mended where only one way is left, as in the tables of Northwind', async () => {
	const customers = Array.from(
		{length: 30},
		(_, index) => `C${100 + index},Shop ${index},${index} Main St,Lyon,France`,
	);
	const orders = Array.from(
		{length: 30},
		(_, index) => `${index},C${100 + index},2026-11-20,${index} Main St,France`,
	);
	const {run, query, folder} = importFolder({
		'customers.csv': `customerID,companyName,address,city,country\n${customers.join('\n')}\nC900,Romero,Gran Vía, 1,Madrid,Spain\nC901,Two,Words,Rue,Lyon,France\n`,
		'orders.csv': `orderID,customerID,orderDate,shipAddress,shipCountry\n${orders.join('\n')}\n90,C900,2026-11-20,Gran Vía, 1,Spain\n91,C900,2026-11-20,Gran Vía,France\n`,
		'order-details.csv':
			'orderID,productID,unitPrice,quantity,discount\n1,11,14.00,12,0\n90,42,9.80,10,0.15\n90,42,9.80,10,0\n',
	});
	const {json} = await run(folder);
	expect(json.map(({loaded, rejected, repaired}) => [loaded, rejected, repaired])).toEqual([
		[31, 1, 1],
		[3, 0, 0],
		[2, 30, 1],
	]);
	expect(
		query(
			"SELECT customers.name, regions.name, revenue FROM orders JOIN customers USING (customer_id) JOIN regions ON regions.region_id = orders.region_id WHERE number = '90'",
		),
	).toEqual([['Romero', 'Spain', 1_813_000]]);
	expect(query("SELECT raw FROM rejected_rows WHERE reason LIKE 'more%'")).toEqual([
		['C901,Two,Words,Rue,Lyon,France'],
	]);
});

test('more errors than are allowed in one of the tables keep all of them out', async () => {
	const {run, query, folder} = importFolder({
		...tables,
		'order_items.csv': `${tables['order_items.csv']}O9,P1,1,5.00\n`,
	});
	const {code, json} = await run(folder, '--max-errors', '0');
	expect(code).toBe(3);
	expect(json.map(({read, loaded, rejected}) => [read, loaded, rejected])).toEqual([
		[2, 0, 2],
		[3, 0, 3],
		[4, 0, 4],
		[2, 0, 2],
	]);
	expect(query('SELECT count(*) FROM orders')).toEqual([[0]]);
	expect(query('SELECT count(*) FROM customers')).toEqual([[0]]);
});

test('lines without their orders say what is missing', async () => {
	const {run, folder} = importFolder({'order_items.csv': tables['order_items.csv']});
	const {code, err} = await run(`${folder}/order_items.csv`);
	expect(code).toBe(1);
	expect(err.join()).toContain('where the dates stand in a table of orders, import both together');
});

test('stock given beside sales is what is left after them', async () => {
	const {run, folder, query} = importFolder({
		'items.csv': 'Item,Stock\nMug,40\nPen,100\nInk,7\n',
		'sales.csv':
			'Order,Date,Item,Qty,Price\nA,2026-11-20 10:00,Mug,2,5.00\nB,2026-11-21 11:00,Pen,10,1.50\nC,2026-11-21 12:00,Mug,1,5.00\n',
	});
	const stocks = () => query('SELECT code, stock FROM products ORDER BY code');
	await run(folder);
	const left = [
		['Ink', 7],
		['Mug', 40],
		['Pen', 100],
	];
	expect(stocks()).toEqual(left);
	await run(folder);
	expect(stocks()).toEqual(left);
});

test('a column of stock in a sheet of sales is what is left after the latest sale', async () => {
	const {run, folder, query} = importFolder({
		'sales.csv':
			'Order,Date,Item,Qty,Price,Stock\nB,2026-11-21 11:00,Mug,10,1.50,0\nA,2026-11-20 10:00,Mug,2,5.00,10\nA,2026-11-20 10:00,Pen,2,5.00,12\n',
	});
	const {json} = await run(folder);
	expect(json[0]!.decisions.join()).toContain('Stock is what is left after the sales');
	expect(query('SELECT code, stock FROM products ORDER BY code')).toEqual([
		['Mug', 0],
		['Pen', 12],
	]);
});

test.each([
	['amounts', 'discount', ['2.50', '0'], '27.0000'],
	['percents by their header', 'discount %', ['10', '0'], '27.0000'],
])(
	'the discount of an order in the table of orders is taken off its lines: %s',
	async (_, header, [one, two], loaded) => {
		const {run, folder, query} = importFolder({
			...tables,
			'orders.csv': `order_id,customer_id,order_date,${header}\nO1,C1,2026-11-20 10:00,${one}\nO2,C2,2026-11-21 11:00,${two}\n`,
		});
		const {json} = await run(folder);
		expect(json[2]!.amount).toMatchObject({read: loaded, loaded});
		expect(query('SELECT discount FROM order_lines')).toEqual([[10_000], [15_000], [0]]);
	},
);
