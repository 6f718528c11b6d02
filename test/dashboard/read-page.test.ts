import {expect, test} from 'vitest';
import {dayMs, hourMs, minuteMs} from '../../source/business-time.ts';
import type {Page, PageSubject} from '../../source/dashboard/page.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import type {Order} from '../../source/order.ts';
import type {Store} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {line, order, product} from '../helpers/order.ts';
import {testStore} from '../helpers/store.ts';

const now = Date.UTC(2026, 10, 20, 17, 57, 12);

const pan = product({stock: 1000});
const kite = product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000, stock: 40});

/** Two products, two regions, ten customers; the last order is the latest. */
function shop(count: number, lastMs = 40 * dayMs): Order[] {
	return Array.from({length: count}, (_, index) =>
		order({
			number: `N${index}`,
			at: now - 1 - Math.floor(((count - index) / count) * lastMs),
			region: ['Bretagne', 'Occitanie'][index % 2]!,
			...(index % 3 === 0 && {store: {name: `Shop ${index % 4}`, city: 'Brest', region: 'Bretagne'}}),
			...(index % 4 > 0 && {customer: {code: `c${index % 10}`, name: `Customer ${index % 10}`}}),
			lines: [
				line({product: pan, quantity: index % 23 === 0 ? -1 : 1 + (index % 3)}),
				...(index % 2 === 0 ? [line({product: kite, quantity: 1, discount: 1000})] : []),
			],
		}),
	);
}

async function openShop(orders: readonly Order[]) {
	const store = testStore();
	const recorder = openOrderRecorder(store);
	recorder.record('test', [...orders]);
	const reader = openDashboardReader(store);
	await reader.read(presentScope('24h'), now);
	return {
		store,
		record: (added: Order) => recorder.record('test', [added]),
		reread: (at = now) => reader.read(presentScope('24h'), at),
		page: async <Kind extends Page['kind']>(
			subject: PageSubject & {readonly kind: Kind},
			around?: number,
		) => {
			const page = await reader.readPage({subject, around});
			expect(page?.kind).toBe(subject.kind);
			return page as Extract<Page, {readonly kind: Kind}>;
		},
		read: (subject: PageSubject) => reader.readPage({subject}),
	};
}

const one = <Row>({db}: Store, sql: string, ...values: unknown[]) => db.prepare(sql).get(...values) as Row;
const all = <Row>({db}: Store, sql: string, ...values: unknown[]) => db.prepare(sql).all(...values) as Row[];

/** The window `24h` begins with the clock hour 23 hours ago. */
const windowFrom = Math.floor(now / hourMs) * hourMs - 23 * hourMs;

test('a category lists all its products with what they brought in the window, sold or not', async () => {
	const {store, page} = await openShop(shop(400));
	store.db.exec(
		"INSERT INTO products (name, category_id, price) SELECT 'Never sold', category_id, 1 FROM categories WHERE name = 'Toys'",
	);
	const {products, window} = await page({kind: 'category', name: 'Toys'});
	const expected = one<{units: number; revenue: number}>(
		store,
		`SELECT sum(quantity) AS units, sum(amount) AS revenue FROM orders JOIN order_lines USING (order_id)
		JOIN products USING (product_id) WHERE products.name = 'Kite' AND at >= ? AND at < ?`,
		windowFrom,
		now,
	);
	expect(window).toEqual({from: windowFrom, to: now});
	expect(products.map(({name, units, revenue}) => ({name, units, revenue}))).toEqual([
		{name: 'Kite', ...expected},
		{name: 'Never sold', units: 0, revenue: 0},
	]);
});

test('a region keeps its sales as the past is played', async () => {
	const {store} = await openShop(shop(200, dayMs));
	const subject: PageSubject = {kind: 'region', name: 'Bretagne'};
	const reader = openDashboardReader(store);
	const readAt = (asOf: number) => reader.read({...presentScope('24h'), asOf, speed: 3600}, now);
	await readAt(now - 50 * minuteMs);
	const before = await reader.readPage({subject});
	const then = now - 5 * minuteMs;
	await readAt(then);
	const played = await reader.readPage({subject});
	const fresh = openDashboardReader(store);
	await fresh.read({...presentScope('24h'), asOf: then}, now);
	expect(played).toEqual(await fresh.readPage({subject}));
	expect(played).not.toMatchObject({products: (before as {products: unknown}).products});
});

