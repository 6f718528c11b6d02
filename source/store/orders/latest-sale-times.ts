import type {Database} from 'better-sqlite3';

/** When the latest orders before a moment were made, latest first. */
export const latestSaleTimes = (db: Database) => {
	const query = db
		.prepare<{before: number; limit: number}, number>(`
			SELECT at FROM orders INDEXED BY orders_by_time
			WHERE at < @before
			ORDER BY at DESC
			LIMIT @limit
		`)
		.pluck();

	return (before: number, limit: number) => query.all({before, limit});
};
