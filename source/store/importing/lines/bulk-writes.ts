import type {BulkLoad} from '../../fold-bulk-load.ts';
import type {ImportedOrderWriter} from '../orders/imported-order-writer.ts';
import type {KnownLine} from './sort-lines.ts';

/** From this many lines on, folding the rollups once beats keeping them row by row. */
const bulkThreshold = 64;

export type BulkWrites = {
	/** Must be called when a transaction has begun. */
	readonly begin: () => void;
	/** Must hear how many lines of new orders are about to be written. */
	readonly expect: (newLines: number) => void;
	/** Adds a line to an order that is part of the bulk. @returns whether it is, for else the line needs the triggers */
	readonly add: (line: KnownLine) => boolean;
	/** Must hear that these lines are written; folds the orders that are whole where there are many. */
	readonly written: (newLines: number) => void;
	/** Folds what is left; must be called before the commit. */
	readonly end: () => void;
};

/**
 * Of one transaction, what is written in bulk: once many new lines have come, without triggers, and folded into
 * the rollups together.
 *
 * @param foldedAtOnce so many lines are folded at once, while those that follow are still being read
 */
export function bulkWrites(
	writer: ImportedOrderWriter,
	importId: number,
	beginBulk: () => BulkLoad,
	foldedAtOnce: number,
): BulkWrites {
	/** What folds the rollups, once the insert triggers are away. */
	let bulk: BulkLoad | undefined;
	/** Orders above it were written without triggers, and are not folded. */
	let lastOrderBefore = Number.POSITIVE_INFINITY;
	let unfoldedLines = 0;
	/** The lines of an order do not follow one another, so that none of them is known to be whole. */
	let isScattered = false;
	return {
		begin() {
			bulk = undefined;
			lastOrderBefore = Number.POSITIVE_INFINITY;
			unfoldedLines = 0;
			isScattered = false;
		},
		expect(newLines) {
			if (!bulk && newLines >= bulkThreshold) {
				bulk = beginBulk();
				lastOrderBefore = writer.lastOrderId();
			}
		},
		add(line) {
			if (line.orderId <= lastOrderBefore) {
				return false;
			}
			isScattered ||= line.orderId !== writer.lastOrderId();
			writer.addWithoutTriggers(importId, line);
			return true;
		},
		written(newLines) {
			unfoldedLines += newLines;
			if (bulk && !isScattered && unfoldedLines >= foldedAtOnce) {
				const whole = writer.beforeLastOrder();
				bulk.foldUpTo(whole);
				lastOrderBefore = whole.order;
				unfoldedLines = 0;
			}
		},
		end() {
			bulk?.end();
		},
	};
}
