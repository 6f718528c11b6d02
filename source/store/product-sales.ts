import type {Database} from 'better-sqlite3';
import {dayMs} from '../business-time.ts';
import type {Money} from '../money.ts';

export type ProductSum = {readonly productId: number; readonly units: number; readonly revenue: Money};

/** Sales by product between two moments: whole UTC days from the rollup, the rest from the lines. */
export const productSales = (db: Database) => {
	const fromDays = db.prepare<{from: number; to: number}, ProductSum>(`
		SELECT product_id AS productId, sum(units) AS units, sum(revenue) AS revenue
		FROM product_days
		WHERE day >= @from AND day < @to
		GROUP BY productId
	`);
	const fromLines = db.prepare<{from: number; to: number}, ProductSum>(`
		SELECT product_id AS productId, sum(quantity) AS units, sum(amount) AS revenue
		FROM orders INDEXED BY orders_by_time CROSS JOIN order_lines USING (order_id)
		WHERE at >= @from AND at < @to
		GROUP BY productId
	`);

	/** A product may come in more than one row. */
	return (from: number, to: number): readonly ProductSum[] => {
		const firstDay = Math.ceil(from / dayMs);
		const endDay = Math.floor(to / dayMs);
		if (firstDay >= endDay) {
			return fromLines.all({from, to});
		}
		return [
			...fromLines.all({from, to: firstDay * dayMs}),
			...fromDays.all({from: firstDay, to: endDay}),
			...fromLines.all({from: endDay * dayMs, to}),
		];
	};
};
