import {expect, test} from 'vitest';
import type {Store} from '../../source/store/open-store.ts';
import {expectRollupsToHold, testStore} from '../helpers/store.ts';
import {importCsv} from './import-csv.ts';

const header = 'order,sku,description,qty,price,date,customer,country,category,store,city,email';

/** A CSV text of rows; only what matters is given. */
function csv(...rows: readonly Readonly<Record<string, string | number>>[]): string {
	const columns = header.split(',');
	const common: Record<string, string> = {
		order: 'A',
		sku: 'P',
		qty: '1',
		price: '5',
		date: '2026-11-20 12:00',
	};
	return [
		header,
		...rows.map(row => columns.map(column => row[column] ?? common[column] ?? '').join(',')),
	].join('\n');
}

const rows = (store: Store, sql: string) => store.db.prepare(sql).raw().all();

/** Everything that an import may change, but for the record of imports themselves. */
function contents(store: Store) {
	const tables = [
		'products',
		'customers',
		'regions',
		'categories',
		'stores',
		'dates',
		'orders',
		'order_lines',
		'rejected_rows',
		'order_slots',
		'category_slots',
		'product_days',
		'customer_totals',
	];
	return Object.fromEntries(tables.map(table => [table, rows(store, `SELECT * FROM ${table}`)]));
}

test('two equal lines inside one order of one source are two lines', async () => {
	const store = testStore();
	const {rows: counts} = await importCsv(store, csv({}, {}));
	expect(counts).toEqual({read: 2, loaded: 2, duplicate: 0, rejected: 0});
	expect(rows(store, 'SELECT number, lines, units FROM orders')).toEqual([['A', 2, 2]]);
});

test.each([1, 2, 3, 100])(
	'the same source again changes nothing, in batches of %i rows',
	async rowsPerBatch => {
		const store = testStore();
		const text = csv({}, {order: 'B'}, {}, {qty: -1}, {}, {order: 'B', sku: 'Q'}, {qty: 0});
		const first = await importCsv(store, text, {rowsPerBatch});
		const before = contents(store);
		const second = await importCsv(store, text, {rowsPerBatch});
		expect(first.rows).toEqual({read: 7, loaded: 6, duplicate: 0, rejected: 1});
		expect(second.rows).toEqual({read: 7, loaded: 0, duplicate: 6, rejected: 1});
		expect(second.amount).toEqual({read: 200_000, loaded: 0, duplicate: 200_000, rejected: 0});
		expect(contents(store)).toEqual(before);
		expectRollupsToHold(store.db);
	},
);

test('batches of any size make the same orders', async () => {
	const text = csv(
		{},
		{order: 'B'},
		{},
		{},
		{order: 'B', qty: 2},
		{order: 'C', customer: 'Zoe'},
		{order: 'C', qty: -1},
	);
	const whole = testStore();
	await importCsv(whole, text);
	const parts = testStore();
	await importCsv(parts, text, {rowsPerBatch: 1});
	const orders = 'SELECT number, lines, units, revenue, returns FROM orders ORDER BY number';
	expect(rows(parts, orders)).toEqual(rows(whole, orders));
	expectRollupsToHold(parts.db);
	expectRollupsToHold(whole.db);
});

test('a newer export that holds an old order with one more equal line adds that line', async () => {
	const store = testStore();
	await importCsv(store, csv({}, {order: 'B'}), {name: 'monday.csv'});
	const {rows: counts} = await importCsv(store, csv({}, {order: 'B'}, {}, {order: 'C'}), {
		name: 'tuesday.csv',
	});
	expect(counts).toEqual({read: 4, loaded: 2, duplicate: 2, rejected: 0});
	expect(rows(store, 'SELECT number, lines, revenue FROM orders')).toEqual([
		['A', 2, 100_000],
		['B', 1, 50_000],
		['C', 1, 50_000],
	]);
	expectRollupsToHold(store.db);
});

