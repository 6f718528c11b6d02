import type {Money} from '../../money.ts';
import {moneyIn, rowNumbers, type WrittenNumbers, worthIn} from '../amounts/number-readers.ts';
import type {Cells} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import {speaksOfLines} from '../mapping/header-key.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import {ordersAmong} from '../rows/orders-among.ts';
import type {TableShape} from '../shapes/table-shape.ts';
import {cameToNothing, givesBack, isRefunded} from '../values/order-state.ts';
import {presentText} from '../values/present-text.ts';

/** What a source says beside its sales of what was given back of them. */
export type RefundRule = {
	/** Of the rows that were looked at, those that say so. */
	readonly rows: number;
	readonly amount: Money;
	/** Whether the amounts are of whole orders or of single lines, or why they are not taken off; absent without a column. */
	readonly are: 'ofOrders' | 'ofLines' | NotTaken | undefined;
	/** The place of the column in which orders list their refunds, where one does. */
	readonly list: number | undefined;
};

/** Why refunds are not taken off. */
export type NotTaken = 'rowsOfTheirOwn' | 'flags' | 'orderless';

type Found = WrittenNumbers & {readonly samples: readonly ColumnSample[]; readonly shape: TableShape};

/** Decides whether what was given back can be taken off, from the rows that are looked at. */
export function decideRefunds(found: Found, cells: Cells): RefundRule {
	const {columns, samples, shape} = found;
	const listed = samples.findIndex(
		({header, present}) => /(?:^|\.)refunds$/i.test(header) && present.every(isList),
	);
	const list = listed < 0 || columns.order === undefined || shape !== 'sales' ? undefined : listed;
	if (columns.refund === undefined || columns.refund === listed) {
		return {rows: 0, amount: 0, are: undefined, list};
	}
	const amounts = cells
		.filter(row => {
			const state = presentText(row[columns.status ?? -1]) ?? '';
			return !cameToNothing(state) || isRefunded(state);
		})
		.map(row => Math.abs(moneyIn(found, row, 'refund') ?? 0))
		.filter(Boolean);
	return {
		rows: amounts.length,
		amount: amounts.reduce((sum, amount) => sum + amount, 0),
		are: kindOf(found, cells, amounts),
		list,
	};
}

/** Whether refunds are taken off what the rows of a table sell. */
export function takesRefunds(rule: RefundRule): boolean {
	return rule.list !== undefined || takesColumn(rule);
}

export function takesColumn({are}: RefundRule): boolean {
	return are === 'ofOrders' || are === 'ofLines';
}

/** Whether a cell holds a list of objects, as JSON. */
export function isList(text: string): boolean {
	return text.startsWith('[{');
}

const oneUnit: Money = 10_000;

function kindOf(found: Found, cells: Cells, amounts: readonly Money[]): RefundRule['are'] {
	const {columns, samples} = found;
	if (cells.some(row => isReturn(found, row))) {
		return 'rowsOfTheirOwn';
	}
	if (amounts.length > 0 && amounts.every(amount => amount === oneUnit)) {
		return 'flags';
	}
	if (columns.order === undefined) {
		return 'orderless';
	}
	if (found.shape === 'orders') {
		return 'ofOrders';
	}
	if (speaksOfLines(samples[columns.refund!]!.header)) {
		return 'ofLines';
	}
	const rows = cells.map(row => ({
		order: orderNumberIn(columns, row),
		refund: moneyIn(found, row, 'refund'),
		worth: worthIn(found, row),
	}));
	const differing = ordersAmong(rows).filter(differs);
	return differing.length > 0 && differing.every(isWithinLines) ? 'ofLines' : 'ofOrders';
}

type RefundedRow = {readonly refund: Money | undefined; readonly worth: Money};

/** With tax, a line may have cost so much more than its amount. */
const mostTax = 0.3;

/** An amount that is more than its line cost is of the order. */
function isWithinLines(order: readonly RefundedRow[]): boolean {
	return order.every(({refund, worth}) => Math.abs(refund ?? 0) <= worth * (1 + mostTax));
}

/** Unlike what stands on all rows of an order, or on the first with nothing on the others, not even a 0. */
function differs([first, ...others]: readonly RefundedRow[]): boolean {
	const isSame = others.every(({refund}) => refund === first!.refund);
	return !isSame && others.some(({refund}) => refund !== undefined);
}

function isReturn(found: Found, row: readonly string[]): boolean {
	const {quantity, total} = rowNumbers(found, row);
	return (
		(quantity !== undefined && quantity < 0) ||
		(total !== undefined && total < 0) ||
		givesBack(presentText(row[found.columns.kind ?? -1]) ?? '')
	);
}
