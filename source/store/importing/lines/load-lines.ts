import type {Database} from 'better-sqlite3';
import type {Zone} from '../../../business-time.ts';
import {type ImportBatch, type RejectedRow, refundRepair, voucherRepair} from '../../../imported-line.ts';
import type {BulkLoad} from '../../fold-bulk-load.ts';
import {type importLog, noShare, type Share} from '../import-log.ts';
import {type MovedOrder, movedOrders} from '../orders/moved-orders.ts';
import {orderRecords, withoutOlderRecords} from '../orders/order-records.ts';
import type {ImportedOrderWriter} from '../orders/write-imported-orders.ts';
import {openRejectedRows} from '../rejected/open-rejected-rows.ts';
import {asConflict, asInstead, asMoved, shareOf, sharesOf} from './import-accounts.ts';
import {linesHeld} from './lines-held.ts';
import {
	type ChangedLine,
	type KnownLine,
	type Sold,
	type SortedLines,
	type SortingQuestions,
	sortLines,
} from './sort-lines.ts';
import {undoneLines} from './undone-lines.ts';
import {type SomeLines, settleVanished, type VanishedLines} from './vanished-lines.ts';

/** From this many lines on, folding the rollups once beats keeping them row by row. */
const bulkThreshold = 64;

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
	readonly settle: () => LoadedBatch & {readonly vanished: VanishedLines; readonly undone: SomeLines};
	/** How many records of orders a later one of the source has replaced. */
	readonly comeAgain: () => number;
	/** The orders loaded so far whose number another order has too, and the key of one of them. */
	readonly keyedApart: () => {readonly orders: number; readonly example: string | undefined};
};

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
	const {db, zone, writer, log, beginBulk, foldedAtOnce, addOrder, isUpdate} = parts;
	const held = linesHeld(db);
	const records = orderRecords(db, parts.productIdOf, parts.isLatest);
	const shareOfOrder = db.prepare<[number], Share>(`
		SELECT revenue AS amount, lines + (
			SELECT coalesce(sum((field = '${voucherRepair}') - (field = '${refundRepair}')), 0)
			FROM order_lines CROSS JOIN repairs USING (line_id)
			WHERE order_lines.order_id = orders.order_id
		) AS rows
		FROM orders WHERE order_id = ?
	`);
	const apartFromMoved = movedOrders(parts.findOrder, held);
	const undone = undoneLines(zone, parts, held);
	const corrections = openRejectedRows(db, origin, importId);
	let updated = 0;
	let comeAgain = 0;
	/** Rows could not be read that may hold lines of orders that are loaded. */
	let hasUnread = false;
	/** Lines that were added to orders of which the source has not had all lines by then. */
	const added: KnownLine[] = [];
	const numberOf = db.prepare<[number], string>('SELECT number FROM orders WHERE order_id = ?').pluck();
	let apart: {readonly orders: number; readonly example: string | undefined} = {
		orders: 0,
		example: undefined,
	};
	/** What folds the rollups, once the insert triggers are away. */
	let bulk: BulkLoad | undefined;
	/** Orders above it were written without triggers, and are not folded. */
	let lastOrderBefore = Number.POSITIVE_INFINITY;
	let unfoldedLines = 0;
	/** The lines of an order do not follow one another, so that none of them is known to be whole. */
	let isScattered = false;
	/** What needs the triggers. */
	let additions: KnownLine[] = [];
	let changes: ChangedLine[] = [];
	let moves: MovedOrder[] = [];
	let renewals = new Map<number, Sold[]>();

	const begin = () => {
		writer.begin();
		bulk = undefined;
		lastOrderBefore = Number.POSITIVE_INFINITY;
		unfoldedLines = 0;
		isScattered = false;
		additions = [];
		changes = [];
		moves = [];
		renewals = new Map();
	};

	/** The lines that an order had from this source are duplicates of those that replace them. */
	const renew = (orderId: number, lines: Sold[]) => {
		const before = renewals.get(orderId);
		if (records.isOwn(orderId)) {
			const {rows, amount} = before ? shareOf(before.map(({line}) => line)) : shareOfOrder.get(orderId)!;
			log.add(importId, {
				loaded: {rows: -rows, amount: -amount},
				duplicate: {rows, amount},
				rejected: noShare,
				repaired: 0,
			});
		}
		comeAgain++;
		additions = additions.filter(addition => addition.orderId !== orderId);
		changes = changes.filter(change => change.orderId !== orderId);
		renewals.set(orderId, lines);
		held.isNew(orderId);
	};

	const writeLines = (newLines: number, sorted: ReturnType<typeof sortLines>) => {
		if (!bulk && newLines >= bulkThreshold) {
			bulk = beginBulk();
			lastOrderBefore = writer.lastOrderId();
		}
		for (const [orderId, lines] of sorted.renewals) {
			renew(orderId, lines);
		}
		const lastOrder = writer.lastOrderId();
		for (const addition of sorted.additions) {
			const {line} = addition.sold;
			if (
				added.length < mostAdded &&
				line.quantity > 0 &&
				line.rejectedRow === undefined &&
				held.lacks(addition.orderId)
			) {
				added.push(addition);
			}
			const renewal = renewals.get(addition.orderId);
			if (renewal) {
				renewal.push(addition.sold);
			} else if (addition.orderId > lastOrderBefore) {
				isScattered ||= addition.orderId !== lastOrder;
				writer.addWithoutTriggers(importId, addition);
			} else {
				additions.push(addition);
			}
		}
		for (const [index, orderId] of writer.writeNew(importId, sorted.newOrders).entries()) {
			held.isNew(orderId);
			records.isNew(orderId, sorted.newOrders[index]!.lines[0]!.line.record);
		}
		for (const {key, lines} of sorted.newOrders) {
			addOrder(key);
			if (key !== lines[0]!.line.order) {
				apart = {orders: apart.orders + 1, example: apart.example ?? key};
			}
		}
		if (isUpdate) {
			changes.push(...sorted.changes);
		}
		unfoldedLines += newLines;
		if (bulk && !isScattered && unfoldedLines >= foldedAtOnce) {
			const whole = writer.beforeLastOrder();
			bulk.foldUpTo(whole);
			lastOrderBefore = whole.order;
			unfoldedLines = 0;
		}
	};

	return {
		begin,
		load({lines: all, rejected: unread}) {
			const nothing = unread.flatMap(({undone: line}) => line ?? []);
			const {lines, replaced, records: olderRecords} = withoutOlderRecords(all, nothing, zone);
			comeAgain += olderRecords;
			hasUnread ||= unread.some(({field}) => field !== 'status');
			const {moved, sorted: found} = apartFromMoved(lines, sortLines(lines, zone, parts, held, records));
			writeLines(countNew(found), found);
			for (const {orderId, line} of undone.hear(nothing)) {
				if (records.undoes(orderId, line.record)) {
					if (parts.isLatest || records.isOwn(orderId)) {
						renew(orderId, []);
					} else {
						held.again(orderId);
					}
				}
			}
			const sorted = {...found, duplicates: [...found.duplicates, ...replaced]};
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
			log.add(importId, sharesOf(all, sorted, {unread, kept}));
			// Two lines of one row may fare differently.
			const isKept = new Set(kept.map(({raw}) => raw));
			for (const line of all) {
				if (isKept.size === 0 || !isKept.has(line.raw)) {
					corrections.correctedBy(line);
				}
			}
			return {conflicts};
		},
		postponed: () => additions.length,
		end() {
			bulk?.end();
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
			updated += changes.length + moves.flatMap(linesOf).length;
		},
		settle() {
			const gone = undone.settle();
			const firstNumber = gone[0] && numberOf.get(gone[0].orderId);
			if (isUpdate) {
				gone.forEach(writer.undo);
			}
			const vanished = settleVanished(held, {
				known: held.knownOrders(),
				isWhole: !hasUnread,
				isUpdate,
				added,
				takeOut: writer.takeOut,
				numberOf: orderId => numberOf.get(orderId),
			});
			const conflicts = vanished.instead.map(({sold}) => asInstead(sold));
			const {rows, amount} = shareOf(conflicts);
			log.reject(importId, origin, conflicts);
			log.add(importId, {
				loaded: {rows: -rows, amount: -amount},
				duplicate: noShare,
				rejected: {rows, amount},
				repaired: -vanished.instead.filter(({sold}) => sold.line.repair !== undefined).length,
			});
			return {
				conflicts,
				vanished,
				undone: {
					orders: new Set(gone.map(({orderId}) => orderId)).size,
					lines: gone.length,
					example: firstNumber,
					areOut: isUpdate,
				},
			};
		},
		updated: () => updated,
		comeAgain: () => comeAgain,
		keyedApart: () => apart,
	};
}

function countNew({newOrders}: SortedLines): number {
	return newOrders.reduce((count, {lines}) => count + lines.length, 0);
}

function linesOf({order}: MovedOrder) {
	return order.lines.map(({line}) => line);
}
