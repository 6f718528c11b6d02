import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import type {OrderPlace} from '../orders/matching-orders.ts';
import type {CustomerSum} from './customer-sales.ts';

/** What customers have bought over all time. */
export const customerTotals = (db: Database) => {
	const page = db.prepare<{revenue: number; customerId: number; limit: number}, CustomerSum>(`
		SELECT customer_id AS customerId, orders, revenue, last_at AS lastAt FROM customer_totals
		WHERE revenue <= @revenue AND (revenue < @revenue OR customer_id > @customerId)
		ORDER BY revenue DESC, customer_id
		LIMIT @limit
	`);
	const one = db.prepare<[number], {orders: number; revenue: Money}>(
		'SELECT orders, revenue FROM customer_totals WHERE customer_id = ?',
	);
	const previousOrderAt = db
		.prepare<[number, number, number], number>(`
			SELECT at FROM orders WHERE customer_id = ? AND (at, order_id) < (?, ?)
			ORDER BY at DESC, order_id DESC LIMIT 1
		`)
		.pluck();

	return {
		/** The next customers by revenue, highest first. @param after the last of the page before */
		page: (after: CustomerSum | undefined, limit: number) =>
			page.all({
				revenue: after?.revenue ?? Number.MAX_SAFE_INTEGER,
				customerId: after?.customerId ?? 0,
				limit,
			}),
		of: (customerId: number) => one.get(customerId) ?? {orders: 0, revenue: 0},
		/** When the customer bought before that order; absent if never. */
		previousOrderAt: (customerId: number, {at, orderId}: OrderPlace) =>
			previousOrderAt.get(customerId, at, orderId),
	};
};
