import {dayMs} from '../../business-time.ts';
import type {ImportedLine} from '../../imported-line.ts';
import type {Money} from '../../money.ts';
import {moneyIn, numberReaders} from '../amounts/number-readers.ts';
import type {TableRecord} from '../formats/table.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import {createOccurrenceCounter} from '../rows/occurrence-counter.ts';
import {orderNumberIn} from '../rows/order-number.ts';
import {reasons} from '../rows/reasons.ts';
import type {RowReader} from '../rows/row-reader.ts';
import type {SalesRow} from '../rows/sales-row.ts';
import {isRejected} from '../rows/sales-row.ts';
import {rowStraightener} from '../rows/straighten-row.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {isPercentText} from '../values/bare-number.ts';
import {presentText} from '../values/present-text.ts';
import {partsOf, spreadDiscount} from './spread-discount.ts';

/** Reads rows whose order may have a discount of its own. */
export type DiscountedRows = {
	/** @returns the rows of the orders that are complete */
	readonly read: (records: readonly TableRecord[]) => Iterable<SalesRow>;
	/** @returns the rows of the last order */
	readonly end: () => readonly SalesRow[];
};

/** More rows than any order has: what is beyond them is held to be another one. */
const mostRows = 20_000;

/**
 * Takes the discount of an order off its lines, once, by what they are worth; it may stand on all of its rows
 * or on one. A row that is rejected keeps its share, so that the others have theirs whatever becomes of it.
 */
export function discountedRows(
	table: TableUnderstanding,
	readRow: RowReader,
	links: LinkedTables | undefined,
): DiscountedRows {
	const said = saidOf(table, links);
	const isContaining = table.orderDiscount?.is === 'containing';
	// Of rows that are corrected the others of their order are not here.
	const isSubtotalNet = table.orderDiscount?.isSubtotalNet === true && table.discountsTaken === undefined;
	const seen = createOccurrenceCounter();
	let rows: SalesRow[] = [];
	let order: string | undefined;
	let discount = 0;
	let share = 0;
	let subtotal: Money | undefined;

	const complete = (): readonly SalesRow[] => {
		const first = rows.find((row): row is ImportedLine => !isRejected(row));
		// Where rows of one order lie apart, the first of them have taken all of it.
		const isDue = discount + share > 0 && first && seen.isFirst(`${order}\0${first.at}`);
		const taken = table.discountsTaken?.[order ?? ''] ?? 0;
		const ofShare = share === 0 ? 0 : Math.round(share * worthOfSales(rows));
		const shared = table.isTotalShared ? inParts(rows) : rows;
		const ofGoods = isSubtotalNet ? offGoods(rows, discount, subtotal, isContaining) : discount;
		const all = isDue ? lessDiscount(shared, ofGoods + ofShare - taken, isContaining) : shared;
		rows = [];
		discount = 0;
		share = 0;
		subtotal = undefined;
		return all;
	};

	return {
		read(records) {
			const done: SalesRow[] = [];
			for (const record of records) {
				const own = said(record);
				const row = withReadable(readRow(record), own);
				const number = isRejected(row) ? own.order : row.order;
				const isOther = number !== undefined && (number !== order || isOnAnotherDay(row, rows[0]));
				if (isOther || rows.length >= mostRows) {
					done.push(...complete());
					order = number;
				}
				rows.push(row);
				discount = Math.max(discount, Math.abs(own.discount || 0));
				share = own.share ?? share;
				subtotal ??= own.subtotal;
			}
			return done;
		},
		end: complete,
	};
}

/** Subtotals are written to the cent. */
const roundedOff = 100;

function lessDiscount(
	given: readonly SalesRow[],
	discount: Money,
	isContaining: boolean,
): readonly SalesRow[] {
	const rows = isContaining
		? given.map(row => (isRejected(row) ? row : {...row, amount: row.amount + row.discount, discount: 0}))
		: given;
	// Of an order that is all returns the discount is given back with them.
	const sign = rows.some(({amount}) => amount > 0) ? 1 : -1;
	const ofLines = rows.reduce((sum, row) => sum + (isRejected(row) ? 0 : row.discount), 0);
	if (ofLines * sign === discount) {
		// What was taken off its lines is the discount of the order.
		return rows;
	}
	const shares = spreadDiscount(
		discount,
		rows.map(({amount}) => Math.max(0, amount * sign)),
	);
	return rows.map((row, place) => {
		const share = shares[place]! * sign;
		if (share === 0) {
			return row;
		}
		const amount = row.amount - share;
		return isRejected(row) ? {...row, amount} : {...row, amount, discount: row.discount + share};
	});
}

