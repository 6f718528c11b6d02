import type {LinesHeld, VanishedLine} from './lines-held.ts';

/** Lines that are loaded and that a newer export of their orders no longer has. */
export type VanishedLines = {
	readonly orders: number;
	readonly lines: number;
	/** The number of one of the orders. */
	readonly example: string | undefined;
	/** Whether they have been taken out of their orders. */
	readonly areOut: boolean;
};

/** So few orders can have been changed in any export. */
const fewOrders = 10;

/** Where more of the orders lack lines, the export was made of some lines only, such as those of a category. */
const mostShare = 0.1;

/**
 * Counts the lines that a source lacks, once all of it was read, and takes them out where it has its orders whole.
 *
 * @param known how many orders of the source were loaded before
 */
export function settleVanished(
	held: LinesHeld,
	{
		known,
		isWanted,
		takeOut,
		numberOf,
	}: {
		readonly known: number;
		/** Whether they are to be taken out. */
		readonly isWanted: boolean;
		readonly takeOut: (line: VanishedLine) => void;
		readonly numberOf: (orderId: number) => string | undefined;
	},
): VanishedLines {
	const ids = new Set<number>();
	let lines = 0;
	for (const {orderId, count} of held.vanished()) {
		ids.add(orderId);
		lines += count;
	}
	const [first] = ids;
	const areOut = isWanted && ids.size <= Math.max(fewOrders, known * mostShare);
	for (const line of areOut ? held.vanished() : []) {
		takeOut(line);
	}
	return {
		orders: ids.size,
		lines,
		example: first === undefined ? undefined : numberOf(first),
		areOut,
	};
}
