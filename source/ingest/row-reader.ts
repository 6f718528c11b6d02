import type {Zone} from '../business-time.ts';
import type {ImportedLine, RejectedRow} from '../imported-line.ts';
import {type Money, parseMoney} from '../money.ts';
import type {TableRecord} from './formats/table.ts';
import {isoMoments} from './read-moment.ts';
import type {Columns, Field} from './source-fields.ts';

/** Why a row cannot be loaded. The words name the rule, not the value, so that rows can be counted by them. */
export const reasons = {
	noOrder: 'order is missing',
	noProduct: 'product is missing',
	noQuantity: 'quantity is missing',
	unreadableQuantity: 'quantity is not a number',
	fractionalQuantity: 'quantity is not a whole number',
	zeroQuantity: 'quantity is 0',
	noPrice: 'unit price is missing',
	unreadablePrice: 'unit price is not a number',
	negativePrice: 'unit price is negative',
	unreadableDiscount: 'discount is not a number',
	negativeDiscount: 'discount is negative',
	largeDiscount: 'discount is more than quantity × unit price',
	noDate: 'date is missing',
	unreadableDate: 'date is not readable',
	strangeDate: 'date is before 1970 or after 2099',
	largeAmount: 'quantity or amount is too large to be exact',
} as const;

/** Turns one row into the order line that it stands for, or says why it is none. */
export type RowReader = (record: TableRecord) => ImportedLine | RejectedRow;

export function isRejected(row: ImportedLine | RejectedRow): row is RejectedRow {
	return 'reason' in row;
}

/** A hundred billion units: sums of many such lines stay exact. */
const largestAmount: Money = 1e15;
const largestQuantity = 1e12;

const firstMoment = 0;
const lastMoment = Date.UTC(2100, 0, 1) - 1;

export function createRowReader(columns: Columns, zone: Zone): RowReader {
	const momentOf = isoMoments(zone);
	const reading = (field: Field) => {
		const place = columns[field];
		return place === undefined ? () => undefined : (cells: readonly string[]) => presentText(cells[place]!);
	};
	const order = reading('order');
	const product = reading('product');
	const productName = reading('productName');
	const category = reading('category');
	const quantityText = reading('quantity');
	const priceText = reading('unitPrice');
	const discountText = reading('discount');
	const momentText = reading('at');
	const region = reading('region');
	const store = reading('store');
	const city = reading('city');
	const customer = reading('customer');
	const customerName = reading('customerName');
	const email = reading('email');

	return record => {
		const {cells} = record;
		const problem = record.problem;
		if (problem !== undefined) {
			return {lineNumber: record.line, field: undefined, reason: problem, raw: record.raw, amount: 0};
		}
		const quantity = readQuantity(quantityText(cells));
		const unitPrice = readPrice(priceText(cells));
		const worth = amountOf(quantity, unitPrice);
		const discount = readDiscount(discountText(cells), worth);
		const moment = readMoment(momentText(cells), momentOf);
		const orderNumber = order(cells);
		const productCode = product(cells);
		const amount =
			typeof worth === 'number' && typeof discount === 'number' ? worth - discount : (worth ?? 0);
		const reject = (field: Field, reason: string): RejectedRow => ({
			lineNumber: record.line,
			field,
			reason,
			raw: record.raw,
			amount: Math.abs(amount) <= largestAmount ? amount : 0,
		});

		if (orderNumber === undefined) {
			return reject('order', reasons.noOrder);
		}
		if (productCode === undefined) {
			return reject('product', reasons.noProduct);
		}
		if (typeof quantity === 'string' || quantity === 0) {
			return reject('quantity', quantity || reasons.zeroQuantity);
		}
		if (typeof unitPrice === 'string' || unitPrice < 0) {
			return reject('unitPrice', typeof unitPrice === 'string' ? unitPrice : reasons.negativePrice);
		}
		if (typeof discount === 'string') {
			return reject('discount', discount);
		}
		if (typeof moment === 'string') {
			return reject('at', moment);
		}
		if (!(Math.abs(quantity) <= largestQuantity && Math.abs(worth!) <= largestAmount)) {
			return reject('quantity', reasons.largeAmount);
		}
		return {
			order: withoutZeroFraction(orderNumber),
			product: productCode,
			productName: productName(cells),
			category: category(cells),
			quantity,
			unitPrice,
			discount,
			amount,
			at: moment,
			region: region(cells),
			store: store(cells),
			city: city(cells),
			customer: maybe(withoutZeroFraction, customer(cells)),
			customerName: customerName(cells),
			email: email(cells),
		};
	};
}

/** Words that exports write where there is nothing. */
const blankMarks = new Set(['', 'null', 'nan', 'n/a']);

function presentText(text: string): string | undefined {
	const trimmed = text.trim();
	return trimmed.length > 4 || !blankMarks.has(trimmed.toLowerCase()) ? trimmed : undefined;
}

/** Spreadsheets and data frames write the id 17850 as `17850.0`. */
function withoutZeroFraction(id: string): string {
	return id.endsWith('0') ? id.replace(/^(\d+)\.0+$/, '$1') : id;
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const wholePattern = /^[+-]?\d+(?:\.0*)?$/;

/** @returns the reason when there is no whole number */
function readQuantity(text: string | undefined): number | string {
	if (text === undefined) {
		return reasons.noQuantity;
	}
	if (!wholePattern.test(text)) {
		return numberPattern.test(text) ? reasons.fractionalQuantity : reasons.unreadableQuantity;
	}
	// Adding 0 makes -0 a plain 0.
	return Number(text) + 0;
}

/** @returns the reason when there is no number */
function readPrice(text: string | undefined): Money | string {
	return text === undefined ? reasons.noPrice : (parseMoney(text) ?? reasons.unreadablePrice);
}

function readDiscount(text: string | undefined, worth: Money | undefined): Money | string {
	if (text === undefined) {
		return 0;
	}
	const discount = parseMoney(text);
	if (discount === undefined) {
		return reasons.unreadableDiscount;
	}
	if (worth === undefined || discount === 0) {
		return 0;
	}
	// Of a return some sources write it with a sign and some without.
	if (discount < 0 && worth >= 0) {
		return reasons.negativeDiscount;
	}
	if (Math.abs(discount) > Math.abs(worth)) {
		return reasons.largeDiscount;
	}
	return Math.abs(discount) * Math.sign(worth);
}

function readMoment(
	text: string | undefined,
	momentOf: (text: string) => number | undefined,
): number | string {
	if (text === undefined) {
		return reasons.noDate;
	}
	const moment = momentOf(text);
	if (moment === undefined) {
		return reasons.unreadableDate;
	}
	return moment >= firstMoment && moment <= lastMoment ? moment : reasons.strangeDate;
}

/** Nothing where either cannot be read. */
function amountOf(quantity: number | string, unitPrice: Money | string): Money | undefined {
	return typeof quantity === 'number' && typeof unitPrice === 'number' ? quantity * unitPrice + 0 : undefined;
}

function maybe<Value, Result>(
	change: (value: Value) => Result,
	value: Value | undefined,
): Result | undefined {
	return value === undefined ? undefined : change(value);
}
