import type {Database} from 'better-sqlite3';
import type {VanishedLine} from './lines-held.ts';

export type LineRemover = {
	/** Takes all lines out of an order. */
	readonly clear: (orderId: number) => void;
	/** Takes away an order that has no lines. */
	readonly dropEmpty: (orderId: number) => void;
	/** Takes a line out of an order, as often as it says; with its last line the order is gone. */
	readonly takeOut: (line: VanishedLine) => void;
	/** Takes a line out of an order that came to nothing; with its last sale it goes, and what was given back of it. */
	readonly undo: (line: VanishedLine) => void;
};

/** Takes lines out of their orders, whose totals the triggers keep. */
export function lineRemover(db: Database): LineRemover {
	const linesLike = db
		.prepare<[VanishedLine], number>(`
			SELECT line_id FROM order_lines
			WHERE order_id = @orderId AND product_id = @productId AND quantity = @quantity
				AND unit_price = @unitPrice AND discount = @discount
			LIMIT @count
		`)
		.pluck();
	const deleteRepair = db.prepare('DELETE FROM repairs WHERE line_id = ?');
	const deleteLine = db.prepare('DELETE FROM order_lines WHERE line_id = ?');
	const deleteRepairs = db.prepare(
		'DELETE FROM repairs WHERE line_id IN (SELECT line_id FROM order_lines WHERE order_id = ?)',
	);
	const deleteLines = db.prepare('DELETE FROM order_lines WHERE order_id = ?');
	const deleteEmptyOrder = db.prepare('DELETE FROM orders WHERE order_id = ? AND lines = 0');
	const hasSales = db.prepare<[number]>(
		'SELECT 1 FROM order_lines WHERE order_id = ? AND quantity > 0 LIMIT 1',
	);
	const refundsOf = db
		.prepare<[number], number>(`
			SELECT refunds.order_id FROM orders CROSS JOIN orders AS refunds
			ON refunds.source_id = orders.source_id
				AND refunds.number BETWEEN orders.number || ' (refund ' AND orders.number || ' (refund ~'
			WHERE orders.order_id = ?
		`)
		.pluck();

	const clear = (orderId: number) => {
		deleteRepairs.run(orderId);
		deleteLines.run(orderId);
	};

	const dropEmpty = (orderId: number) => {
		deleteEmptyOrder.run(orderId);
	};

	const takeOut = ({orderId, productId, quantity, unitPrice, discount, count}: VanishedLine) => {
		for (const id of linesLike.all({orderId, productId, quantity, unitPrice, discount, count})) {
			deleteRepair.run(id);
			deleteLine.run(id);
		}
		dropEmpty(orderId);
	};

	return {
		clear,
		dropEmpty,
		takeOut,
		undo(line) {
			const refunds = refundsOf.all(line.orderId);
			takeOut(line);
			if (hasSales.get(line.orderId) === undefined) {
				for (const orderId of [line.orderId, ...refunds]) {
					clear(orderId);
					dropEmpty(orderId);
				}
			}
		},
	};
}
