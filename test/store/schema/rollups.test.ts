import {expect, test} from 'vitest';
import type {Store} from '../../../source/store/open-store.ts';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {line, order, product} from '../../helpers/order.ts';
import fc from '../../helpers/property.ts';
import {expectRollupsToHold, testStore} from '../../helpers/store.ts';

/** Three regions, two categories with two products each, two customers, as another program would make them. */
function fill({db}: Store): void {
	db.exec(`
		INSERT INTO regions (name) VALUES ('North'), ('South'), ('West');
		INSERT INTO categories (name) VALUES ('Books'), ('Toys');
		INSERT INTO products (name, category_id, price, stock)
		VALUES ('Atlas', 1, 200000, 100), ('Novel', 1, 90000, 100), ('Kite', 2, 150000, NULL), ('Top', 2, 50000, 5);
		INSERT INTO customers (name, region_id) VALUES ('Ada', 1), ('Ben', 2);
	`);
}

const noon = Date.UTC(2026, 10, 20, 12);
const at = fc.integer({min: 0, max: 40}).map(step => noon + step * 700_000);
const regionId = fc.integer({min: 1, max: 3});
const customerId = fc.constantFrom(1, 2, null);
const productId = fc.integer({min: 1, max: 4});
const quantity = fc.integer({min: -3, max: 5}).filter(units => units !== 0);
/** Picks one of the rows that are there. */
const pick = fc.nat(1000);

const action = fc.oneof(
	fc.record({kind: fc.constant('order' as const), at, regionId, customerId}),
	fc.record({kind: fc.constant('line' as const), pick, productId, quantity}),
	fc.record({kind: fc.constant('change line' as const), pick, productId, quantity}),
	fc.record({kind: fc.constant('move line' as const), pick, target: pick}),
	fc.record({kind: fc.constant('delete line' as const), pick}),
	fc.record({kind: fc.constant('move order' as const), pick, at, regionId, customerId}),
	fc.record({kind: fc.constant('delete order' as const), pick}),
	fc.record({
		kind: fc.constant('recategorise' as const),
		productId,
		categoryId: fc.integer({min: 1, max: 2}),
	}),
	fc.record({kind: fc.constant('bulk' as const), at, size: fc.integer({min: 1, max: 150}), quantity}),
);

test('every rollup equals the same sum over the raw lines, whatever is inserted, changed and deleted', () => {
	fc.assert(
		fc.property(fc.array(action, {minLength: 5, maxLength: 40}), actions => {
			const store = testStore();
			fill(store);
			const {db} = store;
			const recorder = openOrderRecorder(store);
			const some = (table: string, id: string, index: number) => {
				const ids = db.prepare<[], number>(`SELECT ${id} FROM ${table} ORDER BY ${id}`).pluck().all();
				return ids[index % Math.max(ids.length, 1)];
			};
			for (const step of actions) {
				switch (step.kind) {
					case 'order':
						db.prepare('INSERT INTO orders (at, region_id, customer_id) VALUES (?, ?, ?)').run(
							step.at,
							step.regionId,
							step.customerId,
						);
						break;
					case 'line': {
						const orderId = some('orders', 'order_id', step.pick);
						if (orderId !== undefined) {
							db.prepare(
								'INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (?, ?, ?, 10000)',
							).run(orderId, step.productId, step.quantity);
						}
						break;
					}
					case 'change line':
						db.prepare(
							'UPDATE order_lines SET product_id = ?, quantity = ?, unit_price = 20000 WHERE line_id = ?',
						).run(step.productId, step.quantity, some('order_lines', 'line_id', step.pick) ?? 0);
						break;
					case 'move line': {
						const target = some('orders', 'order_id', step.target);
						if (target !== undefined) {
							db.prepare('UPDATE order_lines SET order_id = ? WHERE line_id = ?').run(
								target,
								some('order_lines', 'line_id', step.pick) ?? 0,
							);
						}
						break;
					}
					case 'delete line':
						db.prepare('DELETE FROM order_lines WHERE line_id = ?').run(
							some('order_lines', 'line_id', step.pick) ?? 0,
						);
						break;
					case 'move order':
						db.prepare('UPDATE orders SET at = ?, region_id = ?, customer_id = ? WHERE order_id = ?').run(
							step.at,
							step.regionId,
							step.customerId,
							some('orders', 'order_id', step.pick) ?? 0,
						);
						break;
					case 'delete order':
						db.prepare('DELETE FROM orders WHERE order_id = ?').run(
							some('orders', 'order_id', step.pick) ?? 0,
						);
						break;
					case 'recategorise':
						db.prepare('UPDATE products SET category_id = ? WHERE product_id = ?').run(
							step.categoryId,
							step.productId,
						);
						break;
					case 'bulk':
						recorder.record(
							'test',
							Array.from({length: step.size}, (_, index) =>
								order({
									at: step.at + index * 60_000,
									region: index % 2 === 0 ? 'North' : 'South',
									customer: {code: `c${index % 7}`},
									lines: [
										line({quantity: step.quantity}),
										line({product: product({code: 'globe', category: 'Toys', stock: 50})}),
									],
								}),
							),
						);
						break;
				}
			}
			expectRollupsToHold(db);
			store.close();
		}),
		{numRuns: 60},
	);
});

