import type {Zone} from '../business-time.ts';
import {openZone} from '../business-time.ts';
import type {ImportedLine, RejectedRow} from '../imported-line.ts';
import type {Money} from '../money.ts';
import {isDiscountWord} from './discount-lines.ts';
import type {TableRecord} from './formats/table.ts';
import {lineAmounts, type WrittenAmounts} from './line-amounts.ts';
import type {Field} from './mapping/fields.ts';
import {knownShopOf} from './mapping/known-shops.ts';
import {numberReaders} from './number-readers.ts';
import {createOccurrenceCounter} from './occurrence-counter.ts';
import {reasons} from './reasons.ts';
import {rejectedAmount} from './rejected-amount.ts';
import {nothingReader, refundReader, saleReader} from './row-kinds.ts';
import {isGood, type LineDraft, whatIsWrong} from './sales-line-schema.ts';
import type {LinkedTables, OrderHeader, ProductEntry} from './shapes/linked-tables.ts';
import {createSumWatch} from './shapes/sum-watch.ts';
import {isTaxWord, isTotalOf, isTotalWord, speaksOfTotal} from './shapes/total-row.ts';
import {rowStraightener} from './straighten-row.ts';
import type {TableUnderstanding} from './understand-table.ts';
import {withReturnSigns} from './unsigned-returns.ts';
import {canBeIn, currencyOf} from './values/currency-of.ts';
import {momentReader} from './values/date-column.ts';
import {presentText, withoutZeroFraction} from './values/present-text.ts';
import {amountsReader, givenBack, hasNegativeDiscounts, signReader} from './written-amounts.ts';

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
	const isSale = saleReader(table, shop?.sales);
	const isRefund = refundReader(table);
	const isNothing = nothingReader(table, links?.orders !== undefined);
	const signOf = signReader(table);
	const asWritten = amountsReader(table, shop?.isOneUnit === true);
	const amounts = table.hasUnsignedReturns ? withReturnSigns(asWritten) : asWritten;
	const momentOf = dates && momentReader(dates, table.isUtc ? openZone('UTC') : zone);
	const hasOrder = columns.order !== undefined;
	const occurrences = createOccurrenceCounter();
	const sums = createSumWatch();
	const usuallyFilled = commonFields
		.map(field => columns[field])
		.filter(place => place !== undefined && table.samples[place]!.filledShare > mostlyFilled) as number[];
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
		lastOrder !== undefined && table.hasMergedOrders && momentText(cells) === undefined;

	const reject = (
		{line, raw, place}: TableRecord,
		cells: readonly string[],
		fault: Fault,
		amount: Money,
	): RejectedRow => ({
		lineNumber: line,
		field: fault.field,
		reason: fault.reason,
		value:
			presentText(cells[columns[fault.field as Field] ?? -1]) ??
			(fault.field === 'currency' ? signOf(cells) : undefined),
		raw,
		amount: fault === totalRow || fault === notSold ? 0 : amount,
		rejectedRow: rejectedRowOf(cells),
		place,
	});

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
		const counted = {amount: written.total ?? worth - (discount ?? 0), units: quantity};
		const isTax = !links && (isTaxWord(name) || isTaxWord(code));
		if (
			written.unitPrice === undefined &&
			(isTotalWord(code) || isTotalWord(name) || (code === undefined && cells.some(isTotalOf)))
		) {
			fault = totalRow;
		} else if (
			!links &&
			sums.comesTo(counted.amount) &&
			sums.isSum(counted, {
				isNamed: () => speaksOfTotal(code) || speaksOfTotal(name),
				isLacking: () => usuallyFilled.some(place => presentText(cells[place]) === undefined),
			})
		) {
			fault = totalRow;
		} else if (isTax || !isSale(cells)) {
			fault = notSold;
		} else if (
			(header?.isNothing || isNothing(cells, orderNumber)) &&
			(quantity === undefined || quantity > 0)
		) {
			fault = nothingCameOfIt;
		} else if (links) {
			fault = orphanOf(links, orderNumber, code, header, entry);
		}
		if (isTax && fault === notSold) {
			sums.add({...counted, units: 0});
		}
		if (!isGood(draft) || (fault && fault !== nothingCameOfIt)) {
			const wrong = fault ?? moreClosely(whatIsWrong(draft), written, [code, name]);
			return reject(record, cells, wrong, rejectedAmount(worth, discount, written.total, rule));
		}
		if (!fault) {
			sums.add(counted);
			if (header) {
				header.isUsed = true;
			}
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
			repair: repair ?? written.repair ?? (isAtRepaired ? 'at' : problem === undefined ? undefined : 'row'),
			rejectedRow: rejectedRowOf(cells),
			lineNumber: line,
			record: hasOrder && !links ? record.record : undefined,
			raw,
		};
		if (fault) {
			const amount = rejectedAmount(worth, discount, written.total, rule);
			return {...reject(record, cells, fault, amount), undone: hasOrder ? good : undefined};
		}
		return hasOrder ? good : {...good, order: occurrences.keyOf(identityOf(good))};
	};
}

/** What rows have in common, and a total of them lacks. */
const commonFields = ['order', 'product', 'productName', 'category', 'customer', 'store', 'region'] as const;
const mostlyFilled = 0.6;

type Fault = {readonly field: string; readonly reason: string};

const totalRow: Fault = {field: 'product', reason: reasons.totalRow};
const notSold: Fault = {field: 'product', reason: reasons.noSale};
const nothingCameOfIt: Fault = {field: 'status', reason: reasons.cameToNothing};

/** Why a price is negative, where that can be told. */
function moreClosely(
	fault: Fault,
	{unitPrice, quantity}: WrittenAmounts,
	names: readonly (string | undefined)[],
): Fault {
	if (fault.reason !== reasons.negativePrice) {
		return fault;
	}
	return unitPrice === undefined && (quantity ?? 0) < 0
		? {field: 'total', reason: reasons.otherSigns}
		: names.some(isDiscountWord)
			? {...fault, reason: reasons.negativeDiscountLine}
			: fault;
}

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

function rejectedRowReader(read: CellReader): (cells: readonly string[]) => number | undefined {
	return cells => {
		const text = read(cells);
		return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
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
