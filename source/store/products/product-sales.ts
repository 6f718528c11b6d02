import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type OrderRange, rangeQuestion} from '../orders/order-ranges.ts';

/** Returns are taken off units and revenue, and counted as lines. */
export type ProductSum = {
	readonly productId: number;
	readonly lines: number;
	readonly units: number;
	readonly revenue: Money;
};

/** Sales by product from one UTC day, counted from 1970, up to, not including, another. */
export const productSalesOfDays = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, ProductSum>(`
		SELECT product_id AS productId, sum(lines) AS lines, sum(units) AS units, sum(revenue) AS revenue
		FROM product_days
		WHERE day >= @from AND day < @to
		GROUP BY productId
	`);

	return (from: number, to: number) => query.all({from, to});
};

/** Sales by product in a range of orders, line by line: for spans of less than a day. */
export const productSales = (db: Database) => {
	const question = rangeQuestion<ProductSum>(
		db,
		isInRange => `
			SELECT product_id AS productId, count(*) AS lines, sum(quantity) AS units, sum(amount) AS revenue
			FROM orders INDEXED BY orders_by_time CROSS JOIN order_lines USING (order_id)
			WHERE ${isInRange}
			GROUP BY productId
		`,
	);

	return (range: OrderRange) => question.all(range);
};
