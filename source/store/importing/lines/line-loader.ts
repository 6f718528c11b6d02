import type {Database} from 'better-sqlite3';
import type {Zone} from '../../../business-time.ts';
import type {ImportBatch, ImportedLine, RejectedRow} from '../../../imported-line.ts';
import type {BulkLoad} from '../../fold-bulk-load.ts';
import {type importLog, noShare} from '../import-log.ts';
import type {ImportedOrderWriter} from '../orders/imported-order-writer.ts';
import {movedOrders} from '../orders/moved-orders.ts';
import {orderRecords, withoutOlderRecords} from '../orders/order-records.ts';
import {orderShare} from '../orders/order-share.ts';
import {openRejectedRows} from '../rejected/open-rejected-rows.ts';
import {bulkWrites} from './bulk-writes.ts';
import {asInstead, conflictsIn} from './conflicts.ts';
import {shareOf, sharesOf, sharesOfInstead} from './import-accounts.ts';
import {linesHeld} from './lines-held.ts';
import {lineSettler, type SettledLines} from './settle-lines.ts';
import {type KnownLine, type Sold, type SortedLines, type SortingQuestions, sortLines} from './sort-lines.ts';
import {undoneLines} from './undone-lines.ts';
import {waitingWrites} from './waiting-writes.ts';

/** Of added lines so many are remembered, in case they stand for others. */
const mostAdded = 10_000;

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
	/** How many lines wait for the end of the transaction to be written. */
	readonly postponed: () => number;
	/** Brings the rollups up to date and writes what had to wait for that; must be called before the commit. */
	readonly end: () => void;
	/** How many of the rows that were loaded so far have replaced others. */
	readonly updated: () => number;
	/** Settles what becomes of lines that the source lacks, inside a transaction; must be called once all is loaded. */
	readonly settle: () => LoadedBatch & SettledLines;
	/** How many records of orders a later one of the source has replaced. */
	readonly comeAgain: () => number;
	/** The orders loaded so far whose number another order has too, and the key of one of them. */
	readonly keyedApart: () => KeyedApart;
};

type KeyedApart = {readonly orders: number; readonly example: string | undefined};

export type LineLoaderParts = SortingQuestions & {
	readonly db: Database;
	readonly zone: Zone;
	readonly writer: ImportedOrderWriter;
	readonly log: ReturnType<typeof importLog>;
	readonly beginBulk: () => BulkLoad;
	/** Of a bulk load so many lines are folded at once, while those that follow are still being read. */
	readonly foldedAtOnce: number;
	/** Must hear of each order that is written. */
	readonly addOrder: (key: string) => void;
};

