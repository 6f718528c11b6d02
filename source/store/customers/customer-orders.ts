import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type ListPart, rowsEachSide} from '../list-part.ts';

export type CustomerOrder = {
	readonly orderId: number;
	readonly number: string | null;
	readonly at: number;
	readonly region: string;
	readonly lines: number;
	readonly units: number;
	readonly revenue: Money;
	readonly returns: Money;
};

/** The orders of one customer before a moment, latest first, read around one of them. */
export const customerOrders = (db: Database) => {
	type Bounds = {customerId: number; before: number; at: number; orderId: number};
	const from = 'orders INDEXED BY orders_by_customer';
	const columns = `order_id AS orderId, number, at, regions.name AS region, lines, units, revenue, returns`;
	const ofCustomer = 'customer_id = @customerId AND at < @before';
	const older = db.prepare<Bounds & {limit: number}, CustomerOrder>(`
		SELECT ${columns} FROM ${from} JOIN regions USING (region_id)
		WHERE ${ofCustomer} AND (at, order_id) <= (@at, @orderId)
		ORDER BY at DESC, order_id DESC LIMIT @limit
	`);
	const newer = db.prepare<Bounds & {limit: number}, CustomerOrder>(`
		SELECT ${columns} FROM ${from} JOIN regions USING (region_id)
		WHERE ${ofCustomer} AND (at, order_id) > (@at, @orderId)
		ORDER BY at, order_id LIMIT @limit
	`);
	const countNewer = db
		.prepare<Bounds, number>(
			`SELECT count(*) FROM ${from} WHERE ${ofCustomer} AND (at, order_id) > (@at, @orderId)`,
		)
		.pluck();
	const count = db
		.prepare<{customerId: number; before: number}, number>(`SELECT count(*) FROM ${from} WHERE ${ofCustomer}`)
		.pluck();
	const atOf = db.prepare<[number], number>('SELECT at FROM orders WHERE order_id = ?').pluck();

	/** @param around the id of an order; the latest ones when it is left out or gone */
	return (customerId: number, before: number, around: number | undefined): ListPart<CustomerOrder> => {
		const total = count.get({customerId, before})!;
		const at = around === undefined ? undefined : atOf.get(around);
		const bounds =
			around === undefined || at === undefined
				? {customerId, before, at: before, orderId: 0}
				: {customerId, before, at, orderId: around};
		const above = newer.all({...bounds, limit: rowsEachSide}).reverse();
		const below = older.all({...bounds, limit: rowsEachSide + 1});
		return {rows: [...above, ...below], first: countNewer.get(bounds)! - above.length, total};
	};
};
