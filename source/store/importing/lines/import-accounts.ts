import type {Zone} from '../../../business-time.ts';
import {type ImportedLine, type RejectedRow, refundRepair, rowsOf} from '../../../imported-line.ts';
import {moneyToDecimal} from '../../../money.ts';
import type {Share, Shares} from '../import-log.ts';
import type {HeldLine} from './lines-held.ts';
import type {ChangedLine, Sold, SortedLines} from './sort-lines.ts';

/** Why a line of an order that is loaded already is not. */
const conflict = 'differs from the line that is loaded; --update takes it';

/** What became of lines and of those rows that could not be read. */
export function sharesOf(
	lines: readonly ImportedLine[],
	{duplicates}: SortedLines,
	{
		unread,
		kept,
	}: {
		readonly unread: readonly RejectedRow[];
		/** Lines that are rejected because they differ from those that are loaded. */
		readonly kept: readonly ImportedLine[];
	},
): Shares {
	const all = shareOf(lines);
	const duplicate = shareOf(duplicates);
	const conflicting = shareOf(kept);
	const {rows, amount} = shareOf(unread);
	return {
		loaded: {
			rows: all.rows - duplicate.rows - conflicting.rows,
			amount: all.amount - duplicate.amount - conflicting.amount,
		},
		duplicate,
		rejected: {rows: rows + conflicting.rows, amount: amount + conflicting.amount},
		repaired: repairsAmong(lines) - repairsAmong(duplicates) - repairsAmong(kept),
	};
}

/** Rows and money of some lines; a line that was put together of several rows counts as those. */
export function shareOf(
	all: readonly {readonly amount: number; readonly repair?: string | undefined}[],
): Share {
	let amount = 0;
	let rows = 0;
	for (const row of all) {
		amount += row.amount;
		rows += row.repair === undefined ? 1 : rowsOf(row);
	}
	return {rows, amount};
}

/** A line that would change one that is loaded, as a rejected row. */
export function asConflict({sold: {line}, before}: ChangedLine): RejectedRow {
	const field = (['quantity', 'unitPrice', 'discount'] as const).find(name => line[name] !== before[name]);
	return {
		lineNumber: line.lineNumber,
		field,
		reason: conflict,
		value: field && `${written(field, line)}, loaded is ${written(field, before)}`,
		raw: line.raw,
		amount: line.amount,
		rejectedRow: line.rejectedRow,
	};
}

/** A line in place of another one that the order has, as a rejected row. */
export function asInstead({line}: Sold): RejectedRow {
	return {
		lineNumber: line.lineNumber,
		field: 'product',
		reason: conflict,
		value: `${line.product}, loaded is something else`,
		raw: line.raw,
		amount: line.amount,
		rejectedRow: line.rejectedRow,
	};
}

/** A line of an order that would change the date of the one that is loaded, as a rejected row. */
export function asMoved({line}: Sold, loadedAt: number, zone: Zone): RejectedRow {
	return {
		lineNumber: line.lineNumber,
		field: 'at',
		reason: conflict,
		value: `${isoMinute(line.at, zone)}, loaded is ${isoMinute(loadedAt, zone)}`,
		raw: line.raw,
		amount: line.amount,
		rejectedRow: line.rejectedRow,
	};
}

function isoMinute(at: number, zone: Zone): string {
	return new Date(at + zone.offsetAt(at)).toISOString().slice(0, 16).replace('T', ' ');
}

function written(field: keyof HeldLine, line: HeldLine): string {
	return field === 'quantity' ? String(line.quantity) : moneyToDecimal(line[field]);
}

function repairsAmong(lines: readonly ImportedLine[]): number {
	let count = 0;
	for (const {repair} of lines) {
		count += repair === undefined || repair === refundRepair ? 0 : 1;
	}
	return count;
}
