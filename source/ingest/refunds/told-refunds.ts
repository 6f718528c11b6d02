import type {Money} from '../../money.ts';
import {moneyIn} from '../amounts/number-readers.ts';
import type {TableRecord} from '../formats/table.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import type {OrderSums} from './refund-lines.ts';
import {isList} from './refund-rule.ts';

/** What rows say was given back of an order, or of one line. */
export type ToldRefund = OrderSums & {
	readonly refund: Money;
	/** The refunds one by one, as JSON. */
	readonly list: string | undefined;
};

export type ToldRefunds = {
	/** Whether the refunds are of single lines, and are told by the text of their rows; else by order. */
	readonly isOfLines: boolean;
	/** Must hear of each row before it is read. */
	readonly hear: (record: TableRecord) => void;
	readonly of: (key: string) => ToldRefund | undefined;
	readonly isEmpty: () => boolean;
	readonly forget: (key: string) => void;
};

/** More than this were said of rows that were rejected, and are of no use. */
const mostTold = 10_000;

/**
 * Remembers what rows say was given back, till their orders are whole.
 *
 * @param links the tables that they refer to, of which that of the orders tells it
 */
export function toldRefunds(table: TableUnderstanding, links: LinkedTables | undefined): ToldRefunds {
	const {refunds, columns} = table;
	const isOfLines = !links && refunds.list === undefined && refunds.are === 'ofLines';
	const told = new Map<string, ToldRefund>();

	const hearOfOrder = (order: string | undefined) => {
		const header = order === undefined ? undefined : links?.orders?.get(order);
		if (header?.refund) {
			told.set(order!, {refund: Math.abs(header.refund), list: undefined, total: header.total});
		}
	};

	const hearOfRow = ({cells, raw}: TableRecord) => {
		const written = refunds.list === undefined ? '' : (cells[refunds.list] ?? '');
		const list = isList(written) ? written : undefined;
		const refund = refunds.list === undefined ? Math.abs(moneyIn(table, cells, 'refund') ?? 0) : 0;
		if (refund === 0 && list === undefined) {
			return;
		}
		const key = isOfLines ? raw : orderNumberIn(columns, cells);
		if (key === undefined || told.has(key)) {
			return;
		}
		told.set(key, {
			refund,
			list,
			total: moneyIn(table, cells, 'orderTotal'),
			shipping: moneyIn(table, cells, 'shipping'),
		});
		if (told.size > mostTold) {
			told.delete(told.keys().next().value!);
		}
	};

	return {
		isOfLines,
		hear(record) {
			if (record.problem !== undefined) {
				return;
			}
			if (links) {
				hearOfOrder(orderNumberIn(columns, record.cells));
			} else {
				hearOfRow(record);
			}
		},
		of: key => told.get(key),
		isEmpty: () => told.size === 0,
		forget(key) {
			told.delete(key);
		},
	};
}
