import type {Zone} from '../business-time.ts';
import {openZone} from '../business-time.ts';
import type {ImportedLine, RejectedRow} from '../imported-line.ts';
import type {Money} from '../money.ts';
import type {TableRecord} from './formats/table.ts';
import {lineAmounts, type WrittenAmounts} from './line-amounts.ts';
import type {Field} from './mapping/fields.ts';
import {headerKey} from './mapping/header-key.ts';
import {knownShopOf} from './mapping/known-shops.ts';
import {numberReaders} from './number-readers.ts';
import {createOccurrenceCounter} from './occurrence-counter.ts';
import {reasons} from './reasons.ts';
import {isGood, type LineDraft, largestAmount, whatIsWrong} from './sales-line-schema.ts';
import type {LinkedTables, OrderHeader, ProductEntry} from './shapes/linked-tables.ts';
import {isTotalOf, isTotalWord} from './shapes/total-row.ts';
import {rowStraightener} from './straighten-row.ts';
import type {TableUnderstanding} from './understand-table.ts';
import {bareNumber} from './values/bare-number.ts';
import {canBeIn, currencyOf} from './values/currency-of.ts';
import {momentReader} from './values/date-column.ts';
import {cameToNothing, givesBack} from './values/order-state.ts';
import {presentText, withoutZeroFraction} from './values/present-text.ts';

/** Turns one row into the order line that it stands for, or says why it is none. */
export type RowReader = (record: TableRecord) => ImportedLine | RejectedRow;

export function isRejected(row: ImportedLine | RejectedRow): row is RejectedRow {
	return 'reason' in row;
}

type CellReader = (cells: readonly string[]) => string | undefined;

const nothing: CellReader = () => undefined;

/**
 * @param links the tables that the rows refer to, where they are not whole sales
 */
