import type {Zone} from '../../business-time.ts';
import type {ImportedLine, RejectedRow} from '../../imported-line.ts';
import type {Money} from '../../money.ts';
import {lineAmounts} from '../amounts/line-amounts.ts';
import {rejectedAmount} from '../amounts/rejected-amount.ts';
import type {WrittenAmounts} from '../amounts/row-amounts.ts';
import {withReturnSigns} from '../amounts/unsigned-returns.ts';
import {amountsReader, givenBack, hasNegativeDiscounts, signReader} from '../amounts/written-amounts.ts';
import type {TableRecord} from '../formats/table.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import type {Field} from '../mapping/fields.ts';
import {knownShopOf} from '../mapping/known-shops.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {canBeIn, currencyOf} from '../values/currency-of.ts';
import {columnMomentReader} from '../values/moment-reader.ts';
import {presentText, withoutZeroFraction} from '../values/present-text.ts';
import {createOccurrenceCounter} from './occurrence-counter.ts';
import {reasonOfMoment} from './reasons.ts';
import {rowCells} from './row-cells.ts';
import {badValueOf, type Fault, type FoundRow, isNoLine, isUndone, rowFaults} from './row-faults.ts';
import {refundReader} from './row-kinds.ts';
import {type GoodDraft, isGood, type LineDraft} from './sales-line-schema.ts';
import {rowStraightener} from './straighten-row.ts';

/** Turns one row into the order line that it stands for, or says why it is none. */
export type RowReader = (record: TableRecord) => ImportedLine | RejectedRow;

/** What a row says of its amount before it is known whether it is right. */
type FoundAmounts = ReturnType<typeof lineAmounts> & {
	/** Quantity × unit price; `NaN` where they are not known. */
	readonly worth: number;
};

/**
 * @param links the tables that the rows refer to, where they are not whole sales
 */
export function createRowReader(table: TableUnderstanding, zone: Zone, links?: LinkedTables): RowReader {
	const {columns, amount: rule} = table;
	const cellsOf = rowCells(table);
	const straighten = rowStraightener(table);
	const faults = rowFaults(table, links);
	const writtenIn = writtenReader(table);
	const isExpectedCurrency = currencyTest(table);
	const signOf = signReader(table);
	const momentIn = momentOfRow(table, zone);
	const occurrences = createOccurrenceCounter();
	const hasOrder = columns.order !== undefined;
	const amountColumns = {
		rule,
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

	const find = (cells: readonly string[]): FoundRow & FoundAmounts => {
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

	const reject = (
		{line, raw, place}: TableRecord,
		row: FoundRow & FoundAmounts,
		fault: Fault,
	): RejectedRow => {
		const {cells, worth, discount, written} = row;
		const {field, reason} = fault;
		return {
			lineNumber: line,
			field,
			reason,
			value:
				presentText(cells[columns[field as Field] ?? -1]) ??
				(field === 'currency' ? signOf(cells) : undefined),
			raw,
			amount: isNoLine(fault) ? 0 : rejectedAmount(worth, discount, written.total, rule),
			rejectedRow: cellsOf.rejectedRow(cells),
			place,
		};
	};

	const lineOf = (record: TableRecord, row: FoundRow & FoundAmounts, draft: GoodDraft): ImportedLine => {
		const {cells, name, entry, header, written} = row;
		const isAtRepaired = !links?.orders && cellsOf.at(cells) === undefined;
		return {
			order: draft.order,
			product: links?.products ? withoutZeroFraction(draft.product) : draft.product,
			productName: name ?? entry?.name,
			category: cellsOf.category(cells) ?? entry?.category,
			quantity: draft.quantity + 0,
			unitPrice: draft.unitPrice,
			discount: draft.discount + 0,
			amount: draft.quantity * draft.unitPrice - draft.discount + 0,
			at: draft.at,
			region: cellsOf.region(cells) ?? header?.region,
			store: cellsOf.store(cells) ?? header?.store,
			city: cellsOf.city(cells) ?? header?.city,
			customer: header?.customer ?? cellsOf.customer(cells) ?? (links ? undefined : cellsOf.email(cells)),
			customerName: cellsOf.customerName(cells) ?? header?.customerName,
			email: cellsOf.email(cells) ?? header?.email,
			age: cellsOf.age(cells),
			repair:
				row.repair ??
				written.repair ??
				(isAtRepaired ? 'at' : record.problem === undefined ? undefined : 'row'),
			rejectedRow: cellsOf.rejectedRow(cells),
			lineNumber: record.line,
			record: hasOrder && !links ? record.record : undefined,
			raw: record.raw,
		};
	};

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

/** Reads the amounts of a row with the signs that they are meant to have. */
function writtenReader(table: TableUnderstanding): (cells: readonly string[]) => WrittenAmounts {
	const asWritten = amountsReader(table, knownShopOf(table.header)?.isOneUnit === true);
	const read = table.hasUnsignedReturns ? withReturnSigns(asWritten) : asWritten;
	const isRefund = refundReader(table);
	return cells => (isRefund(cells) ? givenBack(read(cells)) : read(cells));
}

/** Reads the moment of a row; why it cannot be read; nothing where the row says none. */
function momentOfRow(table: TableUnderstanding, zone: Zone) {
	const read = columnMomentReader(table, zone);
	const {at, time} = table.columns;
	return (cells: readonly string[]): number | string | undefined => {
		const text = presentText(cells[at ?? -1]);
		if (text === undefined || read === undefined) {
			return undefined;
		}
		const moment = read(text, presentText(cells[time ?? -1]));
		return typeof moment === 'number' ? moment : reasonOfMoment(moment);
	};
}

/** Whether a row can be in the currency of its table, by what it names and by the sign beside its amounts. */
function currencyTest({currency}: TableUnderstanding) {
	return (named: string | undefined, sign: string | undefined): boolean =>
		named === undefined
			? sign === undefined || currency === undefined || canBeIn(sign, currency)
			: currencyOf(named) === currency;
}

/** What tells a sale without a number from others. */
function identityOf(line: ImportedLine): string {
	const {at, product, store, city, region, customer, quantity, unitPrice, discount} = line;
	return [at, product, store, city, region, customer, quantity, unitPrice, discount].join('\0');
}
