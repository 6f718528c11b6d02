import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type ProductDay = {
	/** A UTC day, counted from 1970. */
	readonly day: number;
	readonly lines: number;
	readonly units: number;
	readonly revenue: Money;
};

/**
 * What a product brought on each UTC day from one up to and with another, oldest first, days without
 * sales left out. It looks the days up one by one: the rollup is kept by day, then product.
 */
export const productDays = (db: Database) => {
	const query = db.prepare<{productId: number; from: number; to: number}, ProductDay>(`
		WITH RECURSIVE days (day) AS (
			SELECT @from UNION ALL SELECT day + 1 FROM days WHERE day < @to
		)
		SELECT day, lines, units, revenue
		FROM days CROSS JOIN product_days USING (day)
		WHERE product_id = @productId
		ORDER BY day
	`);

	return (productId: number, from: number, to: number) => query.all({productId, from, to});
};
