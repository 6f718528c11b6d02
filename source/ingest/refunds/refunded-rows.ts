import type {Zone} from '../../business-time.ts';
import type {ImportedLine} from '../../imported-line.ts';
import {numberReaders} from '../amounts/number-readers.ts';
import type {DiscountedRows} from '../discounts/discounted-rows.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import {createOccurrenceCounter} from '../rows/occurrence-counter.ts';
import {isRejected, type SalesRow} from '../rows/sales-row.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {columnMomentReader} from '../values/moment-reader.ts';
import {listedRefundLines} from './listed-refunds.ts';
import {refundLines} from './refund-lines.ts';
import {toldRefunds} from './told-refunds.ts';

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
	const readers = numberReaders(table);
	const momentOf = columnMomentReader(table, zone);
	const listReaders = {
		money: (text: string) => (readers.unitPrice ?? readers.total)?.money(text),
		moment: (text: string) => momentOf?.(text, undefined),
	};
	const told = toldRefunds(table, links);
	const {isOfLines} = told;
	const seen = createOccurrenceCounter();
	/** Of the order whose rows are being read. */
	let sold: ImportedLine[] = [];
	let lastOrder: string | undefined;

	const linesFor = (lines: readonly ImportedLine[], key: string): readonly ImportedLine[] => {
		const found = told.of(key);
		// Who has returns of their own has them told twice.
		if (!found || !lines.every(({quantity}) => quantity > 0)) {
			return [];
		}
		return found.list === undefined
			? refundLines(lines, found.refund, isOfLines ? {} : found)
			: listedRefundLines(found.list, lines, found, listReaders);
	};

	const returns = (): readonly ImportedLine[] => {
		if (told.isEmpty() || sold.length === 0) {
			return [];
		}
		const {order, at, record} = sold[0]!;
		// Where rows of one order lie apart, the first of them have taken all of it.
		const found = isOfLines
			? sold.flatMap(line => linesFor([line], line.raw))
			: told.of(order) && seen.isFirst([order, at, record].join('\0'))
				? linesFor(sold, order)
				: [];
		for (const key of isOfLines ? sold.map(({raw}) => raw) : [order]) {
			told.forget(key);
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
			records.forEach(told.hear);
			yield* withReturns(inner.read(records));
		},
		end: () => [...withReturns(inner.end()), ...returns()],
	};
}
