import type {Database} from 'better-sqlite3';

/** How many orders and lines there are: counted once, in the rollups, and after that by the ids that came. */
export const rowCounts = (db: Database) => {
	type Counts = {orders: number; lines: number};
	const count = db.prepare<[], Counts>(
		'SELECT ifnull(sum(orders), 0) AS orders, ifnull(sum(lines), 0) AS lines FROM order_slots',
	);
	const last = db.prepare<[], Counts>(
		`SELECT ifnull((SELECT max(order_id) FROM orders), 0) AS orders,
			ifnull((SELECT max(line_id) FROM order_lines), 0) AS lines`,
	);
	let counted: {readonly counts: Counts; readonly last: Counts} | undefined;

	return (): Counts => {
		const now = last.get()!;
		counted ??= {counts: count.get()!, last: now};
		return {
			orders: counted.counts.orders + now.orders - counted.last.orders,
			lines: counted.counts.lines + now.lines - counted.last.lines,
		};
	};
};
