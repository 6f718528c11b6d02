import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type OrderRange, rangeQuestion} from '../orders/order-ranges.ts';

export type CustomerSum = {
	readonly customerId: number;
	readonly orders: number;
	readonly revenue: Money;
	readonly lastAt: number;
};

/** Sales by customer in a range of orders; guests are left out. */
export const customerSales = (db: Database) => {
	const question = rangeQuestion<CustomerSum>(
		db,
		isInRange => `
			SELECT customer_id AS customerId, count(*) AS orders, sum(revenue) AS revenue, max(at) AS lastAt
			FROM orders INDEXED BY orders_by_time
			WHERE ${isInRange} AND customer_id IS NOT NULL
			GROUP BY customerId
		`,
	);

	return (range: OrderRange) => question.all(range);
};
