import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type CustomerPurchase = {
	/** UTC milliseconds. */
	readonly at: number;
	readonly revenue: Money;
};

/** The orders of one customer before a moment that brought revenue, oldest first. */
export const customerPurchases = (db: Database) => {
	const query = db.prepare<{customerId: number; before: number}, CustomerPurchase>(`
		SELECT at, revenue FROM orders INDEXED BY orders_by_customer
		WHERE customer_id = @customerId AND at < @before AND revenue > 0
		ORDER BY at
	`);

	return (customerId: number, before: number) => query.all({customerId, before});
};