export function createRowReader(table: TableUnderstanding, zone: Zone, links?: LinkedTables): RowReader {
	const {columns, dates, amount: rule} = table;
	const reading = (field: Field): CellReader => {
		const place = columns[field];
		return place === undefined ? nothing : cells => presentText(cells[place]);
	};
	const order = reading('order');
	const product = reading('product');
	const productName = reading('productName');
	const category = reading('category');
	const categoryName = reading('categoryName');
	const momentText = reading('at');
	const timeText = reading('time');
	const region = regionReader(columns.region);
	const store = reading('store');
	const city = reading('city');
	const customer = reading('customer');
	const orderNumberOf = rememberingLast(withoutZeroFraction);
	const customerCodeOf = rememberingLast(withoutZeroFraction);
	const person = reading('person');
	const customerName = reading('customerName');
	const firstName = reading('firstName');
	const lastName = reading('lastName');
	const email = reading('email');
	const ageOf = wholeNumber(table, 'age');
	const rejectedRowOf = rejectedRowReader(reading('rejectedRow'));
	const currency = reading('currency');
	const shop = knownShopOf(table.header);
	const isSale = saleReader(table.header, shop?.sales);
	const isRefund = refundReader(table);
	const isNothing = nothingReader(table, links !== undefined);
	const signOf = signReader(table);
	const amounts = amountsReader(table, shop?.isOneUnit === true);
	const momentOf = dates && momentReader(dates, table.isUtc ? openZone('UTC') : zone);
	const hasOrder = columns.order !== undefined;
	const occurrences = createOccurrenceCounter();
	const amountColumns = {
		rule,
		hasPrice: columns.unitPrice !== undefined || links?.hasPrices === true,
		hasTotal: columns.total !== undefined,
		hasNegativeDiscounts: hasNegativeDiscounts(table),
	};
	let lastOrder: string | undefined;
	let lastAt: number | undefined;
	let lastTotal: number | undefined;

	const readAt = (cells: readonly string[], orderNumber: string | undefined): number | string | undefined => {
		const text = momentText(cells);
		if (text === undefined || momentOf === undefined) {
			// Some shops write what belongs to the order on its first row only.
			return orderNumber !== undefined && orderNumber === lastOrder ? lastAt : undefined;
		}
		const moment = momentOf(text, timeText(cells));
		return typeof moment === 'number'
			? moment
			: moment === 'otherOrder'
				? reasons.otherOrder
				: reasons.unreadableDate;
	};

	const straighten = rowStraightener(table);
	/** Where cells of an order are merged, only its first row has its number and its date. */
	const isContinued = (cells: readonly string[]) =>
		lastOrder !== undefined && hasOrder && columns.at !== undefined && momentText(cells) === undefined;

	return record => {
		const {problem, line, raw, place, detail} = record;
		const cells = problem === undefined ? record.cells : straighten(record);
		if (cells === undefined) {
			return {lineNumber: line, field: undefined, reason: problem!, value: detail, raw, amount: 0, place};
		}
		const orderText = order(cells);
		const orderNumber =
			orderText === undefined ? (isContinued(cells) ? lastOrder : undefined) : orderNumberOf(orderText);
		const own = isRefund(cells) ? givenBack(amounts(cells)) : amounts(cells);
		// The total of an order may stand on its first row alone.
		const isLacking = table.isTotalShared && own.total === undefined && orderNumber === lastOrder;
		const written = isLacking ? {...own, total: lastTotal} : own;
		const name = productName(cells);
		const code = product(cells) ?? (table.usesNameForCode ? name : undefined);
		const entry = code === undefined ? undefined : links?.products?.get(withoutZeroFraction(code));
		const header = orderNumber === undefined ? undefined : links?.orders?.get(orderNumber);
		const amount = lineAmounts(
			written.unitPrice === undefined && entry?.price !== undefined
				? {...written, unitPrice: entry.price}
				: written,
			amountColumns,
		);
		const {quantity, unitPrice, discount, total, repair} = amount;
		const worth = (quantity ?? Number.NaN) * (unitPrice ?? Number.NaN);
		const at = links?.orders ? header?.at : readAt(cells, orderNumber);
		const isAtRepaired = typeof at === 'number' && !links?.orders && momentText(cells) === undefined;
		const currencyText = currency(cells);
		const sign = signOf(cells);
		const draft: LineDraft = {
			order: hasOrder ? orderNumber : '',
			product: code,
			quantity,
			unitPrice,
			discount,
			total,
			at,
			currency: currencyText,
			isExpectedCurrency:
				currencyText === undefined
					? sign === undefined || table.currency === undefined || canBeIn(sign, table.currency)
					: currencyOf(currencyText) === table.currency,
		};
		let fault: Fault | undefined;
		if (
			written.unitPrice === undefined &&
			(isTotalWord(code) || isTotalWord(name) || (code === undefined && cells.some(isTotalOf)))
		) {
			fault = totalRow;
		} else if (!isSale(cells)) {
			fault = notSold;
		} else if (isNothing(cells, orderNumber) && (quantity === undefined || quantity > 0)) {
			fault = nothingCameOfIt;
		} else if (links) {
			fault = orphanOf(links, orderNumber, code, header, entry);
		}
		if (fault || !isGood(draft)) {
			const {field, reason} = fault ?? whatIsWrong(draft);
			const isNoLine = fault === totalRow || fault === notSold;
			return {
				lineNumber: line,
				field,
				reason,
				value: presentText(cells[columns[field as Field] ?? -1]) ?? (field === 'currency' ? sign : undefined),
				raw,
				amount: isNoLine ? 0 : rejectedAmount(worth, discount, written.total),
				rejectedRow: rejectedRowOf(cells),
				place,
			};
		}
		if (header) {
			header.isUsed = true;
		}
		lastOrder = draft.order;
		lastAt = draft.at;
		lastTotal = written.total;
		const customerCode = customer(cells);
		const isGuest = customerCode === undefined || nobody.test(customerCode);
		const good: ImportedLine = {
			order: draft.order,
			product: links?.products ? withoutZeroFraction(draft.product) : draft.product,
			productName: name ?? entry?.name,
			category: categoryName(cells) ?? category(cells) ?? entry?.category,
			quantity: draft.quantity + 0,
			unitPrice: draft.unitPrice,
			discount: draft.discount + 0,
			amount: draft.quantity * draft.unitPrice - draft.discount + 0,
			at: draft.at,
			region: region(cells) ?? header?.region,
			store: store(cells) ?? header?.store,
			city: city(cells) ?? header?.city,
			customer:
				header?.customer ??
				person(cells) ??
				(isGuest ? (links ? undefined : email(cells)) : customerCodeOf(customerCode)),
			customerName:
				customerName(cells) ?? fullName(firstName(cells), lastName(cells)) ?? header?.customerName,
			email: email(cells) ?? header?.email,
			age: ageOf(cells),
			repair: repair ?? (isAtRepaired ? 'at' : problem === undefined ? undefined : 'row'),
			rejectedRow: rejectedRowOf(cells),
			lineNumber: line,
			raw,
		};
		return hasOrder ? good : {...good, order: occurrences.keyOf(identityOf(good))};
	};
}

