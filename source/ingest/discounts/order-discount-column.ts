import {type DiscountKind, discountOf, isWithinRounding} from '../amounts/amount-rule.ts';
import {moneyIn, rowNumbers, type WrittenNumbers, worthIn} from '../amounts/number-readers.ts';
import {isNameOfLines} from '../formats/flatten.ts';
import type {Cells} from '../formats/table.ts';
import {sampleOf} from '../mapping/column-sample.ts';
import type {Field} from '../mapping/fields.ts';
import {speaksOfLines} from '../mapping/header-key.ts';
import {knownShopOf} from '../mapping/known-shops.ts';
import {type TakenColumns, takenFor, withoutColumn} from '../mapping/taken-columns.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import {ordersAmong} from '../rows/orders-among.ts';
import type {AskedUnderstanding, TableUnderstanding} from '../understanding/table-understanding.ts';
import {
	decideOrderDiscountRule,
	isOfSingleLines,
	isOfWholeOrders,
	isWholeOrder,
	type OrderDiscountRule,
	type OrderRow,
} from './order-discount-rule.ts';

type Found = TakenColumns & Pick<TableUnderstanding, 'samples' | 'shape'>;

/**
 * Decides whether a column of discounts is of lines or of whole orders, whatever its name is: exports that
 * have a row for each line repeat on all of them what was taken off their order once.
 */
export function withOrderDiscount<Understanding extends Found>(
	found: Understanding,
	cells: Cells,
	asked: AskedUnderstanding,
): Understanding {
	const {columns, matches, samples} = found;
	const by = (field: Field) => matches.find(match => match.field === field)?.by;
	const isOpen = (field: Field) =>
		columns[field] !== undefined && by(field) !== 'asked' && by(field) !== 'shop';
	if (columns.order === undefined || found.shape !== 'sales') {
		return found;
	}
	const rowsWith = (field: 'discount' | 'orderDiscount') =>
		cells.map(row => ({
			order: orderNumberIn(columns, row),
			worth: worthIn(found, row),
			discount: moneyIn(found, row, field),
		}));
	const isPercent = (field: Field) => {
		const {header, numbers} = samples[columns[field]!]!;
		return numbers.percents > numbers.numbers / 2 || /%|percent|pct|prozent|rate/i.test(header);
	};
	if (isOpen('orderDiscount') && columns.discount === undefined) {
		return isPercent('orderDiscount') || isOfSingleLines(rowsWith('orderDiscount'))
			? takenFor(found, 'orderDiscount', 'discount')
			: found;
	}
	const isOfLinesByName = speaksOfLines(sampleOf(found, 'discount')?.header ?? '');
	const isAmount = (asked.discount ?? asked.original?.discount.is ?? 'amount') === 'amount';
	if (!isOpen('discount') || isOfLinesByName || !isAmount || isPercent('discount')) {
		return found;
	}
	const rows = rowsWith('discount');
	if (columns.orderDiscount !== undefined) {
		const ofOrders = rowsWith('orderDiscount');
		const isSame = rows.every(({discount}, place) => (discount || 0) === (ofOrders[place]!.discount || 0));
		return isSame || isOfWholeOrders(rows) ? withoutColumn(found, 'discount') : found;
	}
	const isShare = rows.every(
		({discount, worth}) => !discount || (Math.abs(discount) <= 10_000 && discount < worth),
	);
	if (!isShare && isOutsideLines(found, 'discount')) {
		return takenFor(found, 'discount', 'orderDiscount');
	}
	return !isShare && isOfWholeOrders(rows) && !isLineDiscount(found, cells)
		? takenFor(found, 'discount', 'orderDiscount')
		: found;
}

/** Whether a column of objects with lines in them, such as `items.price`, is of the object itself. */
export function isOutsideLines(
	{columns, samples}: Pick<TableUnderstanding, 'columns' | 'samples'>,
	field: Field,
): boolean {
	const headerOf = (other: Field) => samples[columns[other] ?? -1]?.header;
	const lines = (['quantity', 'unitPrice', 'product'] as const)
		.map(other => headerOf(other)?.split('.').slice(0, -1) ?? [])
		.find(parents => isNameOfLines(parents.at(-1) ?? ''));
	const header = headerOf(field);
	return lines !== undefined && header !== undefined && !header.startsWith(`${lines.join('.')}.`);
}

/** Whether the totals of most lines are what is left after the discount on their row, in whatever way it is written. */
function isLineDiscount(found: WrittenNumbers, cells: Cells): boolean {
	const telling = cells
		.map(row => rowNumbers(found, row))
		.filter(({discount, total, unitPrice, quantity}) => discount && total && unitPrice && quantity);
	const leftBy = (kind: DiscountKind) =>
		telling.filter(({discount, total, unitPrice, quantity}) => {
			const worth = quantity! * unitPrice!;
			return isWithinRounding(worth - discountOf(worth, discount!, kind), total!, 0);
		});
	return (['amount', 'fraction', 'percent'] as const).some(kind => leftBy(kind).length > telling.length / 2);
}

/** How the discounts of whole orders are taken; nothing where there are none. */
export function orderDiscountOf(
	table: Omit<TableUnderstanding, 'orderDiscount'>,
	cells: Cells,
): OrderDiscountRule | undefined {
	const {columns, amount} = table;
	if (columns.orderDiscount === undefined || columns.order === undefined) {
		return undefined;
	}
	return decideOrderDiscountRule(
		orderRows(table, cells, amount.discount),
		table.shop === undefined ? undefined : 'containing',
		knownShopOf(table.header)?.isSubtotalNet,
	);
}

/** How the discounts of lines are written, where the totals of their orders come out in one way alone. */
export function discountShownByOrders(table: WrittenNumbers, cells: Cells): DiscountKind | undefined {
	const {order, unitPrice, discount, orderTotal, orderSubtotal} = table.columns;
	if (
		order === undefined ||
		unitPrice === undefined ||
		discount === undefined ||
		(orderTotal ?? orderSubtotal) === undefined
	) {
		return undefined;
	}
	const shown = (['amount', 'fraction', 'percent'] as const).filter(kind => {
		const discounted = ordersAmong(orderRows(table, cells, kind)).filter(lines =>
			lines.some(({lineDiscount}) => lineDiscount),
		);
		return discounted.filter(isWholeOrder).length > nearlyAllOrders * discounted.length;
	});
	return shown.length === 1 ? shown[0] : undefined;
}

/** A few orders may have something else in their totals. */
const nearlyAllOrders = 0.75;

function orderRows(table: WrittenNumbers, cells: Cells, kind: DiscountKind): readonly OrderRow[] {
	return cells.map(row => {
		const {discount = 0} = rowNumbers(table, row);
		const before = worthIn(table, row);
		const lineDiscount = table.columns.unitPrice === undefined ? 0 : discountOf(before, discount, kind);
		const money = (field: Field) => moneyIn(table, row, field);
		return {
			order: orderNumberIn(table.columns, row),
			worth: before - lineDiscount,
			lineDiscount,
			tax: money('tax'),
			orderDiscount: money('orderDiscount'),
			orderSubtotal: money('orderSubtotal'),
			orderTotal: money('orderTotal'),
			shipping: money('shipping'),
		};
	});
}