/** What of the discount of an order its subtotal shows to be off the goods; the rest was off shipping. */
function offGoods(
	rows: readonly SalesRow[],
	discount: Money,
	subtotal: Money | undefined,
	isContaining: boolean,
): Money {
	if (subtotal === undefined || rows.some(isRejected)) {
		return discount;
	}
	const worth = rows.reduce(
		(sum, row) => sum + row.amount + (isContaining && !isRejected(row) ? row.discount : 0),
		0,
	);
	const off = worth - subtotal;
	const isSound = off >= -roundedOff && off < discount - roundedOff;
	return isSound ? (off > roundedOff ? off : 0) : discount;
}

/** Each line has the total of its order, of which it takes its part by its units. */
function inParts(rows: readonly SalesRow[]): readonly SalesRow[] {
	const lines = rows.filter((row): row is ImportedLine => !isRejected(row));
	const total = lines[0]?.amount ?? 0;
	const sign = Math.sign(total);
	if (lines.length < 2 || !lines.every(({quantity, amount}) => quantity * sign > 0 && amount === total)) {
		return rows;
	}
	const parts = partsOf(
		Math.abs(total),
		lines.map(({quantity}) => Math.abs(quantity)),
	);
	let place = 0;
	return rows.map(row => {
		if (isRejected(row)) {
			return row;
		}
		const part = parts[place++]!;
		const unitPrice = Math.ceil(part / Math.abs(row.quantity));
		const amount = part * sign;
		return {...row, unitPrice, amount, discount: row.quantity * unitPrice - amount + 0};
	});
}

function worthOfSales(rows: readonly SalesRow[]): Money {
	const sold = rows.reduce((sum, {amount}) => sum + Math.max(0, amount), 0);
	return sold > 0 ? sold : Math.abs(rows.reduce((sum, {amount}) => sum + amount, 0));
}

/** Tills count anew each day. */
function isOnAnotherDay(one: SalesRow, other: SalesRow | undefined): boolean {
	return (
		other !== undefined && !isRejected(one) && !isRejected(other) && Math.abs(one.at - other.at) >= dayMs / 2
	);
}

type Said = {
	readonly order: string | undefined;
	/** `NaN` where it cannot be read. */
	readonly discount?: Money | undefined;
	readonly written?: string | undefined;
	/** The share of the order that is taken off it. */
	readonly share?: number | undefined;
	/** Of its goods. */
	readonly subtotal?: Money | undefined;
};

/** What a row says of its order. */
function saidOf(table: TableUnderstanding, links: LinkedTables | undefined): (record: TableRecord) => Said {
	const {orderDiscount} = table.columns;
	const read = numberReaders(table).orderDiscount;
	const straighten = rowStraightener(table);
	return record => {
		const cells = record.problem === undefined ? record.cells : straighten(record);
		const written = presentText(cells?.[orderDiscount ?? -1]);
		const key = orderNumberIn(table.columns, cells);
		const header = key === undefined ? undefined : links?.orders?.get(key);
		if (header?.discount) {
			return {order: key, ...header.discount};
		}
		if (isPercentText(written)) {
			const share = read?.plain(written!);
			return {
				order: key,
				written,
				...(share === undefined ? {discount: Number.NaN} : {share: Math.min(1, Math.abs(Number(share)))}),
			};
		}
		return {
			order: key,
			discount: written === undefined ? undefined : (read?.money(written) ?? Number.NaN),
			written,
			subtotal: cells && moneyIn(table, cells, 'orderSubtotal'),
		};
	};
}

function withReadable(row: SalesRow, {discount, written}: Said): SalesRow {
	if (isRejected(row) || !Number.isNaN(discount)) {
		return row;
	}
	const {lineNumber, raw, amount, rejectedRow} = row;
	return {
		lineNumber,
		field: 'orderDiscount',
		reason: reasons.unreadableDiscount,
		value: written,
		raw,
		amount,
		rejectedRow,
	};
}
