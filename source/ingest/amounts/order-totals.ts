import {isOutsideLines} from '../discounts/order-discount-column.ts';
import type {Cells} from '../formats/table.ts';
import type {Field} from '../mapping/fields.ts';
import type {Match} from '../mapping/match-columns.ts';
import type {TakenColumns} from '../mapping/taken-columns.ts';
import {takenFor} from '../mapping/taken-columns.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import {ordersAmong} from '../rows/orders-among.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {moneyIn, rowNumbers} from './number-readers.ts';

type Found = TakenColumns & Pick<TableUnderstanding, 'samples' | 'shape'>;

type Line = {
	readonly order: string | undefined;
	readonly total: number | undefined;
	readonly worth: number | undefined;
	readonly quantity: number | undefined;
};

/**
 * Notices totals of whole orders that stand on each of their lines, or on the first alone. Beside prices they
 * are not needed; without prices they are all there is, and each line takes its part of them.
 */
export function withOrderTotals<Understanding extends Found>(
	found: Understanding,
	cells: Cells,
): Understanding & {readonly isTotalShared: boolean} {
	const {columns, matches, shape} = found;
	const by = (field: Field): Match['by'] | undefined => matches.find(match => match.field === field)?.by;
	const isKept = {...found, isTotalShared: false};
	if (columns.order === undefined || (shape !== 'sales' && shape !== 'orders')) {
		return isKept;
	}
	if (columns.total === undefined) {
		const field = columns.orderSubtotal === undefined ? 'orderTotal' : 'orderSubtotal';
		return columns.unitPrice === undefined && columns[field] !== undefined && columns.product !== undefined
			? {...takenFor(found, field, 'total'), isTotalShared: true}
			: isKept;
	}
	if (by('total') === 'asked' || by('total') === 'shop') {
		return isKept;
	}
	if (isOutsideLines(found, 'total')) {
		return columns.unitPrice === undefined
			? {...found, isTotalShared: true}
			: {...takenFor(found, 'total', 'orderTotal'), isTotalShared: false};
	}
	const orders = ordersAmong(
		cells.map((row): Line => {
			const {quantity, unitPrice} = rowNumbers(found, row);
			return {
				order: orderNumberIn(columns, row),
				total: moneyIn(found, row, 'total'),
				worth: quantity === undefined || unitPrice === undefined ? undefined : quantity * unitPrice,
				quantity,
			};
		}),
	).filter(lines => lines.length > 1);
	if (!orders.every(isOneTotal)) {
		return isKept;
	}
	if (columns.unitPrice !== undefined) {
		return orders.some(lines => !lines.some(isTotalOfLine))
			? {...takenFor(found, 'total', 'orderTotal'), isTotalShared: false}
			: isKept;
	}
	const telling = orders.filter(
		lines => lines.at(-1)!.total === undefined || new Set(lines.map(({quantity}) => quantity)).size > 1,
	);
	return orders.length > 1 && telling.length > 0 ? {...found, isTotalShared: true} : isKept;
}

/** On all lines, or on the first alone. */
function isOneTotal(lines: readonly Line[]): boolean {
	const [{total: first} = {total: undefined}, ...others] = lines;
	return (
		first !== undefined &&
		first !== 0 &&
		(others.every(({total}) => total === first) || others.every(({total}) => total === undefined))
	);
}

function isTotalOfLine({total, worth}: Line): boolean {
	return worth === undefined || total === undefined || Math.abs(total - worth) <= 100;
}
