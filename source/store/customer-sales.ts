import type {Database} from 'better-sqlite3';
import type {Money} from '../money.ts';

export type CustomerSum = {
	readonly customerId: number;
	readonly orders: number;
	readonly revenue: Money;
	readonly lastAt: number;
};

/** Sales by customer between two moments; guests are left out. */
export const customerSales = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, CustomerSum>(`
		SELECT customer_id AS customerId, count(*) AS orders, sum(revenue) AS revenue, max(at) AS lastAt
		FROM orders INDEXED BY orders_by_time
		WHERE at >= @from AND at < @to AND customer_id IS NOT NULL
		GROUP BY customerId
	`);

	return (from: number, to: number) => query.all({from, to});
};
