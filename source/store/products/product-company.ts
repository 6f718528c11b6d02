import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type ProductBuyer = {
	readonly customerId: number;
	readonly customer: string;
	readonly units: number;
	readonly revenue: Money;
	readonly lastAt: number;
};

export type ProductBesides = {
	readonly productId: number;
	readonly product: string;
	/** Orders that hold both. */
	readonly orders: number;
};

/** Who buys a product and what else is in those orders, among its latest lines before a moment. */
export const productCompany = (db: Database) => {
	type Bounds = {productId: number; before: number; lines: number; limit: number};
	const latest = `
		latest AS MATERIALIZED (
			SELECT order_id, at, customer_id, quantity, amount
			FROM order_lines INDEXED BY lines_by_product CROSS JOIN orders USING (order_id)
			WHERE product_id = @productId AND at < @before
			ORDER BY line_id DESC LIMIT @lines
		)`;
	const buyers = db.prepare<Bounds, ProductBuyer>(`
		WITH ${latest}
		SELECT customer_id AS customerId, coalesce(customers.name, customers.code, 'customer ' || customer_id) AS customer,
			sum(quantity) AS units, sum(amount) AS revenue, max(at) AS lastAt
		FROM latest JOIN customers USING (customer_id)
		GROUP BY customer_id
		ORDER BY revenue DESC, customer_id
		LIMIT @limit
	`);
	const besides = db.prepare<Bounds, ProductBesides>(`
		WITH ${latest}, held AS MATERIALIZED (SELECT DISTINCT order_id FROM latest WHERE quantity > 0)
		SELECT other.product_id AS productId, products.name AS product, count(DISTINCT order_id) AS orders
		FROM held CROSS JOIN order_lines AS other USING (order_id)
		JOIN products ON products.product_id = other.product_id
		WHERE other.product_id <> @productId AND other.quantity > 0
		GROUP BY other.product_id
		ORDER BY orders DESC, other.product_id
		LIMIT @limit
	`);
	const orders = db
		.prepare<Omit<Bounds, 'limit'>, number>(
			`WITH ${latest} SELECT count(DISTINCT order_id) FROM latest WHERE quantity > 0`,
		)
		.pluck();

	return (productId: number, before: number, {lines, limit}: {lines: number; limit: number}) => {
		const bounds = {productId, before, lines, limit};
		return {
			buyers: buyers.all(bounds),
			besides: besides.all(bounds),
			/** In which the others are counted. */
			orders: orders.get({productId, before, lines})!,
		};
	};
};
