import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type OrderRange, rangeQuestion} from './order-ranges.ts';

/** Returns are taken off units and revenue. */
export type OrderTotals = {
	readonly orders: number;
	readonly lines: number;
	readonly units: number;
	readonly revenue: Money;
	/** Not above zero. */
	readonly returns: Money;
};

/** Totals of a range of orders, order by order: for spans of less than a slot. */
export const orderTotals = (db: Database) => {
	const question = rangeQuestion<OrderTotals>(
		db,
		isInRange => `
			SELECT count(*) AS orders, total(lines) AS lines, total(units) AS units,
				total(revenue) AS revenue, total(returns) AS returns
			FROM orders INDEXED BY orders_by_time
			WHERE ${isInRange}
		`,
	);

	return (range: OrderRange) => question.get(range)!;
};