type Fault = {readonly field: string; readonly reason: string};

const totalRow: Fault = {field: 'product', reason: reasons.totalRow};
const notSold: Fault = {field: 'product', reason: reasons.noSale};
const nothingCameOfIt: Fault = {field: 'status', reason: reasons.cameToNothing};

/** The lines of an order follow one another, and much of them is the same. */
function rememberingLast(read: (text: string) => string): (text: string) => string {
	let last = '';
	let answer = read(last);
	return text => {
		if (text !== last) {
			last = text;
			answer = read(text);
		}
		return answer;
	};
}

/** The customer id that shops write for guests: all of them together are no customer. */
const nobody = /^0(?:\.0*)?$/;

/** Whether a row of a statement is a sale. */
function saleReader(
	header: readonly string[],
	sales: {readonly column: string; readonly are: RegExp} | undefined,
): (cells: readonly string[]) => boolean {
	const place = sales && header.findIndex(text => headerKey(text) === headerKey(sales.column));
	return sales && place !== undefined && place >= 0
		? cells => sales.are.test(presentText(cells[place]) ?? '')
		: () => true;
}

/** Whether a row is of a kind that gives money back. */
function refundReader({columns: {kind}}: TableUnderstanding): (cells: readonly string[]) => boolean {
	return kind === undefined
		? () => false
		: cells => {
				const text = presentText(cells[kind]);
				return text !== undefined && givesBack(text);
			};
}

/** With the signs of a return, which some sources leave to its kind. */
function givenBack(written: WrittenAmounts): WrittenAmounts {
	const below = (amount: number | undefined) => (amount === undefined ? undefined : -Math.abs(amount));
	const above = (amount: number | undefined) => (amount === undefined ? undefined : Math.abs(amount));
	return {
		quantity: below(written.quantity),
		unitPrice: above(written.unitPrice),
		finePrice: above(written.finePrice),
		total: below(written.total),
		discount: above(written.discount),
		tax: below(written.tax),
	};
}

/** Whether the order of a row came to nothing. Some shops write the state on its first row only. */
function nothingReader(
	{columns: {status, kind}, allStates}: TableUnderstanding,
	isLinked: boolean,
): (cells: readonly string[], order: string | undefined) => boolean {
	const column = status ?? kind;
	if (column === undefined || allStates || isLinked) {
		return () => false;
	}
	let last: {readonly order: string | undefined; readonly isNothing: boolean} | undefined;
	return (cells, order) => {
		const state = presentText(cells[column]);
		if (state === undefined) {
			return order !== undefined && last?.order === order && last.isNothing;
		}
		last = {order, isNothing: cameToNothing(state)};
		return last.isNothing;
	};
}

/** What tells a sale without a number from others. */
function identityOf(line: ImportedLine): string {
	const {at, product, store, city, region, customer, quantity, unitPrice, discount} = line;
	return [at, product, store, city, region, customer, quantity, unitPrice, discount].join('\0');
}

/** A key that leads nowhere, with its reason. */
function orphanOf(
	links: LinkedTables,
	orderNumber: string | undefined,
	code: string | undefined,
	header: OrderHeader | undefined,
	entry: ProductEntry | undefined,
): Fault | undefined {
	if (links.orders && orderNumber !== undefined && header === undefined) {
		return {field: 'order', reason: reasons.unknownOrder};
	}
	if (links.products && code !== undefined && entry === undefined) {
		return {field: 'product', reason: reasons.unknownProduct};
	}
	return undefined;
}

/** quantity × unit price − discount as far as they could be read and make sense, else the total, else 0. */
function rejectedAmount(worth: number, discount: Money | undefined, total: Money | undefined): Money {
	const isSound = discount !== undefined && discount * worth >= 0 && Math.abs(discount) <= Math.abs(worth);
	const amount = Math.round(Number.isNaN(worth) ? (total ?? 0) : worth - (isSound ? discount : 0));
	return Math.abs(amount) <= largestAmount ? amount + 0 : 0;
}

function rejectedRowReader(read: CellReader): (cells: readonly string[]) => number | undefined {
	return cells => {
		const text = read(cells);
		return text !== undefined && plainWhole.test(text) ? Number(text) : undefined;
	};
}

