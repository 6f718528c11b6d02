import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

/** All sales of one slot. */
export type SlotTotal = {
	readonly slot: number;
	readonly orders: number;
	readonly lines: number;
	readonly units: number;
	readonly revenue: Money;
	readonly returns: Money;
};

/** Totals of every slot with sales from `from` up to, not including, `to`; oldest first. */
export const slotTotals = (db: Database) => {
	const query = db.prepare<{from: number; to: number}, SlotTotal>(`
		SELECT slot, sum(orders) AS orders, sum(lines) AS lines, sum(units) AS units,
			sum(revenue) AS revenue, sum(returns) AS returns
		FROM order_slots
		WHERE slot >= @from AND slot < @to
		GROUP BY slot
		ORDER BY slot
	`);

	return (from: number, to: number) => query.all({from, to});
};