test('a region tells its stores, products and customers of the window, and keeps them as sales come', async () => {
	const {store, page, record, reread} = await openShop(shop(600, 3 * dayMs));
	const expectTrue = async (to: number) => {
		const {stores, products, customers} = await page({kind: 'region', name: 'Bretagne'});
		const sums = (what: string, join = '') =>
			all<{id: number; revenue: number}>(
				store,
				`SELECT ${what} AS id, sum(amount) AS revenue FROM orders JOIN order_lines USING (order_id) ${join}
				WHERE region_id = (SELECT region_id FROM regions WHERE name = 'Bretagne') AND at >= ? AND at < ?
					AND ${what} IS NOT NULL
				GROUP BY 1 ORDER BY revenue DESC, id`,
				windowFrom,
				to,
			);
		const revenues = (rows: readonly {id: number; revenue: number}[]) =>
			rows.map(({id, revenue}) => ({id, revenue}));
		expect(revenues(stores)).toEqual(sums('store_id'));
		expect(revenues(products)).toEqual(sums('product_id'));
		expect(revenues(customers)).toEqual(sums('customer_id'));
		expect(stores.length).toBeGreaterThan(1);
	};
	await expectTrue(now);
	record(
		order({
			number: 'new',
			at: now + 10,
			region: 'Bretagne',
			customer: {code: 'c1', name: 'Customer 1'},
			lines: [line({product: kite, quantity: 7})],
		}),
	);
	await reread(now + 20);
	await expectTrue(now + 20);
	store.db.exec('UPDATE order_lines SET quantity = 5 WHERE line_id = (SELECT max(line_id) FROM order_lines)');
	await reread(now + 30);
	await expectTrue(now + 30);
});

test('a product tells its days, its sales, who buys it and what is bought with it', async () => {
	const {store, page} = await openShop(shop(400));
	const {id} = one<{id: number}>(store, "SELECT product_id AS id FROM products WHERE name = 'Kite'");
	const {trend, lines, buyers, besides, companyOrders, stock} = await page({kind: 'product', id});
	const sold = one<{lines: number; revenue: number}>(
		store,
		'SELECT count(*) AS lines, sum(amount) AS revenue FROM order_lines WHERE product_id = ?',
		id,
	);
	expect(trend.points).toHaveLength(28);
	const lastDay = Math.floor(now / dayMs);
	expect(trend.points.at(-1)).toMatchObject(
		one<object>(
			store,
			`SELECT count(*) AS orders, sum(quantity) AS units, sum(amount) AS revenue
			FROM orders JOIN order_lines USING (order_id) WHERE product_id = ? AND at / 86400000 = ?`,
			id,
			lastDay,
		),
	);
	expect({total: lines.total, first: lines.first}).toEqual({total: sold.lines, first: 0});
	expect(lines.rows[0]).toMatchObject({number: 'N398', quantity: 1, amount: 149_000});
	expect(companyOrders).toBe(sold.lines);
	// Each order with a kite holds a pan; those with a returned pan do not count.
	expect(besides).toEqual([
		{productId: expect.any(Number), product: 'Cast-iron pan', orders: sold.lines - Math.ceil(400 / 46)},
	]);
	expect(buyers.reduce((sum, {revenue}) => sum + revenue, 0)).toBe(
		one<{revenue: number}>(
			store,
			`SELECT sum(amount) AS revenue FROM orders JOIN order_lines USING (order_id)
			WHERE product_id = ? AND customer_id IS NOT NULL`,
			id,
		).revenue,
	);
	expect(stock?.units).toBe(40 - sold.lines);
});

