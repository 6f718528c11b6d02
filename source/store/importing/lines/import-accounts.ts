import {type ImportedLine, type RejectedRow, refundRepair, rowsOf} from '../../../imported-line.ts';
import {noShare, type Share, type Shares} from '../import-log.ts';
import type {KnownLine} from './sort-lines.ts';

/**
 * What became of lines and of those rows that could not be read.
 *
 * @param duplicates those of the lines that the database held, or that later ones of the source replace
 */
export function sharesOf(
	lines: readonly ImportedLine[],
	duplicates: readonly ImportedLine[],
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

/** What is set right of the account where lines that were added stand for others, and are taken out again. */
export function sharesOfInstead(instead: readonly KnownLine[]): Shares {
	const lines = instead.map(({sold}) => sold.line);
	const {rows, amount} = shareOf(lines.map(({amount}) => ({amount})));
	return {
		loaded: {rows: -rows, amount: -amount},
		duplicate: noShare,
		rejected: {rows, amount},
		repaired: -lines.filter(({repair}) => repair !== undefined).length,
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

function repairsAmong(lines: readonly ImportedLine[]): number {
	let count = 0;
	for (const {repair} of lines) {
		count += repair === undefined || repair === refundRepair ? 0 : 1;
	}
	return count;
}
