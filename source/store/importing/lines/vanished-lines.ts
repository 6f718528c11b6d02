import type {LinesHeld, VanishedLine} from './lines-held.ts';
import type {KnownLine} from './sort-lines.ts';

/** Lines that are loaded and that a newer export undoes. */
export type SomeLines = {
	readonly orders: number;
	readonly lines: number;
	/** The number of one of the orders. */
	readonly example: string | undefined;
	/** Whether they have been taken out of their orders. */
	readonly areOut: boolean;
};

/** Lines that a newer export of their orders no longer has. */
export type VanishedLines = SomeLines & {
	/** Lines that were added to the orders, and stand for those that have vanished. */
	readonly instead: readonly KnownLine[];
};

/** So few orders can have been changed in any export. */
const fewOrders = 10;

/** Where more of the orders lack lines, the export was made of some lines only, such as those of a category. */
const mostShare = 0.1;

/**
 * Counts the lines that a source lacks, once all of it was read. Where it has its orders whole they are taken
 * out; or else, without an update, those lines that were added to their orders.
 *
 * @param known how many orders of the source were loaded before
 */
export function settleVanished(
	held: LinesHeld,
	{
		known,
		isWhole,
		isUpdate,
		added,
		takeOut,
		numberOf,
	}: {
		readonly known: number;
		/** All rows of the source could be read. */
		readonly isWhole: boolean;
		readonly isUpdate: boolean;
		/** Lines of the source that were added to known orders. */
		readonly added: readonly KnownLine[];
		readonly takeOut: (line: VanishedLine) => void;
		readonly numberOf: (orderId: number) => string | undefined;
	},
): VanishedLines {
	const replaced = replacedOrders(held, added);
	// Where nothing else comes again, the source may hold other lines of the same orders.
	const also: ReadonlySet<number> = replaced.size <= known ? replaced : new Set();
	const ids = new Set<number>();
	let lines = 0;
	for (const {orderId, count} of held.vanished(also)) {
		ids.add(orderId);
		lines += count;
	}
	const [first] = ids;
	const isClear = isWhole && ids.size <= Math.max(fewOrders, known * mostShare);
	const areOut = isClear && isUpdate;
	const instead = isClear && !isUpdate ? added.filter(({orderId}) => ids.has(orderId)) : [];
	for (const line of areOut ? held.vanished(also) : instead.map(asHeld)) {
		takeOut(line);
	}
	return {
		orders: ids.size,
		lines,
		example: first === undefined ? undefined : numberOf(first),
		areOut,
		instead,
	};
}

/** Orders of which the source has other lines alone, and no fewer than they held. */
function replacedOrders(held: LinesHeld, added: readonly KnownLine[]): ReadonlySet<number> {
	const counts = new Map<number, number>();
	for (const {orderId} of added) {
		counts.set(orderId, (counts.get(orderId) ?? 0) + 1);
	}
	const isReplaced = ([orderId, count]: readonly [number, number]) => {
		const left = held.leftUntouched(orderId);
		return left > 0 && count >= left;
	};
	return new Set([...counts].filter(isReplaced).map(([orderId]) => orderId));
}

function asHeld({orderId, sold: {line, productId}}: KnownLine): VanishedLine {
	const {quantity, unitPrice, discount} = line;
	return {orderId, productId, quantity, unitPrice, discount, count: 1};
}
