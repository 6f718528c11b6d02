import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

/** One order with everything that is known about it. */
export type OrderDetail = {
	readonly orderId: number;
	/** The source's own id. */
	readonly number: string | null;
	readonly source: string | null;
	readonly at: number;
	readonly region: string;
	readonly store: string | null;
	readonly city: string | null;
	/** Absent for a guest. */
	readonly customerId: number | null;
	readonly customer: string | null;
	readonly units: number;
	readonly revenue: Money;
	readonly returns: Money;
};

export type OrderDetailLine = {
	readonly lineId: number;
	readonly productId: number;
	readonly product: string;
	readonly category: string;
	/** Below zero for a return. */
	readonly quantity: number;
	readonly unitPrice: Money;
	readonly discount: Money;
	readonly amount: Money;
};

/** One order and its lines, as they came. */
export const orderDetail = (db: Database) => {
	const head = db.prepare<[number], OrderDetail>(`
		SELECT order_id AS orderId, orders.number, sources.name AS source, at, regions.name AS region,
			stores.name AS store, stores.city, customer_id AS customerId,
			coalesce(customers.name, customers.code) AS customer, units, revenue, returns
		FROM orders
		JOIN regions ON regions.region_id = orders.region_id
		LEFT JOIN sources ON sources.source_id = orders.source_id
		LEFT JOIN stores USING (store_id)
		LEFT JOIN customers USING (customer_id)
		WHERE order_id = ?
	`);
	const lines = db.prepare<[number], OrderDetailLine>(`
		SELECT line_id AS lineId, product_id AS productId, products.name AS product,
			categories.name AS category, quantity, unit_price AS unitPrice, discount, amount
		FROM order_lines JOIN products USING (product_id) JOIN categories USING (category_id)
		WHERE order_id = ?
		ORDER BY line_id
	`);

	return {
		head: (orderId: number) => head.get(orderId),
		lines: (orderId: number) => lines.all(orderId),
	};
};
