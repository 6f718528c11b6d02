import {expect, test} from 'vitest';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {line, order, product} from '../../helpers/order.ts';
import {testStore} from '../../helpers/store.ts';

test.each([
	[
		"INSERT INTO customers (name, email) VALUES ('Ada', 'ada@example.com'), ('Ben', 'ada@example.com')",
		'UNIQUE constraint failed: customers.email',
	],
	['INSERT INTO customers (age) VALUES (0)', 'CHECK constraint failed: age > 0'],
	[
		"INSERT INTO products (name, category_id, price) VALUES ('Pan', 1, -1)",
		'CHECK constraint failed: price >= 0',
	],
	["INSERT INTO products (name, category_id, price) VALUES ('Pan', 9, 1)", 'FOREIGN KEY constraint failed'],
	[
		"INSERT INTO products (name, category_id, price) VALUES ('Pan', 1, 'dear')",
		'cannot store TEXT value in INTEGER column products.price',
	],
	[
		'INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (1, 1, 0, 1)',
		'CHECK constraint failed: quantity <> 0',
	],
	[
		'INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (1, 1, 1, -1)',
		'CHECK constraint failed: unit_price >= 0',
	],
	[
		'INSERT INTO order_lines (order_id, product_id, quantity, unit_price, discount) VALUES (1, 1, 1, 10, 11)',
		'CHECK constraint failed',
	],
	[
		'INSERT INTO order_lines (order_id, product_id, quantity, unit_price, amount) VALUES (1, 1, 1, 1, 5)',
		'cannot INSERT into generated column "amount"',
	],
	[
		'INSERT INTO restocks (product_id, at, quantity) VALUES (1, 0, 0)',
		'CHECK constraint failed: quantity > 0',
	],
])('the database refuses %s', (sql, message) => {
	const {db} = testStore();
	db.exec(`
		INSERT INTO regions (name) VALUES ('North');
		INSERT INTO categories (name) VALUES ('Kitchen');
		INSERT INTO products (name, category_id, price) VALUES ('Pot', 1, 1);
		INSERT INTO orders (at, region_id) VALUES (0, 1);
	`);
	expect(() => db.exec(sql)).toThrow(message);
});

test('the amount of a line is quantity × unit price − discount, after an insert and after an update', () => {
	const store = testStore();
	openOrderRecorder(store).record('test', [
		order({lines: [line({quantity: 3, unitPrice: 25_500, discount: 6_500})]}),
	]);
	const amount = () => store.db.prepare('SELECT amount FROM order_lines').pluck().get();
	expect(amount()).toBe(70_000);
	store.db.exec('UPDATE order_lines SET quantity = -2, discount = -1000');
	expect(amount()).toBe(-50_000);
});

test('stock falls with a sale and rises with a return and a restock', () => {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	const pan = product({stock: 10});
	const stock = () => store.db.prepare('SELECT stock FROM products').pluck().get();
	recorder.record('test', [order({lines: [line({product: pan, quantity: 3})]})]);
	expect(stock()).toBe(7);
	recorder.record('test', [order({lines: [line({product: pan, quantity: -1})]})]);
	expect(stock()).toBe(8);
	recorder.record('test', [], [{product: pan, at: 0, quantity: 5}]);
	expect(stock()).toBe(13);
	store.db.exec('UPDATE restocks SET quantity = 6');
	expect(stock()).toBe(14);
	store.db.exec('DELETE FROM restocks');
	expect(stock()).toBe(8);
	store.db.exec('DELETE FROM orders');
	expect(stock()).toBe(10);
	const bulk = Array.from({length: 300}, () => order({lines: [line({product: pan, quantity: 1})]}));
	recorder.record('test', bulk, [{product: pan, at: 0, quantity: 500}]);
	expect(stock()).toBe(210);
});

test('stock that nobody counts stays unknown', () => {
	const store = testStore();
	openOrderRecorder(store).record('test', [order({units: 3})]);
	expect(store.db.prepare('SELECT stock FROM products').pluck().get()).toBeNull();
});

test('an order is dated by the business zone, whoever inserts it', () => {
	const store = testStore('Europe/Paris');
	// Half an hour before midnight in UTC is half past midnight in Paris.
	const at = Date.UTC(2025, 11, 28, 23, 30);
	openOrderRecorder(store).record('test', [order({at})]);
	store.db.exec(`INSERT INTO orders (at, region_id) VALUES (${at}, 1)`);
	expect(store.db.prepare('SELECT dates.* FROM orders JOIN dates USING (date_id)').all()).toEqual(
		Array.from({length: 2}, () => ({
			date_id: 20_451,
			date: '2025-12-29',
			year: 2025,
			quarter: 4,
			month: 12,
			iso_year: 2026,
			iso_week: 1,
			weekday: 1,
		})),
	);
});

// ISO 8601 week dates as tabulated in https://en.wikipedia.org/wiki/ISO_week_date
test.each([
	['1977-01-01', 1976, 53, 6],
	['1978-01-01', 1977, 52, 7],
	['1979-12-31', 1980, 1, 1],
	['1981-12-31', 1981, 53, 4],
	['2008-12-28', 2008, 52, 7],
	['2010-01-03', 2009, 53, 7],
])('%s is in the ISO year %i, week %i, day %i', (date, isoYear, isoWeek, weekday) => {
	const {db} = testStore();
	db.prepare('INSERT INTO dates (date_id) VALUES (?)').run(Date.parse(date) / 86_400_000);
	expect(db.prepare('SELECT date, iso_year, iso_week, weekday FROM dates').get()).toEqual({
		date,
		iso_year: isoYear,
		iso_week: isoWeek,
		weekday,
	});
});
