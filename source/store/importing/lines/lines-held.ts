import type {Database} from 'better-sqlite3';
import type {ImportedLine} from '../../../imported-line.ts';
import {createIdSet} from '../../id-set.ts';
import {
	areAllLines,
	type HeldLine,
	type LeftLine,
	type LinesLeft,
	linesLeft,
	linesOfOrder,
	salesAmong,
	takeAnyLine,
	takeLine,
} from './lines-left.ts';
import type {Sold} from './sort-lines.ts';

/** A line that an order holds, and the source does not have. */
export type VanishedLine = LeftLine & {readonly orderId: number};

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
	const linesOf = linesOfOrder(db);
	const leftByOrder = new Map<number, LinesLeft>();
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

	const leftOf = (orderId: number): LinesLeft | undefined => {
		if (usedUp.has(orderId)) {
			return undefined;
		}
		const left = leftByOrder.get(orderId) ?? linesLeft(linesOf(orderId));
		leftByOrder.set(orderId, left);
		return left;
	};

	const forgetUsedUp = (orderId: number, left: LinesLeft) => {
		if (left.size === 0) {
			leftByOrder.delete(orderId);
			usedUp.add(orderId);
		}
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
			const areAll = areAllLines(linesOf(orderId), lines);
			if (areAll) {
				usedUp.add(orderId);
			}
			return areAll;
		},
		takes(orderId, productId, line) {
			const left = leftOf(orderId);
			if (!left) {
				return false;
			}
			const isHeld = takeLine(left, productId, line);
			forgetUsedUp(orderId, left);
			if (isHeld) {
				meet(orderId, line);
			}
			return isHeld;
		},
		changedBy(orderId, productId, line) {
			const left = leftOf(orderId);
			const changed = left && takeAnyLine(left, productId);
			if (!left || !changed) {
				return undefined;
			}
			forgetUsedUp(orderId, left);
			meet(orderId, line);
			return changed;
		},
		knownOrders: () => knownOrders,
		lacks: orderId => leftByOrder.has(orderId),
		leftUntouched(orderId) {
			const left = met.has(orderId) ? undefined : leftByOrder.get(orderId);
			return left ? salesAmong(left).reduce((sum, {count}) => sum + count, 0) : 0;
		},
		*vanished(replaced) {
			for (const [orderId, left] of leftByOrder) {
				for (const line of met.has(orderId) || replaced.has(orderId) ? salesAmong(left) : []) {
					yield {orderId, ...line};
				}
			}
		},
	};
}
