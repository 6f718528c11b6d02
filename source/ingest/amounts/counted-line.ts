import type {Money} from '../../money.ts';
import {reasons} from '../rows/reasons.ts';
import {expectedTotal, isWithinRounding} from './amount-rule.ts';
import {chargedLine, evenPrice, isCharged, priceFor, quantityFor} from './amounts-of-totals.ts';
import {lineDiscount, withoutSign} from './line-discount.ts';
import {type AmountColumns, isNumber, type LineAmounts, type WrittenAmounts} from './row-amounts.ts';

/** The amounts of a line that counts whole units. */
export function countedLine(written: WrittenAmounts, columns: AmountColumns): LineAmounts {
	const {rule, hasPrice, hasTotal} = columns;
	const {unitPrice, tax = 0} = written;
	const total = rule.total === undefined ? undefined : written.total;
	const writtenDiscount = withoutSign(written.discount, columns);
	const {quantity, repair} = unitsOf(written, total, writtenDiscount, columns);
	if (unitPrice === undefined && isNumber(total) && quantity !== 0 && Number.isInteger(quantity)) {
		const {price, discount} = priceFor(total, quantity!, writtenDiscount ?? 0, tax, rule);
		return {quantity, unitPrice: price, discount, total: undefined, repair: hasPrice ? 'unitPrice' : repair};
	}
	if (unitPrice === undefined && hasTotal && !hasPrice) {
		// Nothing but the total tells the price.
		return {quantity, unitPrice, discount: 0, total: whyNoTotal(total), repair};
	}
	const finePrice = unitPrice === undefined ? undefined : written.finePrice;
	const worth = worthOf(quantity, unitPrice, finePrice);
	const discount = lineDiscount(writtenDiscount, worth, total, tax, rule);
	if (worth === undefined || Number.isNaN(discount)) {
		return {quantity, unitPrice, discount, total: undefined, repair};
	}
	if (rule.total === undefined || !isNumber(total)) {
		const withoutTotal = rule.total === undefined ? repair : (repair ?? 'total');
		return finePrice !== undefined && quantity
			? fineLine(worth, discount, quantity, withoutTotal)
			: {quantity, unitPrice, discount, total: undefined, repair: withoutTotal};
	}
	if (!isWithinRounding(expectedTotal(worth, discount, tax, rule.total), total, quantity!)) {
		return {quantity, unitPrice, discount, total: reasons.otherTotal, repair};
	}
	if (finePrice !== undefined && quantity) {
		// The price is finer than money can be: the amount is what the total says.
		const even = priceFor(total, quantity, writtenDiscount ?? 0, tax, rule);
		return {quantity, unitPrice: even.price, discount: even.discount, total: undefined, repair};
	}
	return quantity && isCharged(total, quantity, discount, rule)
		? {...chargedLine(worth, total, quantity, unitPrice!), total: undefined, repair}
		: {quantity, unitPrice, discount, total: undefined, repair};
}

/** The units of a line, and whether they were worked out from its total. */
function unitsOf(
	{quantity, unitPrice, tax = 0}: WrittenAmounts,
	total: Money | undefined,
	discount: number | undefined,
	{rule, hasPrice}: AmountColumns,
): Pick<LineAmounts, 'quantity' | 'repair'> {
	if (!hasPrice && isNumber(total) && total < 0 && isNumber(quantity) && quantity > 0) {
		// With no price beside it, only a return has a total below nothing.
		return {quantity: -quantity, repair: 'quantity'};
	}
	if (quantity === undefined && hasPrice && isNumber(unitPrice) && isNumber(total)) {
		const found = quantityFor(total, unitPrice, discount ?? 0, tax, rule);
		return {quantity: found, repair: found === undefined ? undefined : 'quantity'};
	}
	return {quantity, repair: undefined};
}

function whyNoTotal(total: Money | undefined): string | undefined {
	return total === undefined ? reasons.noTotal : Number.isNaN(total) ? reasons.unreadableTotal : undefined;
}

/** Quantity × price; nothing where either is not known. */
function worthOf(
	quantity: number | undefined,
	unitPrice: Money | undefined,
	finePrice: number | undefined,
): Money | undefined {
	if (!isNumber(quantity) || !isNumber(unitPrice)) {
		return undefined;
	}
	return finePrice === undefined ? quantity * unitPrice : Math.round(quantity * finePrice);
}

/** A line of which the price is finer than money can be, and rounded only with its quantity. */
function fineLine(worth: Money, discount: Money, quantity: number, repair: string | undefined): LineAmounts {
	const {price, discount: size} = evenPrice(worth, worth - discount, quantity);
	return {quantity, unitPrice: price, discount: size, total: undefined, repair};
}
