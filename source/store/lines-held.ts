import type {Database} from 'better-sqlite3';
import type {ImportedLine} from '../imported-line.ts';
import {createIdSet} from './id-set.ts';

export type LinesHeld = {
	/**
	 * Whether the database held this line before the source came, and no earlier line of the source has
	 * stood for it. Each call uses up the line it finds.
	 */
	readonly takes: (orderId: number, productId: number, line: ImportedLine) => boolean;
	/** The order is the source's own: the database held nothing of it. */
	readonly isNew: (orderId: number) => void;
};

/**
 * Tells the lines of one source that are in the database already from those that are not, by order
 * key and occurrence: the n-th equal line of an order is held when the order held n or more of them.
 *
 * What an order holds is read when its first line comes, which is before this source adds to it, and
 * is forgotten once it is used up. So only orders of which the database holds more than the source has
 * given so far take memory; of the others a bit each is kept.
 */
export function linesHeld(db: Database): LinesHeld {
	const linesOf = db
		.prepare<[number], [number, number, number, number]>(
			'SELECT product_id, quantity, unit_price, discount FROM order_lines WHERE order_id = ?',
		)
		.raw();
	const leftByOrder = new Map<number, Map<string, number>>();
	const usedUp = createIdSet();

	const read = (orderId: number): Map<string, number> => {
		const left = new Map<string, number>();
		for (const [productId, quantity, unitPrice, discount] of linesOf.iterate(orderId)) {
			const key = keyOf(productId, quantity, unitPrice, discount);
			left.set(key, (left.get(key) ?? 0) + 1);
		}
		leftByOrder.set(orderId, left);
		return left;
	};

	const forgetUsedUp = (orderId: number, left: Map<string, number>) => {
		if (left.size === 0) {
			leftByOrder.delete(orderId);
			usedUp.add(orderId);
		}
	};

	return {
		isNew: usedUp.add,
		takes(orderId, productId, {quantity, unitPrice, discount}) {
			if (usedUp.has(orderId)) {
				return false;
			}
			const left = leftByOrder.get(orderId) ?? read(orderId);
			const key = keyOf(productId, quantity, unitPrice, discount);
			const count = left.get(key) ?? 0;
			if (count > 1) {
				left.set(key, count - 1);
			} else {
				left.delete(key);
			}
			forgetUsedUp(orderId, left);
			return count > 0;
		},
	};
}

function keyOf(productId: number, quantity: number, unitPrice: number, discount: number): string {
	return `${productId} ${quantity} ${unitPrice} ${discount}`;
}
