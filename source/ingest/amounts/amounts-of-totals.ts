import type {Money} from '../../money.ts';
import {type AmountRule, discountOf} from './amount-rule.ts';

/** How many units make the total; nothing where it is no whole number of them. */
export function quantityFor(
	total: Money,
	unitPrice: Money,
	discount: number,
	tax: Money,
	rule: AmountRule,
): number | undefined {
	const beforeTax = rule.total === 'netWithTax' || rule.total === 'grossWithTax' ? total - tax : total;
	const isGross = rule.total === 'gross' || rule.total === 'grossWithTax';
	const worth = isGross
		? beforeTax
		: rule.discount === 'amount'
			? beforeTax + Math.round(discount * 10_000)
			: beforeTax / (1 - (rule.discount === 'percent' ? discount / 100 : discount));
	const quantity = Math.round(worth / unitPrice);
	if (!(unitPrice > 0) || !Number.isSafeInteger(quantity) || quantity === 0) {
		return undefined;
	}
	return Math.abs(quantity * unitPrice - worth) <= 100 ? quantity : undefined;
}

/**
 * The price that makes the total. Where it does not come out even, it is a little more, and the
 * discount takes the rest off again: the amount is exact.
 */
export function priceFor(
	total: Money,
	quantity: number,
	discount: number,
	tax: Money,
	rule: AmountRule,
): {price: Money; discount: Money} {
	const net = amountWithin(total, discount, tax, rule);
	const share = rule.discount === 'percent' ? discount / 100 : rule.discount === 'fraction' ? discount : 0;
	const worth =
		rule.discount === 'amount'
			? net + Math.round(Math.abs(discount) * 10_000) * Math.sign(net || quantity)
			: share < 1
				? net / (1 - share)
				: net;
	return evenPrice(worth, net, quantity);
}

/**
 * A price a unit, and the discount that is left of so many: `quantity * price - discount` is exactly `net`.
 *
 * @param worth before any discount, in counts of money with decimals
 */
export function evenPrice(worth: number, net: Money, quantity: number): {price: Money; discount: Money} {
	const price = roundUp(worth / quantity);
	const size = quantity * price - net;
	// Rounding may leave the price a hair below what the total needs.
	return size * quantity >= 0 ? {price, discount: size + 0} : {price: price + 1, discount: size + quantity};
}

function amountWithin(total: Money, discount: number, tax: Money, rule: AmountRule): Money {
	const beforeTax = rule.total === 'netWithTax' || rule.total === 'grossWithTax' ? total - tax : total;
	if (rule.total !== 'gross' && rule.total !== 'grossWithTax') {
		return beforeTax;
	}
	return beforeTax - discountOf(beforeTax, discount, rule.discount);
}

/** Nine in the tenth place is floating point, not a fraction of a count. */
function roundUp(counts: number): Money {
	const nearest = Math.round(counts);
	return Math.abs(counts - nearest) < 1e-6 ? nearest : Math.ceil(counts);
}

/** Whether the total is what was charged for the line, with nothing to be taken off or added. */
export function isCharged(
	total: Money,
	quantity: number,
	discount: Money,
	{total: kind}: AmountRule,
): boolean {
	return (
		total * quantity >= 0 &&
		discount * quantity >= 0 &&
		(kind === 'net' || (kind === 'gross' && discount === 0))
	);
}

/**
 * A line whose total was rounded to the cent: the rest is part of its discount, or else the price is a little
 * more than it is written.
 */
export function chargedLine(worth: Money, total: Money, quantity: number, unitPrice: Money) {
	const discount = worth - total;
	const even = discount * quantity < 0 ? evenPrice(total, total, quantity) : {price: unitPrice, discount};
	return {quantity, unitPrice: even.price, discount: even.discount + 0};
}
