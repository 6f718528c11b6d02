import type {Database} from 'better-sqlite3';
import type {Zone} from '../../../business-time.ts';
import {type ImportedLine, refundRepair} from '../../../imported-line.ts';
import {createIdSet} from '../../id-set.ts';
import {areAllLines, linesOfOrder} from '../lines/lines-left.ts';
import {isSameOrder} from './order-keys.ts';

/** Lines that later records of their orders have replaced, and how many records those were. */
export type WithoutOlderRecords = {
	readonly lines: readonly ImportedLine[];
	readonly replaced: readonly ImportedLine[];
	readonly records: number;
};

/**
 * Of records that hold a whole order each, the last one of an order is its state.
 *
 * @param nothing the lines of orders that came to nothing
 */
export function withoutOlderRecords(
	lines: readonly ImportedLine[],
	nothing: readonly ImportedLine[],
	zone: Zone,
): WithoutOlderRecords {
	const latest = new Map<string, {first: ImportedLine; places: number[]}>();
	const older = new Set<number>();
	let records = 0;
	for (const [place, line] of lines.entries()) {
		if (line.record === undefined) {
			continue;
		}
		const before = latest.get(line.order);
		if (before?.first.record === line.record) {
			before.places.push(place);
			continue;
		}
		const isSame = before && isSameOrder(line.order, before.first, line, zone);
		if (before && isSame) {
			const products = new Set(before.places.map(each => lines[each]!.product));
			if (!isNewerState(linesOfRecord(lines, place), ({product}) => products.has(product))) {
				continue;
			}
			before.places.forEach(older.add, older);
			records++;
		}
		latest.set(line.order, {first: line, places: [place]});
	}
	for (const {order, record, ...line} of nothing) {
		const before = latest.get(order);
		if (record !== undefined && before && before.first.record! < record) {
			if (isSameOrder(order, before.first, line, zone)) {
				before.places.forEach(older.add, older);
				records++;
				latest.delete(order);
			}
		}
	}
	return older.size === 0
		? {lines, replaced: [], records: 0}
		: {
				lines: lines.filter((_, place) => !older.has(place)),
				replaced: lines.filter((_, place) => older.has(place)),
				records,
			};
}

/** Which record of a source holds an order, across batches. */
export type OrderRecords = {
	/** Remembers the record of an order that the source is the first to have. */
	readonly isNew: (orderId: number, record: number | undefined) => void;
	/** Whether the source is the first to have the order. */
	readonly isOwn: (orderId: number) => boolean;
	/** Whether a record, of which the order came to nothing, is newer than the one that the source had of it. */
	readonly undoes: (orderId: number, record: number | undefined) => boolean;
	/** Whether a line begins a newer state of an order that an earlier record of the source held. */
	readonly begins: (orderId: number, lines: readonly ImportedLine[], place: number) => boolean;
};

/**
 * Remembers only orders that are a record each.
 *
 * @param isLatest whether the records of the source are newer than whatever is loaded
 */
export function orderRecords(
	db: Database,
	productIdOf: (line: ImportedLine) => number,
	isLatest: boolean,
): OrderRecords {
	const linesOf = linesOfOrder(db);
	const productsOf = db
		.prepare<[number], number>('SELECT product_id FROM order_lines WHERE order_id = ?')
		.pluck();
	const records = new Map<number, number>();
	const own = createIdSet();

	const isAsLoaded = (orderId: number, lines: readonly ImportedLine[]) =>
		areAllLines(
			linesOf(orderId),
			lines.map(line => ({line, productId: productIdOf(line)})),
		);

	return {
		isOwn: own.has,
		isNew(orderId, record) {
			if (record !== undefined) {
				records.set(orderId, record);
				own.add(orderId);
			}
		},
		undoes(orderId, record) {
			const before = records.get(orderId);
			if (record === undefined || (before ?? (isLatest ? -1 : record)) >= record) {
				return false;
			}
			records.set(orderId, record);
			return true;
		},
		begins(orderId, lines, place) {
			const {record} = lines[place]!;
			const before = records.get(orderId);
			if (record === undefined || record === before) {
				return false;
			}
			const mayReplace = before !== undefined || isLatest;
			if (mayReplace) {
				const products = new Set(productsOf.all(orderId));
				const all = linesOfRecord(lines, place);
				if (!isNewerState(all, line => products.has(productIdOf(line)))) {
					return false;
				}
				records.set(orderId, record);
				return before !== undefined || !isAsLoaded(orderId, all);
			}
			records.set(orderId, record);
			return false;
		},
	};
}

/** What only takes back, or sells nothing that the order held, is what was returned or sent apart. */
function isNewerState(lines: readonly ImportedLine[], isHeld: (line: ImportedLine) => boolean): boolean {
	return lines.some(({quantity, repair}) => quantity > 0 || repair === refundRepair) && lines.some(isHeld);
}

/** The lines of one record from a place on: they follow one another. */
function linesOfRecord(lines: readonly ImportedLine[], from: number): readonly ImportedLine[] {
	const {record} = lines[from]!;
	const end = lines.findIndex((line, place) => place > from && line.record !== record);
	return lines.slice(from, end < 0 ? lines.length : end);
}
