import type {ImportedOrderWriter} from '../orders/imported-order-writer.ts';
import type {MovedOrder} from '../orders/moved-orders.ts';
import type {ChangedLine, KnownLine, Sold} from './sort-lines.ts';

export type WaitingWrites = {
	/** Must be called when a transaction has begun. */
	readonly begin: () => void;
	/** How many lines wait to be added. */
	readonly additions: () => number;
	readonly add: (line: KnownLine) => void;
	readonly change: (lines: readonly ChangedLine[]) => void;
	readonly move: (orders: readonly MovedOrder[]) => void;
	/**
	 * Puts lines in the place of all those of an order.
	 *
	 * @returns what was to be put there before
	 */
	readonly renew: (orderId: number, lines: Sold[]) => readonly Sold[] | undefined;
	/** Whether the order of a line waits to be renewed, so that the line comes with that. */
	readonly joinsRenewal: (line: KnownLine) => boolean;
	/** @returns how many rows have replaced others */
	readonly write: () => number;
};

/** What touches orders that are loaded, and so waits for the end of the transaction: it needs the triggers. */
export function waitingWrites(writer: ImportedOrderWriter, importId: number): WaitingWrites {
	let additions: KnownLine[] = [];
	let changes: ChangedLine[] = [];
	let moves: MovedOrder[] = [];
	let renewals = new Map<number, Sold[]>();
	return {
		begin() {
			additions = [];
			changes = [];
			moves = [];
			renewals = new Map();
		},
		additions: () => additions.length,
		add(line) {
			additions.push(line);
		},
		change(lines) {
			changes.push(...lines);
		},
		move(orders) {
			moves.push(...orders);
		},
		renew(orderId, lines) {
			const before = renewals.get(orderId);
			additions = additions.filter(addition => addition.orderId !== orderId);
			changes = changes.filter(change => change.orderId !== orderId);
			renewals.set(orderId, lines);
			return before;
		},
		joinsRenewal({orderId, sold}) {
			const renewal = renewals.get(orderId);
			renewal?.push(sold);
			return renewal !== undefined;
		},
		write() {
			for (const [orderId, lines] of renewals) {
				writer.renew(importId, orderId, lines);
			}
			for (const addition of additions) {
				writer.add(importId, addition);
			}
			for (const change of changes) {
				writer.replace(change);
			}
			for (const {known, order} of moves) {
				writer.move(known.orderId, order.lines[0]!.line.at);
			}
			return changes.length + moves.reduce((count, {order}) => count + order.lines.length, 0);
		},
	};
}
