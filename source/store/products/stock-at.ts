import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

/** A product, and how many of it there were at a moment. */
export type ProductAt = {
	readonly productId: number;
	/** What its source calls it. */
	readonly code: string | null;
	readonly name: string;
	readonly category: string;
	/** List price of one unit. */
	readonly price: Money;
	/** Units; null where nobody counts them. */
	readonly stock: number | null;
};

/**
 * All products by id, with the stock of a moment: what there is now, and what was sold since and not
 * restocked.
 */
export const stockAt = (db: Database) => {
	const query = db.prepare<{at: number}, ProductAt>(`
		WITH sold AS MATERIALIZED (
			SELECT product_id, sum(quantity) AS units
			FROM orders INDEXED BY orders_by_time CROSS JOIN order_lines USING (order_id)
			WHERE at >= @at
			GROUP BY product_id
		), restocked AS MATERIALIZED (
			SELECT product_id, sum(quantity) AS units FROM restocks WHERE at >= @at GROUP BY product_id
		)
		SELECT product_id AS productId, code, products.name, categories.name AS category, price,
			stock + coalesce(sold.units, 0) - coalesce(restocked.units, 0) AS stock
		FROM products
			JOIN categories USING (category_id)
			LEFT JOIN sold USING (product_id)
			LEFT JOIN restocked USING (product_id)
		ORDER BY product_id
	`);

	return (at: number) => query.all({at});
};
