import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {type OrderRange, rangeQuestion} from './order-ranges.ts';

export type StoredOrder = {
	readonly orderId: number;
	/** The source's own. */
	readonly number: string | null;
	/** UTC milliseconds. */
	readonly at: number;
	readonly regionId: number;
	/** `null` for a guest. */
	readonly customerId: number | null;
	/** Returns are taken off. */
	readonly revenue: Money;
	/** Not above zero. */
	readonly returns: Money;
	readonly lines: readonly StoredLine[];
};

export type StoredLine = {
	readonly lineId: number;
	readonly orderId: number;
	readonly productId: number;
	/** Below zero for a return, and the amount with it. */
	readonly quantity: number;
	readonly amount: Money;
};

const columns =
	'order_id AS orderId, number, at, region_id AS regionId, customer_id AS customerId, revenue, returns';

/** Orders together with their lines, in three ways to name which. */
export const ordersWithLines = (db: Database) => {
	type Head = Omit<StoredOrder, 'lines'>;
	const above = db.prepare<{orderId: number; limit: number}, Head>(`
		SELECT ${columns} FROM orders WHERE order_id > @orderId ORDER BY order_id LIMIT @limit
	`);
	const inRange = rangeQuestion<Head>(
		db,
		isInRange => `
			SELECT ${columns} FROM orders INDEXED BY orders_by_time
			WHERE ${isInRange}
			ORDER BY at, order_id
		`,
	);
	const latest = db.prepare<{before: number; limit: number}, Head>(`
		SELECT ${columns} FROM orders INDEXED BY orders_by_time
		WHERE at < @before
		ORDER BY at DESC, order_id DESC LIMIT @limit
	`);
	const one = db.prepare<[number], Head>(`SELECT ${columns} FROM orders WHERE order_id = ?`);
	const latestAt = db
		.prepare<[number], number | null>('SELECT max(at) FROM orders INDEXED BY orders_by_time WHERE at < ?')
		.pluck();
	const linesOf = db.prepare<[number], StoredLine>(`
		SELECT line_id AS lineId, order_id AS orderId, product_id AS productId, quantity, amount
		FROM order_lines WHERE order_id = ? ORDER BY line_id
	`);
	const withLines = (heads: readonly Head[]): StoredOrder[] =>
		heads.map(head => ({...head, lines: linesOf.all(head.orderId)}));

	return {
		/** Those that came after an order, in the order of their ids. */
		above: (orderId: number, limit: number) => withLines(above.all({orderId, limit})),
		/** Those of a range, or the wanted ones among them, oldest first. */
		inRange: (range: OrderRange, isWanted: (head: Head) => boolean = () => true) =>
			withLines(inRange.all(range).filter(isWanted)),
		byId(orderId: number): StoredOrder | undefined {
			const head = one.get(orderId);
			return head && {...head, lines: linesOf.all(orderId)};
		},
		/** The latest ones before a moment, latest first. */
		latest: (before: number, limit: number) => withLines(latest.all({before, limit})),
		/** When the latest one before a moment was made; absent if there is none. */
		latestAt: (before: number) => latestAt.get(before) ?? undefined,
	};
};