test('one bulk load and one order at a time end in the same rollups', () => {
	const orders = Array.from({length: 200}, (_, index) =>
		order({
			number: `N${index}`,
			at: noon + index * 400_000,
			region: ['North', 'South'][index % 2]!,
			...(index % 3 > 0 && {customer: {code: `c${index % 11}`}}),
			lines: [
				line({quantity: index % 9 === 0 ? -1 : 2}),
				line({product: product({code: 'kite', category: 'Toys'})}),
			],
		}),
	);
	const [bulk, single] = [testStore(), testStore()];
	openOrderRecorder(bulk).record('test', orders);
	const recorder = openOrderRecorder(single);
	for (const one of orders) {
		recorder.record('test', [one]);
	}
	expectRollupsToHold(bulk.db);
	expectRollupsToHold(single.db);
	for (const table of [
		'orders',
		'order_lines',
		'dates',
		'order_slots',
		'category_slots',
		'product_days',
		'customer_totals',
	]) {
		expect(bulk.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(
			single.db.prepare(`SELECT * FROM ${table}`).all(),
		);
	}
});

test('changes move the corrections counter and new orders do not', () => {
	const {db} = testStore();
	const corrections = () => db.prepare('SELECT corrections FROM revision').pluck().get();
	fill({db} as Store);
	db.exec(`
		INSERT INTO orders (order_id, at, region_id) VALUES (10, ${noon}, 1);
		INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (10, 1, 1, 200000);
	`);
	expect(corrections()).toBe(0);
	db.exec('UPDATE order_lines SET quantity = 2');
	expect(corrections()).toBe(1);
	db.exec(`INSERT INTO orders (order_id, at, region_id) VALUES (5, ${noon}, 1)`);
	expect(corrections()).toBe(2);
	db.exec("UPDATE categories SET name = 'Bücher' WHERE category_id = 1");
	expect(corrections()).toBe(3);
	db.exec('DELETE FROM orders WHERE order_id = 10');
	// Its line and the order itself.
	expect(corrections()).toBe(5);
});

test('a replaced row is refused, because its rollups would not notice', () => {
	const store = testStore();
	fill(store);
	store.db.exec(`INSERT INTO orders (order_id, at, region_id) VALUES (1, ${noon}, 1)`);
	expect(() => store.db.exec(`REPLACE INTO orders (order_id, at, region_id) VALUES (1, ${noon}, 2)`)).toThrow(
		'order_id exists already',
	);
	expectRollupsToHold(store.db);
});

test('what would tear rollups from their rows is refused', () => {
	const store = testStore();
	fill(store);
	const {db} = store;
	db.exec(`
		INSERT INTO sources (name) VALUES ('till');
		INSERT INTO orders (at, region_id, customer_id, source_id, number) VALUES (${noon}, 1, 1, 1, 'A1');
		INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (1, 1, 1, 1);
	`);
	db.pragma('foreign_keys = OFF');
	for (const [sql, message] of [
		[
			`REPLACE INTO orders (at, region_id, source_id, number) VALUES (${noon}, 2, 1, 'A1')`,
			'of that number already',
		],
		[
			"REPLACE INTO products (product_id, name, category_id, price) VALUES (1, 'Map', 2, 1)",
			'product_id exists',
		],
		['UPDATE orders SET order_id = 7', 'order_id cannot be changed'],
		['UPDATE products SET product_id = 70 WHERE product_id = 1', 'product_id cannot be changed'],
		['DELETE FROM regions WHERE region_id = 1', 'the region has orders'],
		['DELETE FROM categories WHERE category_id = 1', 'the category has products'],
		['DELETE FROM customers WHERE customer_id = 1', 'the customer has orders'],
	] as const) {
		expect(() => db.exec(sql)).toThrow(message);
	}
	db.exec('DELETE FROM regions WHERE region_id = 3');
	expectRollupsToHold(db);
});

test('also without foreign keys, as in the sqlite3 shell, a line belongs to an order and a product', () => {
	const store = testStore();
	fill(store);
	const {db} = store;
	db.pragma('foreign_keys = OFF');
	db.exec(`INSERT INTO orders (order_id, at, region_id) VALUES (1, ${noon}, 1)`);
	const insertLine = (orderId: number, productId: number) => () =>
		db.exec(
			`INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (${orderId}, ${productId}, 1, 1)`,
		);
	expect(insertLine(2, 1)).toThrow('no such order_id');
	expect(insertLine(1, 99)).toThrow('no such product_id');
	expect(() => db.exec(`INSERT INTO orders (at, region_id) VALUES (${noon}, 99)`)).toThrow(
		'no such region_id',
	);
	insertLine(1, 1)();
	expect(() => db.exec('DELETE FROM products WHERE product_id = 1')).toThrow('the product has order lines');
	db.exec('DELETE FROM orders');
	expect(db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(0);
	expectRollupsToHold(db);
});
