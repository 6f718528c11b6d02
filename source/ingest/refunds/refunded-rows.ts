import type {Zone} from '../../business-time.ts';
import type {ImportedLine} from '../../imported-line.ts';
import type {Money} from '../../money.ts';
import {moneyIn, numberReaders} from '../amounts/number-readers.ts';
import type {DiscountedRows} from '../discounts/discounted-rows.ts';
import type {TableRecord} from '../formats/table.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import {createOccurrenceCounter} from '../rows/occurrence-counter.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import type {SalesRow} from '../rows/sales-row.ts';
import {isRejected} from '../rows/sales-row.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {columnMomentReader} from '../values/moment-reader.ts';
import {listedRefundLines} from './listed-refunds.ts';
import {type OrderSums, refundLines} from './refund-lines.ts';
import {isList} from './refund-rule.ts';

/** What rows say was given back of an order, or of one line. */
type Said = OrderSums & {readonly refund: Money; readonly list: string | undefined};

/** More than this were said of rows that were rejected, and are of no use. */
const mostSaid = 10_000;

/**
 * Adds to the lines of each order the returns that a column of theirs tells.
 *
 * @param links the tables that they refer to, of which that of the orders tells it
 */
export function refundedRows(
	table: TableUnderstanding,
	inner: DiscountedRows,
	zone: Zone,
	links: LinkedTables | undefined,
): DiscountedRows {
	const {refunds, columns} = table;
	const isOfLines = !links && refunds.list === undefined && refunds.are === 'ofLines';
	const readers = numberReaders(table);
	const momentOf = columnMomentReader(table, zone);
	const listReaders = {
		money: (text: string) => (readers.unitPrice ?? readers.total)?.money(text),
		moment: (text: string) => momentOf?.(text, undefined),
	};
	/** By order, or by the text of a row. */
	const said = new Map<string, Said>();
	let sold: ImportedLine[] = [];
	let lastOrder: string | undefined;
	const seen = createOccurrenceCounter();

	const hearOfOrder = (order: string | undefined) => {
		const header = order === undefined ? undefined : links?.orders?.get(order);
		if (header?.refund) {
			said.set(order!, {refund: Math.abs(header.refund), list: undefined, total: header.total});
		}
	};

	const hear = ({cells, raw, problem}: TableRecord) => {
		if (problem !== undefined) {
			return;
		}
		if (links) {
			hearOfOrder(orderNumberIn(columns, cells));
			return;
		}
		const written = refunds.list === undefined ? '' : (cells[refunds.list] ?? '');
		const list = isList(written) ? written : undefined;
		const refund = refunds.list === undefined ? Math.abs(moneyIn(table, cells, 'refund') ?? 0) : 0;
		const key =
			refund > 0 || list !== undefined ? (isOfLines ? raw : orderNumberIn(columns, cells)) : undefined;
		if (key === undefined || said.has(key)) {
			return;
		}
		said.set(key, {
			refund,
			list,
			total: moneyIn(table, cells, 'orderTotal'),
			shipping: moneyIn(table, cells, 'shipping'),
		});
		if (said.size > mostSaid) {
			said.delete(said.keys().next().value!);
		}
	};

	const linesFor = (lines: readonly ImportedLine[], key: string): readonly ImportedLine[] => {
		const found = said.get(key);
		// Who has returns of their own has them told twice.
		if (!found || !lines.every(({quantity}) => quantity > 0)) {
			return [];
		}
		return found.list === undefined
			? refundLines(lines, found.refund, isOfLines ? {} : found)
			: listedRefundLines(found.list, lines, found, listReaders);
	};

	const returns = (): readonly ImportedLine[] => {
		if (said.size === 0 || sold.length === 0) {
			return [];
		}
		const {order, at, record} = sold[0]!;
		// Where rows of one order lie apart, the first of them have taken all of it.
		const found = isOfLines
			? sold.flatMap(line => linesFor([line], line.raw))
			: said.has(order) && seen.isFirst([order, at, record].join('\0'))
				? linesFor(sold, order)
				: [];
		for (const key of isOfLines ? sold.map(({raw}) => raw) : [order]) {
			said.delete(key);
		}
		return found;
	};

	function* withReturns(rows: Iterable<SalesRow>): Generator<SalesRow> {
		for (const row of rows) {
			if (!isRejected(row)) {
				if (row.order !== lastOrder || row.record !== sold[0]?.record) {
					yield* returns();
					sold = [];
					lastOrder = row.order;
				}
				sold.push(row);
			}
			yield row;
		}
	}

	return {
		*read(records) {
			records.forEach(hear);
			yield* withReturns(inner.read(records));
		},
		end: () => [...withReturns(inner.end()), ...returns()],
	};
}
