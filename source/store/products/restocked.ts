import type {Database} from 'better-sqlite3';

/** Units that came into the stock room, by product, from a moment up to, not including, another. */
export const restocked = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, {productId: number; units: number}>(`
		SELECT product_id AS productId, sum(quantity) AS units
		FROM restocks INDEXED BY restocks_by_time
		WHERE at >= @from AND at < @to
		GROUP BY productId
	`);

	return (from: number, to: number) => query.all({from, to});
};
