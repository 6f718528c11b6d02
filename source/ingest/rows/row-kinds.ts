import {moneyIn} from '../amounts/number-readers.ts';
import {headerKey} from '../mapping/header-key.ts';
import {isList, takesRefunds} from '../refunds/refund-rule.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {cameToNothing, givesBack, isNoSale, isRefunded} from '../values/order-state.ts';
import {presentText} from '../values/present-text.ts';

/** Whether a row of a statement is a sale. */
export function saleReader(
	{header, columns: {kind}, samples}: TableUnderstanding,
	sales: {readonly column: string; readonly are: RegExp} | undefined,
): (cells: readonly string[]) => boolean {
	const place = sales && header.findIndex(text => headerKey(text) === headerKey(sales.column));
	if (sales && place !== undefined && place >= 0) {
		return cells => sales.are.test(presentText(cells[place]) ?? '');
	}
	if (kind === undefined) {
		return () => true;
	}
	const isOther = isNoSale(samples[kind]!.present);
	return cells => !isOther(presentText(cells[kind]) ?? '');
}

/** Whether a row is of a kind that gives money back. */
export function refundReader({columns: {kind}}: TableUnderstanding): (cells: readonly string[]) => boolean {
	return kind === undefined
		? () => false
		: cells => {
				const text = presentText(cells[kind]);
				return text !== undefined && givesBack(text);
			};
}

/** `0000-00-00` and `false` are none. */
const isMoment = /[1-9]/;

/** Whether the order of a row came to nothing. Some shops write the state on its first row only. */
export function nothingReader(
	table: TableUnderstanding,
	isLinked: boolean,
): (cells: readonly string[], order: string | undefined) => boolean {
	const {
		columns: {status, kind, cancelledAt},
		allStates,
		refunds,
	} = table;
	const column = status ?? kind;
	if ((column === undefined && cancelledAt === undefined) || allStates || isLinked) {
		return () => false;
	}
	/** What was given back is taken off as a return. */
	const isTakenBack = (cells: readonly string[]) =>
		takesRefunds(refunds) &&
		((refunds.list !== undefined && isList(cells[refunds.list] ?? '')) ||
			(refunds.list === undefined && Boolean(moneyIn(table, cells, 'refund'))));
	let last: {readonly order: string | undefined; readonly isNothing: boolean} | undefined;
	return (cells, order) => {
		const state = presentText(cells[column ?? -1]);
		if (isMoment.test(presentText(cells[cancelledAt ?? -1]) ?? '')) {
			last = {order, isNothing: true};
			return true;
		}
		if (state === undefined) {
			return order !== undefined && last?.order === order && last.isNothing;
		}
		last = {order, isNothing: cameToNothing(state) && !(isRefunded(state) && isTakenBack(cells))};
		return last.isNothing;
	};
}