test('a customer has a profile and every order', async () => {
	const {store, page} = await openShop(shop(400));
	const {id} = one<{id: number}>(store, "SELECT customer_id AS id FROM customers WHERE code = 'c1'");
	const {name, orderCount, revenue, firstAt, lastAt, meanGapMs, orders, products} = await page({
		kind: 'customer',
		id,
	});
	const raw = one<{orders: number; revenue: number; firstAt: number; lastAt: number}>(
		store,
		`SELECT count(DISTINCT order_id) AS orders, sum(amount) AS revenue, min(at) AS firstAt, max(at) AS lastAt
		FROM orders JOIN order_lines USING (order_id) WHERE customer_id = ?`,
		id,
	);
	expect({orders: orderCount, revenue, firstAt, lastAt}).toEqual(raw);
	expect(name).toBe('Customer 1');
	expect(meanGapMs).toBe((raw.lastAt - raw.firstAt) / (raw.orders - 1));
	expect(orders).toMatchObject({first: 0, total: raw.orders});
	expect(orders.rows.reduce((sum, row) => sum + row.revenue, 0)).toBe(raw.revenue);
	expect(orders.rows.map(row => row.at)).toEqual(orders.rows.map(row => row.at).toSorted((a, b) => b - a));
	expect(products.reduce((sum, row) => sum + row.revenue, 0)).toBe(raw.revenue);
});

test('an order shows its lines with price, discount and amount', async () => {
	const {store, page} = await openShop(shop(47));
	const {id} = one<{id: number}>(store, "SELECT order_id AS id FROM orders WHERE number = 'N46'");
	const {order: head, lines, listAmount, discount} = await page({kind: 'order', id});
	expect(head).toMatchObject({number: 'N46', source: 'test', region: 'Bretagne', customer: 'Customer 6'});
	expect(lines).toMatchObject([
		{product: 'Cast-iron pan', quantity: -1, unitPrice: 540_000, discount: 0, amount: -540_000},
		{product: 'Kite', quantity: 1, unitPrice: 150_000, discount: 1000, amount: 149_000},
	]);
	expect({listAmount, discount, revenue: head.revenue, returns: head.returns}).toEqual({
		listAmount: -390_000,
		discount: 1000,
		revenue: -391_000,
		returns: -540_000,
	});
});

test('a long list is read around a row, which says where it stands', async () => {
	const {store, page} = await openShop(shop(1200));
	const {id} = one<{id: number}>(store, "SELECT product_id AS id FROM products WHERE name = 'Cast-iron pan'");
	const lineIds = all<{id: number}>(
		store,
		'SELECT line_id AS id FROM order_lines WHERE product_id = ? ORDER BY line_id DESC',
		id,
	).map(row => row.id);
	for (const place of [0, 3, 700, 1199]) {
		const {lines} = await page({kind: 'product', id}, lineIds[place]);
		expect(lines.total).toBe(1200);
		expect(lines.rows.map(row => row.lineId)).toEqual(
			lineIds.slice(lines.first, lines.first + lines.rows.length),
		);
		expect(lines.rows[place - lines.first]?.lineId).toBe(lineIds[place]);
	}
	const customer = one<{id: number}>(store, "SELECT customer_id AS id FROM customers WHERE code = 'c1'").id;
	const orderIds = all<{id: number}>(
		store,
		'SELECT order_id AS id FROM orders WHERE customer_id = ? ORDER BY at DESC, order_id DESC',
		customer,
	).map(row => row.id);
	const middle = Math.floor(orderIds.length / 2);
	const {orders} = await page({kind: 'customer', id: customer}, orderIds[middle]);
	expect(orders.rows.map(row => row.orderId)).toEqual(
		orderIds.slice(orders.first, orders.first + orders.rows.length),
	);
	expect(orders.rows[middle - orders.first]?.orderId).toBe(orderIds[middle]);
});

test('what comes after the moment of the dashboard is not on its pages', async () => {
	const {store, page, record} = await openShop(shop(50));
	record(
		order({
			number: 'later',
			at: now + 5,
			customer: {code: 'c1', name: 'Customer 1'},
			lines: [line({product: pan})],
		}),
	);
	const {id} = one<{id: number}>(store, "SELECT customer_id AS id FROM customers WHERE code = 'c1'");
	expect((await page({kind: 'customer', id})).orders.rows.map(row => row.number)).not.toContain('later');
	const panId = one<{id: number}>(
		store,
		"SELECT product_id AS id FROM products WHERE name = 'Cast-iron pan'",
	).id;
	const {lines} = await page({kind: 'product', id: panId});
	expect(lines).toMatchObject({total: 50});
	expect(lines.rows.map(row => row.number)).not.toContain('later');
});

test('what is not in the database is said to be missing', async () => {
	const {read} = await openShop(shop(5));
	for (const kind of ['product', 'customer', 'order'] as const) {
		expect(await read({kind, id: 9999})).toMatchObject({kind: 'missing'});
	}
});
