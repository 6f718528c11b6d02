import type {Database} from 'better-sqlite3';

/** Orders from a moment up to, not including, another; with `ids` only some of the first moment. */
export type OrderRange = {
	readonly from: number;
	readonly to: number;
	/** From an id up to, not including, another: where more orders share a moment than can be read at once. */
	readonly ids?: {readonly from: number; readonly to: number};
};

type Bounds = {from: number; to: number; fromId: number; toId: number};

/**
 * Prepares a question about a range of orders; two statements, so that each finds its way by the index.
 *
 * @param sql given the condition on `at` and `order_id`; what else it binds is given with the range
 */
export function rangeQuestion<Row, Besides extends object = object>(
	db: Database,
	sql: (isInRange: string) => string,
) {
	const bySpan = db.prepare<Bounds & Besides, Row>(sql('at >= @from AND at < @to'));
	const byIds = db.prepare<Bounds & Besides, Row>(
		sql('at = @from AND order_id >= @fromId AND order_id < @toId'),
	);
	const statementOf = ({ids}: OrderRange) => (ids ? byIds : bySpan);
	const boundsOf = ({from, to, ids}: OrderRange, besides: Besides) => ({
		...besides,
		from,
		to,
		fromId: ids?.from ?? 0,
		toId: ids?.to ?? 0,
	});
	return {
		get: (range: OrderRange, besides = {} as Besides) => statementOf(range).get(boundsOf(range, besides)),
		all: (range: OrderRange, besides = {} as Besides) => statementOf(range).all(boundsOf(range, besides)),
	};
}

/** Cuts spans of time into ranges of about as many orders each, however densely they lie. */
export const orderRanges = (db: Database) => {
	const momentAfter = db
		.prepare<{from: number; to: number; count: number}, number>(`
			SELECT at FROM orders INDEXED BY orders_by_time
			WHERE at >= @from AND at < @to
			ORDER BY at LIMIT 1 OFFSET @count
		`)
		.pluck();
	const idAfter = db
		.prepare<{at: number; from: number; count: number}, number>(`
			SELECT order_id FROM orders INDEXED BY orders_by_time
			WHERE at = @at AND order_id >= @from
			ORDER BY order_id LIMIT 1 OFFSET @count
		`)
		.pluck();

	function* ofOneMoment(at: number, count: number): Iterable<OrderRange> {
		for (let from = Number.MIN_SAFE_INTEGER; ; ) {
			const to = idAfter.get({at, from, count}) ?? Number.MAX_SAFE_INTEGER;
			yield {from: at, to: at + 1, ids: {from, to}};
			if (to === Number.MAX_SAFE_INTEGER) {
				return;
			}
			from = to;
		}
	}

	/** @param count how many orders a range holds at the most */
	return function* (span: {readonly from: number; readonly to: number}, count: number): Iterable<OrderRange> {
		let {from} = span;
		while (from < span.to) {
			const to = momentAfter.get({from, to: span.to, count}) ?? span.to;
			if (to > from) {
				yield {from, to};
				from = to;
			} else {
				yield* ofOneMoment(from, count);
				from++;
			}
		}
	};
};
