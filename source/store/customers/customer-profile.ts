import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type CustomerProfile = {
	readonly code: string | null;
	readonly name: string | null;
	readonly region: string | null;
};

/** What one customer has ordered before a moment. */
export type CustomerRecord = {
	readonly orders: number;
	readonly revenue: Money;
	readonly returns: Money;
	/** Absent without orders. */
	readonly firstAt: number | null;
	readonly lastAt: number | null;
};

/** Who a customer is, and what they have bought in all. */
export const customerProfile = (db: Database) => {
	const profile = db.prepare<[number], CustomerProfile>(`
		SELECT customers.code, customers.name, regions.name AS region
		FROM customers LEFT JOIN regions USING (region_id)
		WHERE customer_id = ?
	`);
	const record = db.prepare<{customerId: number; before: number}, CustomerRecord>(`
		SELECT count(*) AS orders, coalesce(sum(revenue), 0) AS revenue, coalesce(sum(returns), 0) AS returns,
			min(at) AS firstAt, max(at) AS lastAt
		FROM orders INDEXED BY orders_by_customer
		WHERE customer_id = @customerId AND at < @before
	`);

	return {
		profile: (customerId: number) => profile.get(customerId),
		record: (customerId: number, before: number) => record.get({customerId, before})!,
	};
};
