import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type RegionOrder = {
	readonly orderId: number;
	readonly storeId: number | null;
	readonly customerId: number | null;
	readonly units: number;
	readonly revenue: Money;
	readonly at: number;
};

export type RegionProduct = {readonly productId: number; readonly units: number; readonly revenue: Money};

/** Which orders: of a region, in a span, with ids above one and up to another. */
type RegionOrderBounds = {
	readonly regionId: number;
	readonly from: number;
	readonly to: number;
	readonly above: number;
	readonly upTo: number;
};

/** What was sold in a region between two moments, order by order and product by product. */
export const regionOrders = (db: Database) => {
	// A long span is found by its time, what has just come by its ids.
	const askingBy = (index: 'INDEXED BY orders_by_time' | 'NOT INDEXED') => {
		const within = `
			orders.region_id = @regionId AND at >= @from AND at < @to AND order_id > @above AND order_id <= @upTo`;
		const orders = db.prepare<RegionOrderBounds, RegionOrder>(`
			SELECT order_id AS orderId, store_id AS storeId, customer_id AS customerId, units, revenue, at
			FROM orders ${index} WHERE ${within}
		`);
		const products = db.prepare<RegionOrderBounds, RegionProduct>(`
			SELECT product_id AS productId, sum(quantity) AS units, sum(amount) AS revenue
			FROM orders ${index} CROSS JOIN order_lines USING (order_id)
			WHERE ${within}
			GROUP BY product_id
		`);
		return (bounds: RegionOrderBounds) => ({orders: orders.all(bounds), products: products.all(bounds)});
	};
	const id = db.prepare<[string], number>('SELECT region_id FROM regions WHERE name = ?').pluck();
	const store = db.prepare<[number], {name: string; city: string}>(
		'SELECT name, city FROM stores WHERE store_id = ?',
	);

	const cut = db
		.prepare<{from: number; orders: number}, number>(`
			SELECT at FROM orders INDEXED BY orders_by_time WHERE at > @from ORDER BY at LIMIT 1 OFFSET @orders
		`)
		.pluck();

	return {
		/** A later moment, such that about so many orders lie between; absent when there are fewer. */
		momentAfter: (from: number, orders: number) => cut.get({from, orders}),
		ofSpan: askingBy('INDEXED BY orders_by_time'),
		ofLatest: askingBy('NOT INDEXED'),
		idOf: (region: string) => id.get(region),
		store: (storeId: number) => store.get(storeId),
	};
};
