import type {Database} from 'better-sqlite3';
import type {Money} from '../money.ts';

export type OrderTotals = {
	readonly orders: number;
	readonly lines: number;
	readonly units: number;
	readonly revenue: Money;
	readonly returns: Money;
};

/** Totals of the orders between two moments, order by order: for spans of less than a slot. */
export const orderTotals = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, OrderTotals>(`
		SELECT count(*) AS orders, total(lines) AS lines, total(units) AS units,
			total(revenue) AS revenue, total(returns) AS returns
		FROM orders INDEXED BY orders_by_time
		WHERE at >= @from AND at < @to
	`);

	return (from: number, to: number) => query.get({from, to})!;
};
