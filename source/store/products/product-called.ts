import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

/** Moments and amounts of the lines of products by that code or name. */
export const linesOfProduct = (db: Database) => {
	const query = db.prepare<{product: string; from: number; to: number}, {at: number; amount: Money}>(`
		SELECT at, amount
		FROM products
		CROSS JOIN order_lines INDEXED BY lines_by_product USING (product_id)
		CROSS JOIN orders USING (order_id)
		WHERE (products.code = @product OR products.name = @product) AND at >= @from AND at < @to
	`);

	return (product: string, from: number, to: number) => query.all({product, from, to});
};

/** The first product by that code or name. */
export const productCalled = (db: Database) => {
	const query = db
		.prepare<{product: string}, number>(
			'SELECT product_id FROM products WHERE code = @product OR name = @product ORDER BY product_id LIMIT 1',
		)
		.pluck();

	return (product: string) => query.get({product});
};