test('a line that a newer export has changed is a conflict, and one of another product is new', async () => {
	const store = testStore();
	await importCsv(store, csv({}, {order: 'B', price: 7}), {name: 'monday.csv'});
	const newer = csv({qty: 2}, {sku: 'Q'}, {order: 'B', price: 7});
	const account = await importCsv(store, newer, {name: 'tuesday.csv'});
	expect(account.rows).toEqual({read: 3, loaded: 1, duplicate: 1, rejected: 1});
	expect(account.amount).toEqual({read: 220_000, loaded: 50_000, duplicate: 70_000, rejected: 100_000});
	expect(rows(store, 'SELECT field, reason, line_number, amount FROM rejected_rows')).toEqual([
		['quantity', 'differs from the line that is loaded; --update takes it', 2, 100_000],
	]);
	expect(rows(store, 'SELECT number, lines, revenue FROM orders ORDER BY number')).toEqual([
		['A', 2, 100_000],
		['B', 1, 70_000],
	]);
	expectRollupsToHold(store.db);
});

test('with --update the changed line takes the place of the old one, and the second time nothing changes', async () => {
	const store = testStore();
	await importCsv(store, csv({}, {}, {order: 'B'}), {name: 'monday.csv'});
	const newer = csv({}, {qty: 3}, {order: 'B', price: 6});
	const first = await importCsv(store, newer, {name: 'tuesday.csv', isUpdate: true});
	expect(first.rows).toEqual({read: 3, loaded: 2, duplicate: 1, rejected: 0});
	expect(rows(store, 'SELECT number, lines, units, revenue FROM orders ORDER BY number')).toEqual([
		['A', 2, 4, 200_000],
		['B', 1, 1, 60_000],
	]);
	const second = await importCsv(store, newer, {name: 'tuesday.csv'});
	expect(second.rows).toEqual({read: 3, loaded: 0, duplicate: 3, rejected: 0});
	expectRollupsToHold(store.db);
});

test('a changed line is found whatever the order of the lines', async () => {
	const store = testStore();
	await importCsv(store, csv({qty: 1}, {qty: 2}));
	const {rows: counts} = await importCsv(store, csv({qty: 3}, {qty: 2}, {qty: 1}), {name: 'newer.csv'});
	expect(counts).toEqual({read: 3, loaded: 1, duplicate: 2, rejected: 0});
});

test('a row that says which rejected one it corrects takes it off the list, or its place where it is still wrong', async () => {
	const store = testStore();
	await importCsv(store, csv({qty: 0}, {order: 'B', qty: 'x'}));
	expect(rows(store, 'SELECT reason, rows FROM rejected_reasons')).toEqual([
		['quantity is 0', 1],
		['quantity is not a number', 1],
	]);
	const corrected =
		'rejected row,order,sku,qty,price,date\n1,A,P,4,5,2026-11-20 12:00\n2,B,P,0,5,2026-11-20\n';
	await importCsv(store, corrected, {name: 'corrected.csv'});
	expect(rows(store, 'SELECT rejected_row_id, corrected_by FROM rejected_rows ORDER BY 1')).toEqual([
		[1, 2],
		[2, 2],
		[3, null],
	]);
	expect(rows(store, 'SELECT reason, rows, amount FROM rejected_reasons')).toEqual([['quantity is 0', 1, 0]]);
});

test('a row that was corrected where it stands is no longer rejected', async () => {
	const store = testStore();
	await importCsv(store, csv({qty: 0}, {order: 'B'}));
	await importCsv(store, csv({qty: 3}, {order: 'B'}));
	expect(rows(store, 'SELECT count(*) FROM rejected_rows WHERE corrected_by IS NULL')).toEqual([[0]]);
	expect(rows(store, 'SELECT * FROM rejected_reasons')).toEqual([]);
});

