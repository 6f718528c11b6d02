import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type OrderRange, rangeQuestion} from '../orders/order-ranges.ts';

export type CellSum = {
	readonly productId: number;
	readonly regionId: number;
	/** 1 for customers whose first order came at or after the moment asked about, 0 for others; null for guests. */
	readonly isNew: 0 | 1 | null;
	/** Sold; what came back is not taken off. */
	readonly units: number;
	readonly gross: Money;
	/** Not above zero. */
	readonly returns: Money;
};

/** When customers made their first order; `undefined` of one who made none. */
export const firstOrders = (db: Database) => {
	const query = db
		.prepare<[number], number>('SELECT first_at FROM customer_totals WHERE customer_id = ?')
		.pluck();

	return (customerId: number) => query.get(customerId);
};

/** Sales by product, region and whether the customer is new, in a range of orders, line by line. */
export const salesByCell = (db: Database) => {
	const question = rangeQuestion<CellSum, {newSince: number}>(
		db,
		isInRange => `
			SELECT product_id AS productId, orders.region_id AS regionId, first_at >= @newSince AS isNew,
				sum(iif(quantity > 0, quantity, 0)) AS units,
				sum(iif(quantity > 0, amount, 0)) AS gross,
				sum(iif(quantity < 0, amount, 0)) AS returns
			FROM orders INDEXED BY orders_by_time
				CROSS JOIN order_lines USING (order_id)
				LEFT JOIN customer_totals USING (customer_id)
			WHERE ${isInRange}
			GROUP BY productId, regionId, isNew
		`,
	);

	return (range: OrderRange, newSince: number) => question.all(range, {newSince});
};
