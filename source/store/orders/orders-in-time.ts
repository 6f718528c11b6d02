import type {Database} from 'better-sqlite3';
import type {Order, OrderLine} from '../../order.ts';

/** From one moment on and before another, in UTC milliseconds. */
export type OrderSpan = {readonly from: number; readonly to: number};

type Head = {
	readonly orderId: number;
	readonly number: string | null;
	readonly at: number;
	readonly region: string;
	readonly store: string | null;
	readonly city: string | null;
	readonly storeRegion: string | null;
	readonly customer: string | null;
	readonly customerName: string | null;
	readonly email: string | null;
	readonly age: number | null;
	readonly customerRegion: string | null;
};

type Line = Omit<OrderLine, 'product'> & {
	readonly code: string;
	readonly name: string;
	readonly category: string;
	readonly price: number;
};

/** How many orders are in memory at once. */
const ordersPerPage = 256;

/** Whole orders in the words of their source, oldest first; a few at a time are read. */
export const ordersInTime = (db: Database) => {
	const page = db.prepare<{at: number; orderId: number; to: number; limit: number}, Head>(`
		SELECT order_id AS orderId, orders.number, at, regions.name AS region,
			stores.name AS store, stores.city, store_regions.name AS storeRegion,
			customers.code AS customer, customers.name AS customerName, email, age,
			customer_regions.name AS customerRegion
		FROM orders INDEXED BY orders_by_time
			JOIN regions ON regions.region_id = orders.region_id
			LEFT JOIN stores USING (store_id)
			LEFT JOIN regions AS store_regions ON store_regions.region_id = stores.region_id
			LEFT JOIN customers USING (customer_id)
			LEFT JOIN regions AS customer_regions ON customer_regions.region_id = customers.region_id
		WHERE (at, order_id) > (@at, @orderId) AND at < @to AND lines > 0
		ORDER BY at, order_id LIMIT @limit
	`);
	const linesOf = db.prepare<[number], Line>(`
		SELECT coalesce(code, products.name) AS code, products.name, categories.name AS category, price,
			quantity, unit_price AS unitPrice, discount
		FROM order_lines JOIN products USING (product_id) JOIN categories USING (category_id)
		WHERE order_id = ?
		ORDER BY line_id
	`);
	const count = db
		.prepare<OrderSpan, number>('SELECT count(*) FROM orders WHERE at >= @from AND at < @to AND lines > 0')
		.pluck();

	return {
		count: (span: OrderSpan) => count.get(span)!,
		*orders({from, to}: OrderSpan): Generator<Order> {
			let last = {at: from, orderId: 0};
			for (;;) {
				const heads = page.all({...last, to, limit: ordersPerPage});
				for (const head of heads) {
					yield orderOf(head, linesOf.all(head.orderId));
				}
				if (heads.length < ordersPerPage) {
					return;
				}
				last = heads.at(-1)!;
			}
		},
	};
};

function orderOf(head: Head, lines: readonly Line[]): Order {
	const {number, at, region, store, city, storeRegion, customer} = head;
	return {
		number: number ?? undefined,
		at,
		region,
		...(store !== null && {store: {name: store, city: city!, region: storeRegion!}}),
		...(customer !== null && {
			customer: {
				code: customer,
				name: head.customerName ?? undefined,
				email: head.email ?? undefined,
				age: head.age ?? undefined,
				region: head.customerRegion ?? undefined,
			},
		}),
		lines: lines.map(({code, name, category, price, ...line}) => ({
			product: {code, name, category, price},
			...line,
		})),
	};
}
