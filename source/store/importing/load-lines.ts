import type {Database} from 'better-sqlite3';
import type {Zone} from '../../business-time.ts';
import type {ImportBatch, RejectedRow} from '../../imported-line.ts';
import {asConflict, asMoved, sharesOf} from './import-accounts.ts';
import type {importLog} from './import-log.ts';
import {linesHeld} from './lines-held.ts';
import {type MovedOrder, movedOrders} from './moved-orders.ts';
import {openRejectedRows} from './open-rejected-rows.ts';
import {type ChangedLine, type KnownLine, type SortingQuestions, sortLines} from './sort-lines.ts';
import type {ImportedOrderWriter} from './write-imported-orders.ts';

/** From this many lines on, folding the rollups once beats keeping them row by row. */
const bulkThreshold = 64;

/** What loading some rows brought to light. */
export type LoadedBatch = {
	/** Rows that change what is loaded, and were rejected for it. */
	readonly conflicts: readonly RejectedRow[];
};

export type LineLoader = {
	/** Must be called when a transaction has begun. */
	readonly begin: () => void;
	/** Loads some rows and their share of the account, inside a transaction. */
	readonly load: (batch: ImportBatch) => LoadedBatch;
	/** Brings the rollups up to date and writes what had to wait for that; must be called before the commit. */
	readonly end: () => void;
	/** How many of the rows that were loaded so far have replaced others. */
	readonly updated: () => number;
	/** The orders loaded so far whose number another order has too, and the key of one of them. */
	readonly keyedApart: () => {readonly orders: number; readonly example: string | undefined};
};

export type LineLoaderParts = SortingQuestions & {
	readonly db: Database;
	readonly zone: Zone;
	readonly writer: ImportedOrderWriter;
	readonly log: ReturnType<typeof importLog>;
	readonly beginBulk: () => () => void;
	/** Must hear of each order that is written. */
	readonly addOrder: (key: string) => void;
	/** Whether lines that a newer export has changed replace those that are loaded. */
	readonly isUpdate: boolean;
};

/** Loads the lines of one source. */
export function lineLoader(parts: LineLoaderParts, importId: number, origin: string): LineLoader {
	const {db, zone, writer, log, beginBulk, addOrder, isUpdate} = parts;
	const held = linesHeld(db);
	const apartFromMoved = movedOrders(parts.findOrder, held);
	const corrections = openRejectedRows(db, origin, importId);
	let updated = 0;
	let apart: {readonly orders: number; readonly example: string | undefined} = {
		orders: 0,
		example: undefined,
	};
	/** What folds the rollups, once the insert triggers are away. */
	let fold: (() => void) | undefined;
	/** Orders above it were written without triggers. */
	let lastOrderBefore = Number.POSITIVE_INFINITY;
	/** What needs the triggers. */
	let additions: KnownLine[] = [];
	let changes: ChangedLine[] = [];
	let moves: MovedOrder[] = [];

	const begin = () => {
		writer.begin();
		fold = undefined;
		lastOrderBefore = Number.POSITIVE_INFINITY;
		additions = [];
		changes = [];
		moves = [];
	};

	const writeLines = (newLines: number, sorted: ReturnType<typeof sortLines>) => {
		if (!fold && newLines >= bulkThreshold) {
			fold = beginBulk();
			lastOrderBefore = writer.lastOrderId();
		}
		for (const orderId of writer.writeNew(importId, sorted.newOrders)) {
			held.isNew(orderId);
		}
		for (const {key, lines} of sorted.newOrders) {
			addOrder(key);
			if (key !== lines[0]!.line.order) {
				apart = {orders: apart.orders + 1, example: apart.example ?? key};
			}
		}
		for (const addition of sorted.additions) {
			if (addition.orderId > lastOrderBefore) {
				writer.addWithoutTriggers(importId, addition);
			} else {
				additions.push(addition);
			}
		}
		if (isUpdate) {
			changes.push(...sorted.changes);
		}
	};

	return {
		begin,
		load({lines, rejected: unread}) {
			const {moved, sorted} = apartFromMoved(lines, sortLines(lines, zone, parts, held));
			const known = sorted.additions.length + sorted.changes.length + sorted.duplicates.length;
			writeLines(lines.length - known, sorted);
			if (isUpdate) {
				moves.push(...moved);
			}
			const conflicts = isUpdate
				? []
				: [
						...sorted.changes.map(asConflict),
						...moved.flatMap(({known: {at}, order}) => order.lines.map(sold => asMoved(sold, at, zone))),
					];
			const kept = isUpdate ? [] : [...sorted.changes.map(({sold}) => sold.line), ...moved.flatMap(linesOf)];
			log.reject(importId, origin, unread);
			log.reject(importId, origin, conflicts);
			log.add(importId, sharesOf(lines, sorted, {unread, conflicts, kept}));
			const isKept = new Set(kept);
			for (const line of lines) {
				if (!isKept.has(line)) {
					corrections.correctedBy(line);
				}
			}
			return {conflicts};
		},
		end() {
			fold?.();
			for (const addition of additions) {
				writer.add(importId, addition);
			}
			for (const change of changes) {
				writer.replace(change);
			}
			for (const {known, order} of moves) {
				writer.move(known.orderId, order.lines[0]!.line.at);
			}
			updated += changes.length + moves.flatMap(linesOf).length;
		},
		updated: () => updated,
		keyedApart: () => apart,
	};
}

function linesOf({order}: MovedOrder) {
	return order.lines.map(({line}) => line);
}
