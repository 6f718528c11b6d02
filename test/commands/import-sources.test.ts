import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {workbookOf} from '../helpers/workbook.ts';
import {importFolder} from './import-folder.ts';

const sales = 'Order ID,Date,Product,Qty,Price\n1,2024-05-01,Tea,2,3.50\n';
const unclear = 'Ref,When,Thing,N,Each\nx1,2024-05-01,Tea,2,3.5\n';

const row = (number: number, cells: readonly string[]) =>
	`<row r="${number}">${cells
		.map((cell, place) => `<c r="${'ABCDE'[place]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`)
		.join('')}</row>`;
const sheet = (name: string, ...rows: readonly string[]) => ({
	name,
	rows: rows.map((text, index) => row(index + 1, text.split(','))).join(''),
});
const header = 'Order ID,Date,Product,Qty,Price';

test('a file that is named and not understood is a failure, also beside others', async () => {
	const {folder, run} = importFolder({'sales.csv': sales, 'miss1.csv': unclear});
	const named = path.join(folder, 'miss1.csv');
	const {code, json, err} = await run(path.join(folder, 'sales.csv'), named, '--format', 'json');
	expect(code).toBe(1);
	expect(json).toMatchObject([
		{loaded: 1},
		{source: named, read: 0, error: expect.stringContaining('miss1.csv has no column for product')},
	]);
	expect(err.join('\n')).toContain('quantity=COLUMN and order=COLUMN');
	expect(err.at(-1)).toContain(`not loaded, for the reasons above: ${named}; the others are`);
});

test('in a folder it is left out with a word', async () => {
	const {folder, run} = importFolder({'sales.csv': sales, 'miss1.csv': unclear});
	const {code, err} = await run(folder, '--format', 'json');
	expect(code).toBe(0);
	expect(err.join('\n')).toContain('miss1.csv is left out: it has dates and numbers');
});

test('of a folder all is loaded that can be, and what only lacks a column of sales is a failure', async () => {
	const {folder, run, query} = importFolder({
		'README.csv': 'About,this,folder\nmade,by,hand\n',
		'a.csv': 'Order ID,Date,Product,Qty\n7,2024-05-01,Tea,2\n',
		'sales.csv': sales,
	});
	const {code, json, err} = await run(folder, '--format', 'json');
	expect(code).toBe(1);
	expect(json).toMatchObject([
		{source: path.join(folder, 'a.csv'), error: expect.stringContaining('no column for unitPrice')},
		{source: path.join(folder, 'sales.csv'), loaded: 1},
	]);
	expect(query('SELECT number FROM orders')).toEqual([['1']]);
	expect(err.join('\n')).toContain('README.csv is left out: it holds no sales');
	expect(err.at(-1)).toContain(`a.csv; the others are`);
});

test('of a workbook it is told which sheet is read, and how to read the others', async () => {
	const {folder, run} = importFolder({});
	const file = path.join(folder, 'or2.xlsx');
	const orders = sheet('Orders', header, '1,2024-05-01,Tea,2,3.50');
	const returns = sheet('Returns', 'Order,Product,Qty,Unit Price,Date', '9,Tea,-1,3.50,2024-05-03');
	writeFileSync(file, workbookOf([orders, returns]));
	const first = await run(file, '--format', 'json');
	expect(first.json.map(({decisions}) => decisions[0])).toEqual([
		'sheet "Orders" is read, of 2; for the others: --sheet "Returns"',
	]);
	const second = await run(file, '--sheet', 'Returns', '--format', 'json');
	expect(second.json[0]).toMatchObject({loaded: 1, duplicate: 0});
	expect(second.json[0]?.decisions.join('\n')).not.toContain('sheet');
});

test('sheets with the same columns are loaded together, and again change nothing', async () => {
	const {folder, run} = importFolder({});
	const file = path.join(folder, 'year.xlsx');
	const month = (name: string, ...rows: readonly string[]) => sheet(name, header, ...rows);
	writeFileSync(
		file,
		workbookOf([
			month('Jan', '1,2024-01-05,Tea,2,3.50', '2,2024-01-06,Tea,0,3.50'),
			sheet('Notes', 'Who,What', 'Ann,was ill'),
			month('Feb', '3,2024-02-05,Tea,4,3.50', '4,2024-02-06,Tea,0,3.50'),
		]),
	);
	const {json} = await run(file, '--format', 'json');
	expect(json).toMatchObject([
		{source: file, loaded: 1, rejected: 1, amount: {loaded: '7.0000'}},
		{source: `${file} (Feb)`, loaded: 1, rejected: 1, amount: {loaded: '14.0000'}},
	]);
	expect(json[0]?.decisions[0]).toBe(
		'sheet "Jan" is read, of 3, and so is "Feb" with the same columns; for the others: --sheet "Notes"',
	);
	expect((await run(file, '--format', 'json')).json).toMatchObject([
		{loaded: 0, duplicate: 1},
		{loaded: 0, duplicate: 1},
	]);
});

test('a sheet with a column more, which is left out, means the same', async () => {
	const {folder, run} = importFolder({});
	const file = path.join(folder, 'year.xlsx');
	writeFileSync(
		file,
		workbookOf([
			sheet('Jan', 'Order,Date,Product,Total', '1,2024-01-05,Tea,3.50'),
			sheet('Feb', 'Order,Date,Product,Rating,Total', '2,2024-02-05,Tea,7,4.50'),
		]),
	);
	const {json} = await run(file, '--format', 'json');
	expect(json.map(({amount}) => amount.loaded)).toEqual(['3.5000', '4.5000']);
});

test('sheets that refer to each other are loaded together', async () => {
	const {folder, run, query} = importFolder({});
	const file = path.join(folder, 'shop.xlsx');
	writeFileSync(
		file,
		workbookOf([
			sheet('Customers', 'customer_id,name,region', '7,Ada,North'),
			sheet('Products', 'product_id,name,category,price', 'P1,Tea,Drinks,3.50'),
			sheet('Orders', 'order_id,customer_id,order_date', '1,7,2024-05-01'),
			sheet('Order Items', 'order_id,product_id,quantity', '1,P1,2'),
			sheet('Targets', 'Month,Target', 'May,100'),
		]),
	);
	const {code, json} = await run(file, '--format', 'json');
	expect(code).toBe(0);
	expect(json.map(({source, loaded}) => [source.slice(file.length), loaded])).toEqual([
		[' (Customers)', 1],
		[' (Products)', 1],
		[' (Order Items)', 1],
		[' (Orders)', 1],
	]);
	expect(query('SELECT number, revenue FROM orders')).toEqual([['1', 70_000]]);
	expect((await run(file, '--format', 'json')).json.map(({loaded}) => loaded)).toEqual([0, 0, 0, 0]);
});

test('of a workbook the sales are read, with the sheets of products and customers beside them', async () => {
	const {folder, run, query} = importFolder({});
	const file = path.join(folder, 'shop.xlsx');
	writeFileSync(
		file,
		workbookOf([
			sheet('Products', 'product_id,name,category,price', 'P1,Tea,Drinks,3.50'),
			sheet('Sales', 'order_id,order_date,product_id,quantity,price', '1,2024-05-01,P1,2,3.00'),
			sheet('Staff', 'Who,What', 'Ann,was ill'),
		]),
	);
	const {json} = await run(file, '--format', 'json');
	expect(json.at(-1)!.decisions[0]).toBe(
		'sheet "Sales" is read, of 3, the first that holds sales, with "Products"; for the others: --sheet "Staff"',
	);
	expect(
		query('SELECT code, products.name, categories.name FROM products JOIN categories USING (category_id)'),
	).toEqual([['P1', 'Tea', 'Drinks']]);
	expect(query('SELECT revenue FROM orders')).toEqual([[60_000]]);
});

test('a cover sheet is passed over', async () => {
	const {folder, run} = importFolder({});
	const file = path.join(folder, 'cover.xlsx');
	writeFileSync(
		file,
		workbookOf([
			sheet('About', 'About this workbook', 'Made by,Sales'),
			sheet('Empty'),
			sheet('Orders', header, '1,2024-05-01,Tea,2,3.50'),
		]),
	);
	const {code, json} = await run(file, '--format', 'json');
	expect(code).toBe(0);
	expect(json).toMatchObject([{loaded: 1, amount: {loaded: '7.0000'}}]);
	expect(json[0]?.decisions[0]).toBe(
		'sheet "Orders" is read, of 3, the first that holds sales; for the others: --sheet "About", --sheet "Empty"',
	);
});

test('the line by which Excel is told the separator is no header', async () => {
	const {folder, run} = importFolder({
		'sep.csv':
			'sep=;\r\nOrder ID;Date;Product;Qty;Unit Price\r\n1;2024-05-01;Tea;2;3,50\r\n2;xx;Pie;1;4,00\r\n',
	});
	const {json} = await run(path.join(folder, 'sep.csv'), '--format', 'json');
	expect(json).toMatchObject([{loaded: 1, rejected: 1, amount: {loaded: '7.0000'}}]);
});

test('one unit with a total in brackets is a return', async () => {
	const {folder, run} = importFolder({
		'paren.csv':
			'Order ID,Date,Product,Quantity,Amount\n1,01/15/2024,Widget,2,"1,200.00"\n2,01/16/2024,Widget,-1,(600.00)\n3,01/17/2024,Gadget,1,(25.50)\n4,01/18/2024,Gadget,1,25.50\n',
	});
	const {json} = await run(path.join(folder, 'paren.csv'), '--format', 'json');
	expect(json).toMatchObject([{loaded: 4, repaired: 1, amount: {loaded: '600.0000'}}]);
});

test('a table of items and their stock is one of products', async () => {
	const {folder, run, query} = importFolder({'levels.csv': 'Item,Stock\nTea,40\n'});
	const {code} = await run(path.join(folder, 'levels.csv'));
	expect(code).toBe(0);
	expect(query('SELECT name, stock FROM products')).toEqual([['Tea', 40]]);
});
