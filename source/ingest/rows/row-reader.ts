import type {Zone} from '../../business-time.ts';
import type {ImportedLine, RejectedRow} from '../../imported-line.ts';
import type {Money} from '../../money.ts';
import {lineAmounts} from '../amounts/line-amounts.ts';
import {hasNegativeDiscounts, signReader} from '../amounts/written-amounts.ts';
import type {TableRecord} from '../formats/table.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {withoutZeroFraction} from '../values/present-text.ts';
import type {FoundRow, RowWithAmounts} from './found-row.ts';
import {lineMaker} from './line-maker.ts';
import {createOccurrenceCounter} from './occurrence-counter.ts';
import {rowCells} from './row-cells.ts';
import {badValueOf, isUndone, rowFaults} from './row-faults.ts';
import {rowRejecter} from './row-rejecter.ts';
import {currencyTest, momentOfRow, writtenReader} from './row-values.ts';
import {isGood, type LineDraft} from './sales-line-schema.ts';
import {rowStraightener} from './straighten-row.ts';

/** Turns one row into the order line that it stands for, or says why it is none. */
export type RowReader = (record: TableRecord) => ImportedLine | RejectedRow;

/**
 * Reads the rows of a table one by one, in order.
 *
 * @param links the tables that the rows refer to, where they are not whole sales
 */
export function createRowReader(table: TableUnderstanding, zone: Zone, links?: LinkedTables): RowReader {
	const {columns} = table;
	const cellsOf = rowCells(table);
	const straighten = rowStraightener(table);
	const faults = rowFaults(table, links);
	const writtenIn = writtenReader(table);
	const isExpectedCurrency = currencyTest(table);
	const signOf = signReader(table);
	const reject = rowRejecter(table, cellsOf);
	const lineOf = lineMaker(table, cellsOf, links);
	const momentIn = momentOfRow(table, zone);
	const occurrences = createOccurrenceCounter();
	const hasOrder = columns.order !== undefined;
	const amountColumns = {
		rule: table.amount,
		hasPrice: columns.unitPrice !== undefined || links?.hasPrices === true,
		hasTotal: columns.total !== undefined,
		hasNegativeDiscounts: hasNegativeDiscounts(table),
	};
	/** What some shops write on the first row of an order only. */
	let last: {readonly order: string; readonly at: number; readonly total: Money | undefined} | undefined;

	const orderIn = (cells: readonly string[]): string | undefined =>
		cellsOf.order(cells) ??
		// Where cells of an order are merged, only its first row has its number and its date.
		(last && table.hasMergedOrders && cellsOf.at(cells) === undefined ? last.order : undefined);

	const find = (cells: readonly string[]): RowWithAmounts => {
		const order = orderIn(cells);
		const own = writtenIn(cells);
		const isLacking = table.isTotalShared && own.total === undefined && order === last?.order;
		const written = isLacking ? {...own, total: last?.total} : own;
		const name = cellsOf.productName(cells);
		const code = cellsOf.product(cells) ?? (table.usesNameForCode ? name : undefined);
		const entry = code === undefined ? undefined : links?.products?.get(withoutZeroFraction(code));
		const amounts = lineAmounts(
			written.unitPrice === undefined && entry?.price !== undefined
				? {...written, unitPrice: entry.price}
				: written,
			amountColumns,
		);
		const {quantity, unitPrice, discount, total, repair} = amounts;
		const worth = (quantity ?? Number.NaN) * (unitPrice ?? Number.NaN);
		return {
			cells,
			order,
			code,
			name,
			written,
			counted: {amount: written.total ?? worth - (discount ?? 0), units: quantity},
			header: order === undefined ? undefined : links?.orders?.get(order),
			entry,
			quantity,
			unitPrice,
			discount,
			total,
			repair,
			worth,
		};
	};

	const atOf = ({cells, order, header}: FoundRow): LineDraft['at'] =>
		links?.orders
			? header?.at
			: (momentIn(cells) ?? (order !== undefined && order === last?.order ? last.at : undefined));

	return record => {
		const {problem, line, raw, place, detail} = record;
		const cells = problem === undefined ? record.cells : straighten(record);
		if (cells === undefined) {
			return {lineNumber: line, field: undefined, reason: problem!, value: detail, raw, amount: 0, place};
		}
		const row = find(cells);
		const draft: LineDraft = {
			order: hasOrder ? row.order : '',
			product: row.code,
			quantity: row.quantity,
			unitPrice: row.unitPrice,
			discount: row.discount,
			total: row.total,
			at: atOf(row),
			currency: cellsOf.currency(cells),
			isExpectedCurrency: isExpectedCurrency(cellsOf.currency(cells), signOf(cells)),
		};
		const fault = faults.faultOf(row);
		if (!isGood(draft) || (fault && !isUndone(fault))) {
			return reject(record, row, fault ?? badValueOf(draft, row));
		}
		last = {order: draft.order, at: draft.at, total: row.written.total};
		const good = lineOf(record, row, draft);
		if (fault) {
			return {...reject(record, row, fault), undone: hasOrder ? good : undefined};
		}
		faults.addLine(row);
		if (row.header) {
			row.header.isUsed = true;
		}
		return hasOrder ? good : {...good, order: occurrences.keyOf(identityOf(good))};
	};
}

/** What tells a sale without a number from others. */
function identityOf(line: ImportedLine): string {
	const {at, product, store, city, region, customer, quantity, unitPrice, discount} = line;
	return [at, product, store, city, region, customer, quantity, unitPrice, discount].join('\0');
}
