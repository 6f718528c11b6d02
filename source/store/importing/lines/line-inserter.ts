import type {Database, Statement} from 'better-sqlite3';
import type {Sold} from './sort-lines.ts';

export type LineInserter = {
	/** Must be called when a transaction has begun: from where ids go on. */
	readonly begin: () => void;
	/** The highest id of a line. */
	readonly lastLineId: () => number;
	/** Inserts a line, perhaps together with those that come next: `flush` inserts the last ones. */
	readonly insert: (importId: number, orderId: number, sold: Sold) => void;
	readonly flush: () => void;
};

/**
 * Of one statement, where the indexes are built later: starting a statement costs as much as inserting a
 * line. Where they are kept, a statement of several lines first copies all the pages of them that it touches.
 */
const linesAtOnce = 32;

const columnsOfLine = 6;

/** Inserts lines, and what was repaired about them, with ids above all that there are. */
export function lineInserter(db: Database): LineInserter {
	const highestLineId = db.prepare<[], number>('SELECT coalesce(max(line_id), 0) FROM order_lines').pluck();
	const insertLine = insertLines(db, 1);
	const insertManyLines = insertLines(db, linesAtOnce);
	const insertRepair = db.prepare('INSERT INTO repairs (line_id, import_id, field) VALUES (?, ?, ?)');
	let lineId = 0;
	/** What is bound to the next statement, of which as much is filled. */
	const bound: number[] = Array.from({length: linesAtOnce * columnsOfLine}, () => 0);
	let filled = 0;
	let isOneByOne = false;

	return {
		begin() {
			lineId = highestLineId.get()!;
			filled = 0;
			isOneByOne = lineId > 0;
		},
		lastLineId: () => lineId,
		insert(importId, orderId, {line, productId}) {
			lineId++;
			if (line.repair !== undefined) {
				insertRepair.run(lineId, importId, line.repair);
			}
			if (isOneByOne) {
				insertLine.run(lineId, orderId, productId, line.quantity, line.unitPrice, line.discount);
				return;
			}
			bound[filled++] = lineId;
			bound[filled++] = orderId;
			bound[filled++] = productId;
			bound[filled++] = line.quantity;
			bound[filled++] = line.unitPrice;
			bound[filled++] = line.discount;
			if (filled === bound.length) {
				insertManyLines.run(bound);
				filled = 0;
			}
		},
		flush() {
			for (let start = 0; start < filled; start += columnsOfLine) {
				insertLine.run(bound.slice(start, start + columnsOfLine));
			}
			filled = 0;
		},
	};
}

function insertLines(db: Database, count: number): Statement {
	return db.prepare(`
		INSERT INTO order_lines (line_id, order_id, product_id, quantity, unit_price, discount)
		VALUES ${Array.from({length: count}, () => '(?, ?, ?, ?, ?, ?)').join(', ')}
	`);
}
