import type {Money} from '../../money.ts';
import type {Store} from '../open-store.ts';
import {dayOfOrder} from './day-of-order.ts';

/** What one customer has bought before a moment. Days are days of the business zone since 1970-01-01. */
export type CustomerHistory = {
	readonly customerId: number;
	/** What their source calls them. */
	readonly code: string | null;
	readonly name: string | null;
	/** Days with a purchase. */
	readonly days: number;
	readonly firstDay: number;
	readonly lastDay: number;
	/** Of the purchases of the first day. */
	readonly firstDayRevenue: Money;
	/** Of all purchases. */
	readonly purchaseRevenue: Money;
	/** Of all orders, returns taken off. */
	readonly revenue: Money;
};

/**
 * What each customer has bought before a moment. A purchase is an order that brings revenue; one that
 * is free or takes more back than it sells is none. Guests, and who never purchased, are left out.
 *
 * @param zone whose days count, if not the database's own
 */
export const customerHistories = (store: Store, zone = store.zone) => {
	const day = dayOfOrder(store, zone);
	const query = store.db.prepare<[number], CustomerHistory>(`
		WITH customer_days AS MATERIALIZED (
			SELECT customer_id, ${day} AS day, sum(revenue) AS revenue,
				sum(max(revenue, 0)) AS purchase_revenue
			FROM orders NOT INDEXED
			WHERE at < ? AND customer_id IS NOT NULL
			GROUP BY customer_id, day
		), first_days AS MATERIALIZED (
			-- Beside a min(), SQLite takes other columns from the row that holds the minimum.
			SELECT customer_id, min(day) AS first_day, purchase_revenue AS first_day_revenue
			FROM customer_days
			WHERE purchase_revenue > 0
			GROUP BY customer_id
		)
		SELECT customer_id AS customerId, code, name,
			count(*) FILTER (WHERE purchase_revenue > 0) AS days,
			first_day AS firstDay, max(day) FILTER (WHERE purchase_revenue > 0) AS lastDay,
			first_day_revenue AS firstDayRevenue, sum(purchase_revenue) AS purchaseRevenue,
			sum(revenue) AS revenue
		FROM customer_days JOIN first_days USING (customer_id) JOIN customers USING (customer_id)
		GROUP BY customer_id
		ORDER BY customer_id
	`);

	return (before: number) => query.all(before);
};
