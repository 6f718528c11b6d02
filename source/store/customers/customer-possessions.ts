import type {Database} from 'better-sqlite3';

/** Ids of the products that a customer has bought and not brought back, by their latest lines before a moment. */
export const customerPossessions = (db: Database) => {
	const query = db
		.prepare<{customerId: number; before: number; lines: number}, number>(`
			WITH latest AS MATERIALIZED (
				SELECT product_id, quantity
				FROM orders INDEXED BY orders_by_customer CROSS JOIN order_lines USING (order_id)
				WHERE customer_id = @customerId AND at < @before
				ORDER BY at DESC
				LIMIT @lines
			)
			SELECT product_id FROM latest GROUP BY product_id HAVING sum(quantity) > 0 ORDER BY product_id
		`)
		.pluck();

	return (customerId: number, before: number, lines: number) => query.all({customerId, before, lines});
};
