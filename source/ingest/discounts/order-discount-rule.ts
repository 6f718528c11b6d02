import type {Money} from '../../money.ts';
import {isWithinRounding} from '../amounts/amount-rule.ts';
import {ordersAmong} from '../rows/orders-among.ts';

/** What one row says of its line and of its order. */
export type OrderRow = {
	readonly order: string | undefined;
	/** What the line costs, after its own discount. */
	readonly worth: Money;
	/** What is taken off the line itself. */
	readonly lineDiscount: Money;
	readonly tax: Money | undefined;
	readonly orderDiscount: Money | undefined;
	readonly orderSubtotal: Money | undefined;
	readonly orderTotal: Money | undefined;
	readonly shipping: Money | undefined;
};

export type OrderDiscountKind = 'due' | 'taken' | 'containing';

/** How the discounts of whole orders are taken. */
export type OrderDiscountRule = {
	/**
	 * `due`: it is to be taken off what the lines cost. `taken`: what they cost is after it. `containing`: what
	 * is taken off single lines is part of it.
	 */
	readonly is: OrderDiscountKind;
	/** What decided: the totals of the orders, the shop that exports so, or nothing, so that it is a guess. */
	readonly by: 'totals' | 'shop' | 'guess';
	/** Subtotals are after the discount, so that what they do not show of it was taken off shipping. */
	readonly isSubtotalNet: boolean;
};

type Discounted = {
	readonly order: string | undefined;
	readonly worth: Money;
	/** In a column that may be of the line or of its order. */
	readonly discount: Money | undefined;
};

/** Whether an order has lines with discounts that differ, which those of a whole order never do. */
export function isOfSingleLines(rows: readonly Discounted[]): boolean {
	return ordersAmong(rows).some(
		order => new Set(order.map(({discount}) => discount ?? 0).filter(Boolean)).size > 1,
	);
}

/**
 * Whether a column of discounts repeats on each line what was taken off the order. It does where every
 * order of several lines has one discount on all of them, though they are not worth the same; or on the first
 * alone, though that is worth less.
 */
export function isOfWholeOrders(rows: readonly Discounted[]): boolean {
	const discounted = ordersAmong(rows).filter(
		order => order.length > 1 && order.some(({discount}) => discount),
	);
	const isRepeated =
		discounted.every(order => new Set(order.map(({discount}) => discount)).size === 1) &&
		discounted.some(order => new Set(order.map(({worth}) => worth)).size > 1);
	const isOnFirst =
		discounted.every(([, ...others]) => others.every(({discount}) => !discount)) &&
		discounted.some(([first]) => Math.abs(first!.discount ?? 0) > Math.abs(first!.worth));
	return discounted.length > 0 && (isRepeated || isOnFirst);
}

/**
 * Finds out from the totals of orders whether what their lines cost is before the discount or after it.
 *
 * @param usual what it is where the totals do not tell, if that is known
 * @param isSubtotalNet whether subtotals are known to be after the discount
 */
export function decideOrderDiscountRule(
	rows: readonly OrderRow[],
	usual: OrderDiscountKind | undefined,
	isSubtotalNet = false,
): OrderDiscountRule {
	const votes = {due: 0, taken: 0, containing: 0};
	let isShown = false;
	let isNetShown = isSubtotalNet;
	for (const order of ordersAmong(rows)) {
		const discount = Math.abs(firstOf(order, 'orderDiscount') ?? 0);
		if (discount === 0) {
			continue;
		}
		const worth = sumOf(order, row => row.worth);
		const ofLines = Math.abs(sumOf(order, row => row.lineDiscount));
		isNetShown ||= isSubtotalOf(order, worth - discount) && !isSubtotalOf(order, worth);
		const fits = {
			due: isTotalOf(order, worth - discount) || isSubtotalOf(order, worth - discount),
			taken: isTotalOf(order, worth) || isSubtotalOf(order, worth + discount) || ofLines === discount,
			containing:
				ofLines > 0 &&
				(isTotalOf(order, worth + ofLines - discount) || isSubtotalOf(order, worth + ofLines - discount)),
		};
		const kinds = (['due', 'taken', 'containing'] as const).filter(kind => fits[kind]);
		if (kinds.length === 1) {
			votes[kinds[0]!]++;
		}
		isShown ||= kinds.length > 0 || isSubtotalOf(order, worth);
	}
	const [[best, most], [, second]] = Object.entries(votes).sort(([, one], [, other]) => other - one) as [
		[OrderDiscountKind, number],
		[OrderDiscountKind, number],
	];
	if (most > second) {
		return {is: best, by: 'totals', isSubtotalNet: isNetShown};
	}
	return {
		is: usual ?? 'due',
		by: usual ? 'shop' : isShown ? 'totals' : 'guess',
		isSubtotalNet: isNetShown,
	};
}

/** Whether the lines of an order come to its total or subtotal. */
export function isWholeOrder(order: readonly OrderRow[]): boolean {
	const worth = sumOf(order, row => row.worth);
	return isTotalOf(order, worth) || isSubtotalOf(order, worth);
}

/** Whether the total of an order is what its goods cost, with or without tax and shipping. */
function isTotalOf(order: readonly OrderRow[], goods: Money): boolean {
	const total = firstOf(order, 'orderTotal');
	const shipping = firstOf(order, 'shipping') ?? 0;
	const taxes = [0, firstOf(order, 'tax') ?? 0, sumOf(order, ({tax}) => tax ?? 0)];
	return (
		total !== undefined &&
		taxes.some(tax =>
			[goods + tax, goods + tax + shipping].some(sum => isWithinRounding(sum, total, order.length)),
		)
	);
}

function isSubtotalOf(order: readonly OrderRow[], goods: Money): boolean {
	const subtotal = firstOf(order, 'orderSubtotal');
	return subtotal !== undefined && isWithinRounding(goods, subtotal, order.length);
}

function firstOf(
	order: readonly OrderRow[],
	field: 'orderDiscount' | 'orderSubtotal' | 'orderTotal' | 'shipping' | 'tax',
): Money | undefined {
	return order.map(row => row[field]).find(value => value !== undefined);
}

function sumOf(order: readonly OrderRow[], amountOf: (row: OrderRow) => Money): Money {
	return order.reduce((sum, row) => sum + amountOf(row), 0);
}
