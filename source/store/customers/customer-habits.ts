import type {Money} from '../../money.ts';
import type {Store} from '../open-store.ts';
import {dayOfOrder} from './day-of-order.ts';

/** On how many days a customer has bought, and from when to when. Days since 1970-01-01. */
export type CustomerDays = {
	readonly customerId: number;
	readonly code: string | null;
	readonly name: string | null;
	readonly days: number;
	readonly firstDay: number;
	readonly lastDay: number;
	/** Of the orders that bring revenue. */
	readonly revenue: Money;
};

/**
 * Customers with purchases on at least so many days between two moments; guests are left out.
 *
 * @param zone whose days count, if not the database's own
 */
export const customerHabits = (store: Store, zone = store.zone) => {
	const day = dayOfOrder(store, zone);
	const query = store.db.prepare<{from: number; to: number; fewestDays: number}, CustomerDays>(`
		WITH customer_days AS (
			SELECT customer_id, ${day} AS day, sum(revenue) AS revenue
			FROM orders INDEXED BY orders_by_time
			WHERE at >= @from AND at < @to AND customer_id IS NOT NULL AND revenue > 0
			GROUP BY customer_id, day
		), habits AS MATERIALIZED (
			SELECT customer_id, count(*) AS days, min(day) AS firstDay, max(day) AS lastDay, sum(revenue) AS revenue
			FROM customer_days
			GROUP BY customer_id
			HAVING days >= @fewestDays
		)
		SELECT customer_id AS customerId, code, name, days, firstDay, lastDay, revenue
		FROM habits CROSS JOIN customers USING (customer_id)
		ORDER BY customer_id
	`);

	return (from: number, to: number, fewestDays: number) => query.all({from, to, fewestDays});
};
