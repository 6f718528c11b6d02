import type {Zone} from '../../business-time.ts';
import type {ImportedCustomer, ImportedProduct} from '../../imported-entry.ts';
import type {RejectedRow} from '../../imported-line.ts';
import {moneyIn, numberReaders} from '../amounts/number-readers.ts';
import type {TableRecord} from '../formats/table.ts';
import type {Field} from '../mapping/fields.ts';
import {takesColumn} from '../refunds/refund-rule.ts';
import {reasonOfMoment, reasons} from '../rows/reasons.ts';
import {nothingReader} from '../rows/row-kinds.ts';
import {isStrangeMoment} from '../rows/sales-line-schema.ts';
import {rowStraightener} from '../rows/straighten-row.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {columnMomentReader} from '../values/moment-reader.ts';
import {presentText, withoutZeroFraction} from '../values/present-text.ts';
import type {LinkedTables, OrderHeader, StoreEntry} from './linked-tables.ts';

/** Reads the row of a table that others refer to, or says why it cannot be read. */
export type EntryReader<Entry> = (
	record: TableRecord,
) => {readonly entry: Entry} | {readonly rejected: RejectedRow};

/** What can be asked of a row that could be taken apart. */
type ReadRow = {
	readonly cells: readonly string[];
	readonly text: (field: Field) => string | undefined;
	readonly reject: (field: Field, reason: string) => {readonly rejected: RejectedRow};
};

function entryReader<Entry>(
	table: TableUnderstanding,
	read: (row: ReadRow, record: TableRecord) => {readonly entry: Entry} | {readonly rejected: RejectedRow},
): EntryReader<Entry> {
	const straighten = rowStraightener(table);
	return record => {
		const {line, raw, problem, place, detail} = record;
		const reject = (field: Field | undefined, reason: string, value?: string) => ({
			rejected: {lineNumber: line, field, reason, value, raw, amount: 0, place},
		});
		const cells = problem === undefined ? record.cells : straighten(record);
		if (cells === undefined) {
			return reject(undefined, problem!, detail);
		}
		const text = (field: Field) => {
			const place = table.columns[field];
			return place === undefined ? undefined : presentText(cells[place]);
		};
		return read({cells, text, reject: (field, reason) => reject(field, reason, text(field))}, record);
	};
}

export function productReader(
	table: TableUnderstanding,
	categories: ReadonlyMap<string, string>,
): EntryReader<ImportedProduct> {
	const numbers = numberReaders(table);
	return entryReader(table, ({text, reject}, {line, raw}) => {
		const code = text('product');
		if (code === undefined) {
			return reject('product', reasons.noProduct);
		}
		const priceText = text('unitPrice');
		const price = priceText === undefined ? undefined : numbers.unitPrice?.money(priceText);
		if (priceText !== undefined && price === undefined) {
			return reject('unitPrice', reasons.unreadablePrice);
		}
		if (price !== undefined && price < 0) {
			return reject('unitPrice', reasons.negativePrice);
		}
		const category = text('category');
		const stock = Number(numbers.stock?.plain(text('stock') ?? '') ?? Number.NaN);
		return {
			entry: {
				code: withoutZeroFraction(code),
				name: text('productName'),
				category:
					text('categoryName') ??
					(category === undefined ? undefined : (categories.get(category) ?? category)),
				price,
				stock: Number.isInteger(stock) ? stock : undefined,
				lineNumber: line,
				raw,
			},
		};
	});
}

/** @returns with the customer the code by which orders know them */
export function customerReader(
	table: TableUnderstanding,
): EntryReader<ImportedCustomer & {readonly key: string}> {
	const numbers = numberReaders(table);
	return entryReader(table, ({text, reject}, {line, raw}) => {
		const key = text('customer');
		if (key === undefined) {
			return reject('customer', reasons.noCustomer);
		}
		const age = Number(numbers.age?.plain(text('age') ?? '') ?? Number.NaN);
		return {
			entry: {
				key: withoutZeroFraction(key),
				code: withoutZeroFraction(text('person') ?? key),
				name:
					text('customerName') ??
					([text('firstName'), text('lastName')].filter(Boolean).join(' ') || undefined),
				email: text('email'),
				age: Number.isInteger(age) && age > 0 ? age : undefined,
				region: text('region'),
				lineNumber: line,
				raw,
			},
		};
	});
}

