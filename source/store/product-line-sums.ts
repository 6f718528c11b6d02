import type {Database} from 'better-sqlite3';
import type {Money} from '../money.ts';

/** Order lines of one product, returned ones among them. */
export type ProductLines = {readonly productId: number; readonly lines: number; readonly revenue: Money};

/** Lines by product from one UTC day, counted from 1970, up to, not including, another. */
export const productLinesOfDays = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, ProductLines>(`
		SELECT product_id AS productId, sum(lines) AS lines, sum(revenue) AS revenue
		FROM product_days
		WHERE day >= @from AND day < @to
		GROUP BY productId
	`);

	return (from: number, to: number) => query.all({from, to});
};

/** Lines by product between two moments, one by one: for spans of less than a day. */
export const productLines = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, ProductLines>(`
		SELECT product_id AS productId, count(*) AS lines, sum(amount) AS revenue
		FROM orders INDEXED BY orders_by_time CROSS JOIN order_lines USING (order_id)
		WHERE at >= @from AND at < @to
		GROUP BY productId
	`);

	return (from: number, to: number) => query.all({from, to});
};

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
