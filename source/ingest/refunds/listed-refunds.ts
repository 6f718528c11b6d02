import type {ImportedLine} from '../../imported-line.ts';
import type {Money} from '../../money.ts';
import {type OrderSums, oneUnitOf, refundLines, returnOf} from './refund-lines.ts';

/** How the values of a list are read. */
export type ListReaders = {
	readonly money: (text: string) => Money | undefined;
	/** UTC milliseconds; anything else where it cannot be read. */
	readonly moment: (text: string) => number | string | undefined;
};

type Values = Readonly<Record<string, unknown>>;

const dateKeys = ['processed_at', 'created_at', 'date_created', 'refunded_at', 'date', 'at'];
const lineKeys = ['refund_line_items', 'line_items', 'items', 'lines'];
const amountKeys = ['amount', 'total', 'amount_money'];
/** Of a line: what was paid for it, after discounts. */
const paidKeys = ['total', 'subtotal', 'amount'];
const productKeys = ['sku', 'product_id', 'variant_id', 'product', 'code', 'title', 'name'];

/**
 * The returns that the refunds of an order in JSON stand for, each an order of its own at the moment of the
 * refund. Those that list lines give these back, others an amount off the order.
 *
 * @param list the refunds as JSON
 * @param sold the lines of the order
 */
export function listedRefundLines(
	list: string,
	sold: readonly ImportedLine[],
	sums: OrderSums,
	readers: ListReaders,
): readonly ImportedLine[] {
	return refundsIn(list).flatMap((refund, place) => {
		const lines = linesOf(refund, sold, sums, readers);
		const written = textOf(refund, dateKeys);
		const moment = written === undefined ? undefined : readers.moment(written);
		const name = `refund ${textOf(refund, ['id']) ?? place + 1}`;
		return typeof moment === 'number'
			? lines.map(line => ({...line, order: `${line.order} (${name})`, at: moment}))
			: lines;
	});
}

function linesOf(
	refund: Values,
	sold: readonly ImportedLine[],
	sums: OrderSums,
	readers: ListReaders,
): readonly ImportedLine[] {
	const items = listAt(refund, lineKeys);
	const returned = items.flatMap(item => {
		const inner = item.line_item;
		const names = [item, isValues(inner) ? inner : {}].flatMap(values =>
			productKeys.map(key => String(values[key] ?? '')),
		);
		const line = sold.find(({product}) => names.includes(product));
		const units = Math.min(Math.abs(Number(item.quantity)), line?.quantity ?? 0);
		return line && units >= 1 && Number.isInteger(units) ? [pricedReturn(line, units, item, readers)] : [];
	});
	if (returned.length > 0) {
		return returned;
	}
	const transactions = listAt(refund, ['transactions']).filter(
		({kind}) => kind === undefined || kind === 'refund',
	);
	const sumOf = (list: readonly Values[], keys: readonly string[]) =>
		list.reduce((sum, values) => sum + (moneyAt(values, keys, readers) ?? 0), 0);
	// Lines that are named by numbers of their own still say what was paid for them.
	const paid = sumOf(transactions, amountKeys) || sumOf(items, paidKeys);
	const amount = Math.abs(moneyAt(refund, amountKeys, readers) ?? paid);
	return amount > 0 ? refundLines(sold, amount, sums) : [];
}

/** At what the refund says was paid for the units, where that is not more than they cost. */
function pricedReturn(line: ImportedLine, units: number, item: Values, readers: ListReaders): ImportedLine {
	const whole = returnOf(line, units);
	const paid = Math.abs(moneyAt(item, paidKeys, readers) ?? whole.amount);
	const worth = units * line.unitPrice;
	return paid === 0 || paid > worth
		? paid > worth && paid <= line.amount
			? oneUnitOf(line, paid)
			: whole
		: {...whole, discount: paid - worth + 0, amount: -paid};
}

function refundsIn(list: string): readonly Values[] {
	try {
		const refunds: unknown = JSON.parse(list);
		return Array.isArray(refunds) ? refunds.filter(isValues) : [];
	} catch {
		return [];
	}
}

function isValues(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listAt(values: Values, keys: readonly string[]): readonly Values[] {
	const list = keys.map(key => values[key]).find(Array.isArray);
	return list?.filter(isValues) ?? [];
}

function textOf(values: Values, keys: readonly string[]): string | undefined {
	const value = keys
		.map(key => values[key])
		.find(each => typeof each === 'string' || typeof each === 'number');
	return value === undefined || value === '' ? undefined : String(value);
}

/** Some write an amount as an object with its currency. */
function moneyAt(values: Values, keys: readonly string[], readers: ListReaders): Money | undefined {
	const inner = keys.map(key => values[key]).find(isValues);
	const text = textOf(values, keys) ?? (inner && textOf(inner, ['amount']));
	return text === undefined ? undefined : readers.money(text);
}
