import type {Database} from 'better-sqlite3';

/** Of the orders that bring revenue: how many, the sum of their values, and that of their squares. */
export type OrderValueSums = {readonly n: number; readonly sum: number; readonly squares: number};

/** Values of the orders between two moments. */
export const orderValueSums = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, OrderValueSums>(`
		SELECT count(*) AS n, total(revenue) AS sum, total(1.0 * revenue * revenue) AS squares
		FROM orders INDEXED BY orders_by_time
		WHERE at >= @from AND at < @to AND revenue > 0
	`);

	return (from: number, to: number) => query.get({from, to})!;
};