export function categoryReader(
	table: TableUnderstanding,
): EntryReader<{readonly id: string; readonly name: string}> {
	return entryReader(table, ({text, reject}) => {
		const id = text('category');
		const name = text('categoryName');
		return id === undefined || name === undefined
			? reject(id === undefined ? 'category' : 'categoryName', reasons.noCategory)
			: {entry: {id, name}};
	});
}

export function storeReader(table: TableUnderstanding): EntryReader<StoreEntry & {readonly id: string}> {
	return entryReader(table, ({text, reject}) => {
		const id = text('store');
		return id === undefined
			? reject('store', reasons.noStore)
			: {
					entry: {
						id,
						name: text('productName') ?? text('customerName') ?? id,
						city: text('city'),
						region: text('region'),
					},
				};
	});
}

/** @param isKnown whether the database holds an order of that number */
export function orderReader(
	table: TableUnderstanding,
	zone: Zone,
	{customers, stores}: Pick<LinkedTables, 'customers' | 'stores'>,
	isKnown: (number: string) => boolean,
): EntryReader<{readonly number: string; readonly header: OrderHeader}> {
	const momentOf = columnMomentReader(table, zone);
	const discountIn = orderDiscountReader(table);
	const isNothing = nothingReader(table, false);
	const hasRefunds = takesColumn(table.refunds);
	return entryReader(table, ({text, reject, cells}) => {
		const written = text('order');
		if (written === undefined) {
			return reject('order', reasons.noOrder);
		}
		const number = withoutZeroFraction(written);
		const date = text('at');
		const at = date === undefined ? undefined : momentOf?.(date, text('time'));
		if (typeof at !== 'number') {
			return reject('at', date === undefined ? reasons.noDate : reasonOfMoment(at ?? 'unreadable'));
		}
		if (isStrangeMoment(at)) {
			return reject('at', reasons.strangeDate);
		}
		const customerText = text('customer');
		const key = customerText === undefined ? undefined : withoutZeroFraction(customerText);
		const customer = key === undefined ? undefined : customers?.get(key);
		if (customers && key !== undefined && !customer) {
			return reject('customer', reasons.unknownCustomer);
		}
		const storeText = text('store');
		const store = storeText === undefined ? undefined : stores.get(storeText);
		return {
			entry: {
				number,
				header: {
					at,
					customer: customer?.code ?? key,
					customerName: customer?.name ?? text('customerName'),
					email: customer?.email ?? text('email'),
					region: text('region') ?? store?.region ?? customer?.region,
					store: store?.name ?? storeText,
					city: store?.city ?? (storeText === undefined ? undefined : text('city')),
					discount: discountIn(text),
					refund: hasRefunds ? moneyIn(table, cells, 'refund') : undefined,
					total: moneyIn(table, cells, 'orderTotal') ?? moneyIn(table, cells, 'total'),
					isNothing: isNothing(cells, number),
					isKnown: isKnown(number),
					isUsed: false,
				},
			},
		};
	});
}

/** What is taken off all lines of an order, as the table of orders has it. */
function orderDiscountReader(table: TableUnderstanding) {
	const {columns, amount} = table;
	const field = columns.orderDiscount === undefined ? 'discount' : 'orderDiscount';
	const read = numberReaders(table)[field];
	const isAmount = field === 'orderDiscount' || amount.discount === 'amount';
	return (text: ReadRow['text']): OrderHeader['discount'] => {
		const written = columns[field] === undefined ? undefined : text(field);
		const number = written === undefined ? undefined : read?.plain(written);
		const size = Math.abs(Number(number ?? 0));
		if (written === undefined || size === 0) {
			return undefined;
		}
		return isAmount
			? {discount: read?.money(written) ?? 0}
			: {share: Math.min(1, amount.discount === 'percent' ? size / 100 : size)};
	};
}