/** Loads the lines of one source. */
export function lineLoader(parts: LineLoaderParts, importId: number, origin: string): LineLoader {
	const {db, zone, writer, log, addOrder, isUpdate, isLatest} = parts;
	const held = linesHeld(db);
	const records = orderRecords(db, parts.productIdOf, isLatest);
	const shareOfOrder = orderShare(db);
	const apartFromMoved = movedOrders(parts.findOrder, held);
	const undone = undoneLines(zone, parts, held);
	const settleLines = lineSettler(db, writer, isUpdate);
	const corrections = openRejectedRows(db, origin, importId);
	const bulk = bulkWrites(writer, importId, parts.beginBulk, parts.foldedAtOnce);
	const waiting = waitingWrites(writer, importId);
	let updated = 0;
	let comeAgain = 0;
	/** Rows could not be read that may hold lines of orders that are loaded. */
	let hasUnread = false;
	/** Lines that were added to orders of which the source has not had all lines by then. */
	const added: KnownLine[] = [];
	let apart: KeyedApart = {orders: 0, example: undefined};

	/** The lines that an order had from this source are duplicates of those that replace them. */
	const renew = (orderId: number, lines: Sold[]) => {
		const before = waiting.renew(orderId, lines);
		if (records.isOwn(orderId)) {
			const {rows, amount} = before ? shareOf(before.map(({line}) => line)) : shareOfOrder(orderId);
			log.add(importId, {
				loaded: {rows: -rows, amount: -amount},
				duplicate: {rows, amount},
				rejected: noShare,
				repaired: 0,
			});
		}
		comeAgain++;
		held.isNew(orderId);
	};

	const addToKnown = (addition: KnownLine) => {
		const {quantity, rejectedRow} = addition.sold.line;
		const mayStandForAnother = quantity > 0 && rejectedRow === undefined && held.lacks(addition.orderId);
		if (mayStandForAnother && added.length < mostAdded) {
			added.push(addition);
		}
		if (!waiting.joinsRenewal(addition) && !bulk.add(addition)) {
			waiting.add(addition);
		}
	};

	const writeNew = (newOrders: SortedLines['newOrders']) => {
		for (const [index, orderId] of writer.writeNew(importId, newOrders).entries()) {
			const {key, lines} = newOrders[index]!;
			const {line} = lines[0]!;
			held.isNew(orderId);
			records.isNew(orderId, line.record);
			addOrder(key);
			if (key !== line.order) {
				apart = {orders: apart.orders + 1, example: apart.example ?? key};
			}
		}
	};

	const write = ({newOrders, additions, changes, renewals}: SortedLines) => {
		const newLines = newOrders.reduce((count, {lines}) => count + lines.length, 0);
		bulk.expect(newLines);
		for (const [orderId, lines] of renewals) {
			renew(orderId, lines);
		}
		additions.forEach(addToKnown);
		writeNew(newOrders);
		if (isUpdate) {
			waiting.change(changes);
		}
		bulk.written(newLines);
	};

	/** @param lines of orders that came to nothing, by what this source says */
	const undo = (lines: readonly ImportedLine[]) => {
		for (const {orderId, line} of undone.hear(lines)) {
			if (records.undoes(orderId, line.record)) {
				if (isLatest || records.isOwn(orderId)) {
					renew(orderId, []);
				} else {
					held.again(orderId);
				}
			}
		}
	};

	return {
		begin() {
			writer.begin();
			bulk.begin();
			waiting.begin();
		},
		load({lines: all, rejected: unread}) {
			const cameToNothing = unread.flatMap(({undone: line}) => line ?? []);
			const {lines, replaced, records: olderRecords} = withoutOlderRecords(all, cameToNothing, zone);
			comeAgain += olderRecords;
			hasUnread ||= unread.some(({field}) => field !== 'status');
			const {moved, sorted} = apartFromMoved(lines, sortLines(lines, zone, parts, held, records));
			write(sorted);
			undo(cameToNothing);
			if (isUpdate) {
				waiting.move(moved);
			}
			const kept = isUpdate ? [] : conflictsIn(sorted, moved, zone);
			const conflicts = kept.map(({rejected}) => rejected);
			const keptLines = kept.map(({line}) => line);
			log.reject(importId, origin, unread);
			log.reject(importId, origin, conflicts);
			log.add(importId, sharesOf(all, [...sorted.duplicates, ...replaced], {unread, kept: keptLines}));
			// Two lines of one row may fare differently.
			const isKept = new Set(keptLines.map(({raw}) => raw));
			for (const line of all) {
				if (isKept.size === 0 || !isKept.has(line.raw)) {
					corrections.correctedBy(line);
				}
			}
			return {conflicts};
		},
		postponed: waiting.additions,
		end() {
			bulk.end();
			updated += waiting.write();
		},
		settle() {
			const settled = settleLines({held, undone: undone.settle(), added, isWhole: !hasUnread});
			const {instead} = settled.vanished;
			const conflicts = instead.map(({sold}) => asInstead(sold));
			log.reject(importId, origin, conflicts);
			log.add(importId, sharesOfInstead(instead));
			return {conflicts, ...settled};
		},
		updated: () => updated,
		comeAgain: () => comeAgain,
		keyedApart: () => apart,
	};
}