function fullName(first: string | undefined, last: string | undefined): string | undefined {
	return first === undefined && last === undefined ? undefined : [first, last].filter(Boolean).join(' ');
}

/** `NA` is a region of the world there, and not a word for nothing. */
function regionReader(place: number | undefined): CellReader {
	return place === undefined
		? nothing
		: cells => presentText(cells[place]) ?? (cells[place]?.trim() === 'NA' ? 'NA' : undefined);
}

function wholeNumber(table: TableUnderstanding, field: 'age' | 'stock') {
	const place = table.columns[field];
	const plain = numberReaders(table)[field]?.plain;
	return (cells: readonly string[]) => {
		const text = place === undefined ? undefined : presentText(cells[place]);
		const number = text === undefined ? Number.NaN : Number(plain?.(text));
		return Number.isInteger(number) && number > 0 ? number : undefined;
	};
}

/** Some shops write what they take off with a minus; then all of the column is. */
function hasNegativeDiscounts(table: TableUnderstanding): boolean {
	if (table.amount.discountBy === 'column') {
		return true;
	}
	const place = table.columns.discount;
	const read = numberReaders(table).discount?.plain;
	if (place === undefined || !read) {
		return false;
	}
	const discounts = table.samples[place]!.present.map(text => Number(read(text) ?? 0)).filter(Boolean);
	return discounts.length > 1 && discounts.every(discount => discount < 0);
}

/** More than four decimals, or an exponent. */
const beyondMoney = /[.,]\d{5}|[eE]/;
const digitsOnly = /^[\d.,-]*$/;
const plainWhole = /^-?\d{1,15}$/;

/** The sign or code of a currency beside the amounts of a row, the price before the total. */
function signReader({columns}: TableUnderstanding): CellReader {
	const places = [columns.unitPrice, columns.total].filter(place => place !== undefined);
	return cells => {
		for (const place of places) {
			const text = presentText(cells[place]);
			const sign = text === undefined || digitsOnly.test(text) ? undefined : bareNumber(text)?.currency;
			if (sign !== undefined) {
				return sign;
			}
		}
		return undefined;
	};
}

/** Reads the numbers of a row that make its amount. */
function amountsReader(
	table: TableUnderstanding,
	isOneUnit: boolean,
): (cells: readonly string[]) => WrittenAmounts {
	const {columns} = table;
	const readers = numberReaders(table);
	const moneyIn = (field: Field) => {
		const place = columns[field];
		const read = readers[field]?.money;
		return place === undefined || !read
			? () => undefined
			: (cells: readonly string[]) => {
					const text = presentText(cells[place]);
					return text === undefined ? undefined : (read(text) ?? Number.NaN);
				};
	};
	const numberIn = (field: Field) => {
		const place = columns[field];
		const read = readers[field]?.plain;
		return place === undefined || !read
			? () => undefined
			: (cells: readonly string[]) => {
					const text = presentText(cells[place]);
					return text === undefined
						? undefined
						: plainWhole.test(text)
							? Number(text)
							: Number(read(text) ?? Number.NaN);
				};
	};
	const quantity = numberIn('quantity');
	const unitPrice = moneyIn('unitPrice');
	const total = moneyIn('total');
	const discount = numberIn('discount');
	const tax = moneyIn('tax');
	const hasQuantity = columns.quantity !== undefined;
	const fineOf = readers.unitPrice?.fineMoney;
	const finePrice = (cells: readonly string[]) => {
		const text = columns.unitPrice === undefined ? undefined : presentText(cells[columns.unitPrice]);
		if (text === undefined || !beyondMoney.test(text)) {
			return undefined;
		}
		const counts = fineOf?.(text);
		// What floating point leaves behind in sheets and JSON is no decimal of the price.
		return counts === undefined || Math.abs(counts - Math.round(counts)) < 1e-6 ? undefined : counts;
	};
	const oneUnit = (written: number | undefined) =>
		hasQuantity && !isOneUnit ? undefined : written !== undefined && written < 0 ? -1 : 1;
	return cells => {
		const written = total(cells);
		return {
			// A row without a count is one unit, and a negative one is taken back.
			quantity: (hasQuantity ? quantity(cells) : undefined) ?? oneUnit(written),
			unitPrice: unitPrice(cells),
			finePrice: finePrice(cells),
			total: written,
			discount: discount(cells),
			tax: tax(cells),
		};
	};
}
