import type {Database} from 'better-sqlite3';
import type {ImportedLine} from '../../../imported-line.ts';
import {createIdSet} from '../../id-set.ts';
import type {Sold} from './sort-lines.ts';

/** What tells a line of an order from others. */
export type HeldLine = {readonly quantity: number; readonly unitPrice: number; readonly discount: number};

/** A line that an order holds, and the source does not have. */
export type VanishedLine = HeldLine & {
	readonly orderId: number;
	readonly productId: number;
	/** How many equal ones there are. */
	readonly count: number;
};

export type LinesHeld = {
	/**
	 * Whether the database held this line before the source came, and no earlier line of the source has
	 * stood for it. Each call uses up the line it finds.
	 */
	readonly takes: (orderId: number, productId: number, line: ImportedLine) => boolean;
	/**
	 * A line of the same product that the order held before, and that no line of the source has stood for:
	 * what the line changes. Each call uses up the line it finds.
	 */
	readonly changedBy: (orderId: number, productId: number, line: ImportedLine) => HeldLine | undefined;
	/**
	 * What is left of orders of which the source has had other lines: their returns do not count.
	 *
	 * @param replaced orders of which the source has had new lines alone
	 */
	readonly vanished: (replaced: ReadonlySet<number>) => Generator<VanishedLine>;
	/** How many sales of an order are left, where the source has had none that the order held; else 0. */
	readonly leftUntouched: (orderId: number) => number;
	/** Whether the source has not had all lines yet that the order held. */
	readonly lacks: (orderId: number) => boolean;
	/** How many orders of the source the database held before. */
	readonly knownOrders: () => number;
	/**
	 * Whether these are all the lines that the order held before, and none of them has been stood for. Then
	 * they stand for them.
	 */
	readonly areAll: (orderId: number, lines: readonly Sold[]) => boolean;
	/** The order is the source's own: the database held nothing of it. */
	readonly isNew: (orderId: number) => void;
	/** What the order holds by now is held against what comes. */
	readonly again: (orderId: number) => void;
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
	/** Orders of which the source has had a line that it did not have to correct. */
	const met = createIdSet();
	let knownOrders = 0;

	const meet = (orderId: number, {rejectedRow}: ImportedLine) => {
		if (rejectedRow === undefined && !met.has(orderId)) {
			met.add(orderId);
			knownOrders++;
		}
	};

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

	const leftOf = (orderId: number) =>
		usedUp.has(orderId) ? undefined : (leftByOrder.get(orderId) ?? read(orderId));

	/** @returns whether there was such a line */
	const use = (orderId: number, left: Map<string, number>, key: string): boolean => {
		const count = left.get(key) ?? 0;
		if (count > 1) {
			left.set(key, count - 1);
		} else {
			left.delete(key);
		}
		forgetUsedUp(orderId, left);
		return count > 0;
	};

	return {
		isNew: usedUp.add,
		again(orderId) {
			usedUp.remove(orderId);
			leftByOrder.delete(orderId);
		},
		areAll(orderId, lines) {
			if (usedUp.has(orderId) || leftByOrder.has(orderId)) {
				return false;
			}
			const left = new Map(read(orderId));
			for (const {line, productId} of lines) {
				const key = keyOf(productId, line.quantity, line.unitPrice, line.discount);
				const count = left.get(key) ?? 0;
				if (count === 0) {
					leftByOrder.delete(orderId);
					return false;
				}
				if (count === 1) {
					left.delete(key);
				} else {
					left.set(key, count - 1);
				}
			}
			leftByOrder.delete(orderId);
			if (left.size > 0) {
				return false;
			}
			usedUp.add(orderId);
			return true;
		},
		takes(orderId, productId, line) {
			const {quantity, unitPrice, discount} = line;
			const left = leftOf(orderId);
			const isHeld =
				left !== undefined && use(orderId, left, keyOf(productId, quantity, unitPrice, discount));
			if (isHeld) {
				meet(orderId, line);
			}
			return isHeld;
		},
		knownOrders: () => knownOrders,
		lacks: orderId => leftByOrder.has(orderId),
		leftUntouched(orderId) {
			const left = met.has(orderId) ? [] : [...(leftByOrder.get(orderId) ?? [])];
			return left.reduce((sum, [key, count]) => sum + (heldLineOf(key).quantity > 0 ? count : 0), 0);
		},
		*vanished(replaced) {
			for (const [orderId, left] of leftByOrder) {
				for (const [key, count] of met.has(orderId) || replaced.has(orderId) ? left : []) {
					const held = heldLineOf(key);
					if (held.quantity > 0) {
						yield {orderId, count, ...held};
					}
				}
			}
		},
		changedBy(orderId, productId, line) {
			const left = leftOf(orderId);
			const key = left && [...left.keys()].find(other => other.startsWith(`${productId} `));
			if (!left || key === undefined) {
				return undefined;
			}
			use(orderId, left, key);
			meet(orderId, line);
			return heldLineOf(key);
		},
	};
}

function heldLineOf(key: string) {
	const [productId, quantity, unitPrice, discount] = key.split(' ').map(Number);
	return {
		productId: productId!,
		quantity: quantity!,
		unitPrice: unitPrice!,
		discount: discount!,
	};
}

function keyOf(productId: number, quantity: number, unitPrice: number, discount: number): string {
	return `${productId} ${quantity} ${unitPrice} ${discount}`;
}
