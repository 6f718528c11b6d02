import type {Zone} from '../../../business-time.ts';
import type {ImportedLine, RejectedRow} from '../../../imported-line.ts';
import {moneyToDecimal} from '../../../money.ts';
import type {MovedOrder} from '../orders/moved-orders.ts';
import type {HeldLine} from './lines-left.ts';
import type {ChangedLine, Sold, SortedLines} from './sort-lines.ts';

/** Why a line of an order that is loaded already is not. */
const conflict = 'differs from the line that is loaded; --update takes it';

/** Lines that would change what is loaded, or when it was, each as the row that is rejected for it. */
export function conflictsIn(
	{changes}: SortedLines,
	moved: readonly MovedOrder[],
	zone: Zone,
): readonly {readonly line: ImportedLine; readonly rejected: RejectedRow}[] {
	return [
		...changes.map(change => ({line: change.sold.line, rejected: asConflict(change)})),
		...moved.flatMap(({known, order}) =>
			order.lines.map(({line}) => ({line, rejected: asMoved(line, known.at, zone)})),
		),
	];
}

/** A line in place of another one that the order has, as a rejected row. */
export function asInstead({line}: Sold): RejectedRow {
	return conflicting(line, 'product', `${line.product}, loaded is something else`);
}

function asConflict({sold: {line}, before}: ChangedLine): RejectedRow {
	const field = (['quantity', 'unitPrice', 'discount'] as const).find(name => line[name] !== before[name]);
	return conflicting(line, field, field && `${written(field, line)}, loaded is ${written(field, before)}`);
}

function asMoved(line: ImportedLine, loadedAt: number, zone: Zone): RejectedRow {
	return conflicting(line, 'at', `${isoMinute(line.at, zone)}, loaded is ${isoMinute(loadedAt, zone)}`);
}

function conflicting(
	{lineNumber, raw, amount, rejectedRow}: ImportedLine,
	field: string | undefined,
	value: string | undefined,
): RejectedRow {
	return {lineNumber, field, reason: conflict, value, raw, amount, rejectedRow};
}

function isoMinute(at: number, zone: Zone): string {
	return new Date(at + zone.offsetAt(at)).toISOString().slice(0, 16).replace('T', ' ');
}

function written(field: keyof HeldLine, line: HeldLine): string {
	return field === 'quantity' ? String(line.quantity) : moneyToDecimal(line[field]);
}
