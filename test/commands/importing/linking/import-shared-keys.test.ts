import {expect, test} from 'vitest';
import {importFolder} from '../../import-folder.ts';

const loadedOf = (json: readonly {readonly source: string; readonly loaded: number}[]) =>
	Object.fromEntries(json.map(({source, loaded}) => [source.split('/').at(-1), loaded]));

test('products go by the key that two tables share, whatever it is called, at the prices of their own table', async () => {
	const {run, query, folder} = importFolder({
		'plants.csv': 'id_plant,title,genre,price\n7,Fern,Green,5.00\n9,Rose,Red,8.00\n',
		'orders.csv': 'order_id,customer_id,order_date\nO1,1,2026-11-20\nO2,2,2026-11-21\n',
		'order_details.csv': 'order_details_id,order_id,plant_id,quantity\n1,O1,7,2\n2,O1,9,1\n3,O2,9,3\n',
	});
	const {code, json} = await run(folder);
	expect(code).toBe(0);
	expect(loadedOf(json)).toEqual({'plants.csv': 2, 'order_details.csv': 3, 'orders.csv': 2});
	expect(query('SELECT number, revenue FROM orders ORDER BY number')).toEqual([
		['O1', 180_000],
		['O2', 240_000],
	]);
	expect(query('SELECT code, name FROM products ORDER BY code')).toEqual([
		['7', 'Fern'],
		['9', 'Rose'],
	]);
	const again = await run(folder);
	expect(again.json.map(({loaded}) => loaded)).toEqual([0, 0, 0]);
});

test('a key that is unknown to the prices belongs to something else', async () => {
	const {run, folder} = importFolder({
		'rooms.csv': 'room_id,title,price\n70,Hall,5.00\n90,Loft,8.00\n',
		'orders.csv': 'order_id,order_date\nO1,2026-11-20\n',
		'order_details.csv': 'order_id,room_id,quantity\nO1,1,2\nO1,2,1\nO1,3,1\n',
	});
	const {code, json} = await run(folder);
	expect(code).toBe(1);
	expect(loadedOf(json)['order_details.csv']).toBe(0);
});

test('sales without prices are worth what their products cost, where a table says it', async () => {
	const {run, query, folder} = importFolder({
		'menu_items.csv': 'menu_item_id,item_name,category,price\n101,Soup,Hot,4.50\n102,Cake,Sweet,3.00\n',
		'order_details.csv':
			'order_details_id,order_id,order_date,order_time,item_id\n1,1,2026-01-13,11:38:36 AM,101\n2,1,2026-01-13,11:38:36 AM,102\n3,2,2026-01-14,11:57:40 AM,102\n4,2,2026-01-14,11:57:40 AM,NULL\n5,3,2026-01-14,12:00:00 PM,999\n',
	});
	const {code, json} = await run(folder);
	expect(code).toBe(0);
	const lines = json.find(({source}) => source.endsWith('order_details.csv'))!;
	expect(lines).toMatchObject({read: 5, loaded: 3, rejected: 2});
	expect(query('SELECT number, at, revenue FROM orders ORDER BY number')).toEqual([
		['1', Date.UTC(2026, 0, 13, 11, 38, 36), 75_000],
		['2', Date.UTC(2026, 0, 14, 11, 57, 40), 30_000],
	]);
	expect(query('SELECT reason FROM rejected_rows ORDER BY line_number')).toEqual([
		['product is missing'],
		['product is not among the products'],
	]);
});

test('lines that tell no products are of their kind', async () => {
	const {run, query, folder} = importFolder({
		'List of Orders.csv': 'Order ID,Order Date,CustomerName,State,City\nB-1,13-04-2026,Ada,Gujarat,Surat\n',
		'Order Details.csv':
			'Order ID,Amount,Profit,Quantity,Category,Sub-Category\nB-1,1275,-1148,7,Furniture,Bookcases\nB-1,66,-12,5,Clothing,Stole\n',
	});
	const {code} = await run(folder);
	expect(code).toBe(0);
	expect(
		query(
			'SELECT products.code, categories.name FROM products JOIN categories USING (category_id) ORDER BY code',
		),
	).toEqual([
		['Bookcases', 'Furniture'],
		['Stole', 'Clothing'],
	]);
	expect(query('SELECT sum(amount) FROM order_lines')).toEqual([[13_410_000]]);
});

test('shares of a discount in lines without prices are no coins', async () => {
	const {run, query, folder} = importFolder({
		'products.csv': 'product_id,name,price\nP1,Mug,100.00\n',
		'orders.csv': 'order_id,order_date\nO1,2026-11-20\n',
		'order_items.csv': 'order_id,product_id,quantity,discount\nO1,P1,2,0.1\n',
	});
	await run(folder);
	expect(query('SELECT sum(amount) FROM order_lines')).toEqual([[1_800_000]]);
});

test('orders go by the number that their lines have, and staff and payments are neither customers nor orders', async () => {
	const {run, query, folder} = importFolder({
		'Customer.csv': 'CustomerID,FirstName,LastName\n5,Ada,Example\n',
		'Employee.csv': 'EmployeeID,FirstName,LastName,Email\n9,Bo,Example,bo@example.com\n',
		'Payments.csv': 'customerNumber,checkNumber,paymentDate,amount\n5,HQ3,2026-03-09,12.00\n',
		'SalesOrderHeader.csv': 'SalesOrderID,OrderDate,SalesOrderNumber,CustomerID\n71,2026-03-01,SO71,5\n',
		'SalesOrderDetail.csv':
			'SalesOrderID,SalesOrderDetailID,OrderQty,ProductID,UnitPrice,LineTotal\n71,1,2,836,6.00,12.00\n',
	});
	const {json} = await run(folder);
	expect(loadedOf(json)).toEqual({'Customer.csv': 1, 'SalesOrderDetail.csv': 1, 'SalesOrderHeader.csv': 1});
	expect(query('SELECT number, revenue FROM orders')).toEqual([['71', 120_000]]);
	expect(query('SELECT code FROM customers')).toEqual([['5']]);
});

test('a table of prices has names where it says name', async () => {
	const {run, query, folder} = importFolder({
		'Track.csv': 'TrackId,Name,Composer,UnitPrice\n1,Overture,Ada,0.99\n2,Finale,Bo,1.99\n',
		'Invoice.csv': 'InvoiceId,CustomerId,InvoiceDate,BillingCountry,Total\n10,5,2026-03-01,Brazil,2.98\n',
		'InvoiceLine.csv': 'InvoiceLineId,InvoiceId,TrackId,UnitPrice,Quantity\n1,10,1,0.99,1\n2,10,2,1.99,1\n',
	});
	await run(folder);
	expect(query('SELECT code, name FROM products ORDER BY code')).toEqual([
		['1', 'Overture'],
		['2', 'Finale'],
	]);
	expect(query('SELECT revenue FROM orders')).toEqual([[29_800]]);
});

test('a category that no product has is loaded once', async () => {
	const {run, folder} = importFolder({
		'categories.csv': 'category_id,category_name\n1,Drinks\n2,Unused\n',
		'products.csv': 'product_id,name,category_id,price\nP1,Tea,1,3.00\n',
		'orders.csv': 'order_id,order_date\nO1,2026-11-20\n',
		'order_items.csv': 'order_id,product_id,quantity\nO1,P1,2\n',
	});
	expect(loadedOf((await run(folder)).json)['categories.csv']).toBe(2);
	expect((await run(folder)).json.map(({loaded}) => loaded)).toEqual([0, 0, 0, 0]);
});
