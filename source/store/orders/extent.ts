import type {Database} from 'better-sqlite3';

/** How far a database reaches, and what tells whether it has changed. */
export type Extent = {
	/** Highest ids; 0 when there are none. New rows get higher ones. */
	readonly lastOrderId: number;
	readonly lastLineId: number;
	/** Moves whenever something that was there already changes. */
	readonly corrections: number;
};

/** How far the database reaches now. */
export const extent = (db: Database) => {
	const query = db.prepare<[], Extent>(`
		SELECT (SELECT coalesce(max(order_id), 0) FROM orders) AS lastOrderId,
			(SELECT coalesce(max(line_id), 0) FROM order_lines) AS lastLineId,
			corrections
		FROM revision
	`);

	return () => query.get()!;
};

/** When the first order was made; absent without orders. */
export const firstOrderAt = (db: Database) => {
	const query = db.prepare<[], number | null>('SELECT min(at) FROM orders').pluck();

	return () => query.get() ?? undefined;
};

/** When the first order after a moment is dated, if some are dated ahead. */
export const nextOrderAt = (db: Database) => {
	const query = db.prepare<[number], number | null>('SELECT min(at) FROM orders WHERE at >= ?').pluck();

	return (from: number) => query.get(from) ?? undefined;
};

/** How many orders have ids above one, up to another. */
export const ordersBetween = (db: Database) => {
	const query = db
		.prepare<[number, number], number>('SELECT count(*) FROM orders WHERE order_id > ? AND order_id <= ?')
		.pluck();

	return (above: number, upTo: number) => query.get(above, upTo)!;
};

/** What came above an order id: how many lines its orders have, and whether one is dated before a moment. */
export const arrivalsAbove = (db: Database) => {
	const query = db.prepare<{orderId: number; before: number}, {lines: number; isEarly: 0 | 1}>(`
		SELECT total(lines) AS lines, coalesce(max(at < @before), 0) AS isEarly
		FROM orders WHERE order_id > @orderId
	`);

	return (orderId: number, before: number) => {
		const {lines, isEarly} = query.get({orderId, before})!;
		return {lines, isEarly: isEarly === 1};
	};
};