test('lines of which something was worked out are marked and counted', async () => {
	const store = testStore();
	const text =
		'order,sku,qty,price,total,date\nA,P,2,5,10,2026-11-20\nA,Q,,5,10,2026-11-20\nB,P,4,5,ERROR,2026-11-20\n';
	const account = await importCsv(store, text);
	expect(account.repaired).toBe(2);
	expect(rows(store, 'SELECT line_id, field FROM repairs')).toEqual([
		[2, 'quantity'],
		[3, 'total'],
	]);
	expect((await importCsv(store, text)).repaired).toBe(0);
});

test('an import that dies part-way keeps what it loaded, and running it again completes it', async () => {
	const text = csv(
		...Array.from({length: 500}, (_, index) => ({
			order: `O${index >> 2}`,
			sku: `P${index % 3}`,
			country: 'France',
		})),
	);
	const store = testStore();
	const part = await importCsv(store, text, {rowsPerBatch: 101, batches: 3});
	expect(part.rows.loaded).toBe(303);
	expectRollupsToHold(store.db);
	const rest = await importCsv(store, text, {rowsPerBatch: 150});
	expect(rest.rows).toEqual({read: 500, loaded: 197, duplicate: 303, rejected: 0});
	expect(rows(store, 'SELECT count(*), min(lines), max(lines) FROM orders')).toEqual([[125, 4, 4]]);
	expectRollupsToHold(store.db);
});

test('a product takes the first name that is not blank and the first price above zero', async () => {
	const store = testStore();
	await importCsv(
		store,
		csv({price: 0}, {order: 'B', price: 0, description: 'Mug'}, {order: 'C', description: 'Cup', price: 3}),
		{rowsPerBatch: 1},
	);
	expect(
		rows(
			store,
			'SELECT code, products.name, price, stock, categories.name FROM products JOIN categories USING (category_id)',
		),
	).toEqual([['P', 'Mug', 30_000, null, 'Uncategorised']]);
});

test('what a source says of regions, categories, stores and customers is kept', async () => {
	const store = testStore();
	await importCsv(
		store,
		csv(
			{
				customer: 'Zoe',
				country: 'France',
				category: 'Kitchen',
				store: 'North',
				city: 'Lille',
				email: 'zoe@example.com',
			},
			{order: 'B', customer: 'Zoe', country: 'Spain', store: 'North', city: 'Lille'},
			{order: 'C'},
		),
	);
	expect(
		rows(
			store,
			'SELECT number, regions.name, stores.name, city, customers.code FROM orders JOIN regions USING (region_id) LEFT JOIN stores USING (store_id) LEFT JOIN customers USING (customer_id)',
		),
	).toEqual([
		['A', 'France', 'North', 'Lille', 'Zoe'],
		['B', 'Spain', 'North', 'Lille', 'Zoe'],
		['C', 'Unknown', null, null, null],
	]);
	expect(
		rows(store, 'SELECT code, email, regions.name FROM customers JOIN regions USING (region_id)'),
	).toEqual([['Zoe', 'zoe@example.com', 'France']]);
	expect(rows(store, 'SELECT name FROM categories')).toEqual([['Kitchen']]);
});

test('a rejected row is kept once, with where it stood and why', async () => {
	const store = testStore();
	const text = csv({qty: 0}, {});
	await importCsv(store, text);
	await importCsv(store, text);
	expect(rows(store, 'SELECT origin, line_number, field, reason, raw FROM rejected_rows')).toEqual([
		['sales.csv', 2, 'quantity', 'quantity is 0', 'A,P,,0,5,2026-11-20 12:00,,,,,,'],
	]);
});

test('a refused source keeps its rejected rows and accounts for all of them as rejected', async () => {
	const store = testStore();
	const account = await importCsv(store, csv({qty: 0}, {}), {load: 'refuse'});
	expect(account.rows).toEqual({read: 2, loaded: 0, duplicate: 0, rejected: 2});
	expect(account.amount).toEqual({read: 50_000, loaded: 0, duplicate: 0, rejected: 50_000});
	expect(rows(store, 'SELECT (SELECT count(*) FROM rejected_rows), (SELECT count(*) FROM orders)')).toEqual([
		[1, 0],
	]);
});
