import type {Database} from 'better-sqlite3';
import type {Order} from '../../order.ts';

/** An order of a known customer in the words of its source. */
export type Purchase = Pick<Order, 'region' | 'customer' | 'store'> & {
	readonly lines: readonly {
		readonly productCode: string;
		readonly quantity: number;
		readonly unitPrice: number;
		readonly discount: number;
	}[];
};

type LineRow = {
	readonly orderId: number;
	readonly region: string;
	readonly customer: string;
	readonly customerName: string | null;
	readonly productCode: string;
	readonly quantity: number;
	readonly unitPrice: number;
	readonly discount: number;
};

/** The latest purchases of known customers of one source, the earliest of them first; returns are none. */
export const latestPurchases = (db: Database) => {
	const query = db.prepare<{source: string; orders: number}, LineRow>(`
		WITH latest AS (
			SELECT order_id, at, region_id, customer_id
			FROM orders INDEXED BY orders_by_time
			WHERE customer_id IS NOT NULL AND returns = 0 AND lines > 0
				AND source_id = (SELECT source_id FROM sources WHERE name = @source)
			ORDER BY at DESC
			LIMIT @orders
		)
		SELECT order_id AS orderId, regions.name AS region, customers.code AS customer,
			customers.name AS customerName, products.code AS productCode, quantity,
			unit_price AS unitPrice, discount
		FROM latest
			JOIN regions ON regions.region_id = latest.region_id
			JOIN customers USING (customer_id)
			JOIN order_lines USING (order_id)
			JOIN products USING (product_id)
		WHERE customers.code IS NOT NULL AND products.code IS NOT NULL
		ORDER BY at, orderId, line_id
	`);

	return (source: string, orders: number): readonly Purchase[] =>
		[...Map.groupBy(query.all({source, orders}), row => row.orderId).values()].map(rows => ({
			region: rows[0]!.region,
			customer: {code: rows[0]!.customer, name: rows[0]!.customerName ?? undefined},
			lines: rows.map(({productCode, quantity, unitPrice, discount}) => ({
				productCode,
				quantity,
				unitPrice,
				discount,
			})),
		}));
};
