import type {Database} from 'better-sqlite3';
import {dayMs} from '../../business-time.ts';
import type {Money} from '../../money.ts';

/** Units of one product on one day: 24 hours, counted back from a moment; the last ones are day 0. */
export type UnitsOfDay = {
	readonly productId: number;
	readonly day: number;
	/** Sold, returns not taken off, and what they brought. */
	readonly sold: number;
	readonly revenue: Money;
	/** Sold less returned. */
	readonly net: number;
};

/** Days as in `UnitsOfDay`. */
export type RestockOfDay = {readonly productId: number; readonly day: number; readonly units: number};

/**
 * What was sold by product and day, over so many days before a moment.
 *
 * The driver binds every number as a REAL, so a quotient has to be made whole.
 */
export const dailyUnits = (db: Database) => {
	const query = db.prepare<{at: number; from: number}, UnitsOfDay>(`
		SELECT product_id AS productId, CAST((@at - 1 - at) / ${dayMs} AS INTEGER) AS day,
			sum(max(quantity, 0)) AS sold, sum(iif(quantity > 0, amount, 0)) AS revenue, sum(quantity) AS net
		FROM orders INDEXED BY orders_by_time CROSS JOIN order_lines USING (order_id)
		WHERE at >= @from AND at < @at
		GROUP BY productId, day
	`);

	return (at: number, days: number) => query.all({at, from: at - days * dayMs});
};

/** What arrived by product and day, over so many days before a moment. */
export const dailyRestocks = (db: Database) => {
	const query = db.prepare<{at: number; from: number}, RestockOfDay>(`
		SELECT product_id AS productId, CAST((@at - 1 - at) / ${dayMs} AS INTEGER) AS day, sum(quantity) AS units
		FROM restocks
		WHERE at >= @from AND at < @at
		GROUP BY productId, day
	`);

	return (at: number, days: number) => query.all({at, from: at - days * dayMs});
};

/** When a product was last sold before a moment; for the few that have not sold lately. */
export const lastSoldAt = (db: Database) => {
	const query = db
		.prepare<{productId: number; at: number}, number | null>(`
			SELECT max(at) FROM order_lines INDEXED BY lines_by_product CROSS JOIN orders USING (order_id)
			WHERE product_id = @productId AND quantity > 0 AND at < @at
		`)
		.pluck();

	return (productId: number, at: number) => query.get({productId, at}) ?? undefined;
};
