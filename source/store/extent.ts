import type {Database} from 'better-sqlite3';

/** How far a database reaches, and what tells whether it has changed. */
export type Extent = {
	/** Highest ids; 0 when there are none. New rows get higher ones. */
	readonly lastOrderId: number;
	readonly lastLineId: number;
	/** Moves whenever something that was there already changes. */
	readonly corrections: number;
};

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

/** How many orders have higher ids than that one. */
export const ordersAbove = (db: Database) => {
	const query = db.prepare<[number], number>('SELECT count(*) FROM orders WHERE order_id > ?').pluck();

	return (orderId: number) => query.get(orderId)!;
};
