import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import type {CustomerSum} from './customer-sales.ts';

/** What customers have bought over all time. */
export const customerTotals = (db: Database) => {
	const page = db.prepare<{revenue: number; customerId: number; limit: number}, CustomerSum>(`
		SELECT customer_id AS customerId, orders, revenue, last_at AS lastAt FROM customer_totals
		WHERE revenue <= @revenue AND (revenue < @revenue OR customer_id > @customerId)
		ORDER BY revenue DESC, customer_id
		LIMIT @limit
	`);
	const one = db
		.prepare<[number], Money>('SELECT revenue FROM customer_totals WHERE customer_id = ?')
		.pluck();
	const previousOrderAt = db
		.prepare<[number, number], number | null>('SELECT max(at) FROM orders WHERE customer_id = ? AND at < ?')
		.pluck();

	return {
		/** The next customers by revenue, highest first. @param after the last of the page before */
		page: (after: CustomerSum | undefined, limit: number) =>
			page.all({
				revenue: after?.revenue ?? Number.MAX_SAFE_INTEGER,
				customerId: after?.customerId ?? 0,
				limit,
			}),
		revenueOf: (customerId: number) => one.get(customerId) ?? 0,
		/** When the customer bought before that moment; absent if never. */
		previousOrderAt: (customerId: number, before: number) =>
			previousOrderAt.get(customerId, before) ?? undefined,
	};
};
