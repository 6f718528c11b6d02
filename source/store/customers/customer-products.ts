import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type CustomerProduct = {
	readonly productId: number;
	readonly product: string;
	readonly category: string;
	readonly units: number;
	readonly revenue: Money;
	readonly lastAt: number;
};

/** What a customer bought most, among the latest orders before a moment. */
export const customerProducts = (db: Database) => {
	const query = db.prepare<
		{customerId: number; before: number; orders: number; limit: number},
		CustomerProduct
	>(`
		WITH latest AS MATERIALIZED (
			SELECT order_id, at FROM orders INDEXED BY orders_by_customer
			WHERE customer_id = @customerId AND at < @before
			ORDER BY at DESC LIMIT @orders
		)
		SELECT product_id AS productId, products.name AS product, categories.name AS category,
			sum(quantity) AS units, sum(amount) AS revenue, max(at) AS lastAt
		FROM latest CROSS JOIN order_lines USING (order_id)
		JOIN products USING (product_id) JOIN categories USING (category_id)
		GROUP BY product_id
		ORDER BY revenue DESC, product_id
		LIMIT @limit
	`);

	return (customerId: number, before: number, {orders, limit}: {orders: number; limit: number}) =>
		query.all({customerId, before, orders, limit});
};
