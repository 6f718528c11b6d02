import type {Money} from '../../money.ts';
import {reasons} from '../rows/reasons.ts';
import {type AmountRule, discountOf, expectedTotal, isWithinRounding} from './amount-rule.ts';
import {chargedLine, evenPrice, isCharged, priceFor, quantityFor} from './amounts-of-totals.ts';

/** What a row says of its amount: absent where it says nothing, `NaN` where it cannot be read. */
export type WrittenAmounts = {
	readonly quantity: number | undefined;
	readonly unitPrice: Money | undefined;
	/** The unit price with its decimals beyond the fourth, where it has some. */
	readonly finePrice?: number | undefined;
	readonly total: Money | undefined;
	readonly discount: number | undefined;
	/** The discount has a percent sign, whatever others in its column have. */
	readonly isDiscountShare?: boolean | undefined;
	readonly tax: Money | undefined;
	/** What was put right as it was read. */
	readonly repair?: string | undefined;
};

export type LineAmounts = {
	readonly quantity: number | undefined;
	readonly unitPrice: Money | undefined;
	readonly discount: Money | undefined;
	/** Why the total cannot be right. */
	readonly total: string | undefined;
	/** What was worked out from the others. */
	readonly repair: string | undefined;
};

/** What the columns of a source say, whatever its rows do. */
export type AmountColumns = {
	readonly rule: AmountRule;
	readonly hasPrice: boolean;
	readonly hasTotal: boolean;
	/** Where all of the discounts are written as negative amounts. */
	readonly hasNegativeDiscounts: boolean;
};

/**
 * Works out quantity, unit price and discount of a line. What the row leaves out comes from the rest of
 * it: quantity = total ÷ price, price = total ÷ quantity.
 */
export function lineAmounts(written: WrittenAmounts, ofSource: AmountColumns): LineAmounts {
	const columns: AmountColumns = written.isDiscountShare
		? {...ofSource, rule: {...ofSource.rule, discount: 'fraction'}}
		: ofSource;
	if (isReturnByTotal(written, columns)) {
		const {repair = 'quantity', ...amounts} = amountsOf(takenBack(written), columns);
		return {...amounts, repair};
	}
	return amountsOf(written, columns);
}

function amountsOf(written: WrittenAmounts, columns: AmountColumns): LineAmounts {
	return isNumber(written.quantity) && !Number.isInteger(written.quantity)
		? weighed(written, written.quantity, columns)
		: counted(written, columns);
}

/** Whether only the total has the minus of a return. */
function isReturnByTotal(
	{quantity, unitPrice, finePrice = unitPrice, total, discount, tax = 0}: WrittenAmounts,
	{rule}: AmountColumns,
): boolean {
	if (!isNumber(total) || total >= 0 || !isNumber(quantity) || quantity <= 0 || !isNumber(finePrice)) {
		return false;
	}
	const worth = timesPrice(quantity, finePrice);
	const off = discountOf(worth, isNumber(discount) ? discount : 0, rule.discount);
	return (
		rule.total !== undefined &&
		worth > 0 &&
		isWithinRounding(expectedTotal(worth, off, Math.abs(tax), rule.total), -total, quantity)
	);
}

function takenBack(written: WrittenAmounts): WrittenAmounts {
	return {
		...written,
		quantity: -written.quantity!,
		tax: written.tax === undefined ? undefined : -Math.abs(written.tax),
	};
}

/**
 * A line that is sold by weight or length is one unit at the price of all of it, because units are counted
 * whole; what is given back is one unit less. A total that agrees is the amount.
 */
function weighed(written: WrittenAmounts, quantity: number, columns: AmountColumns): LineAmounts {
	const nearest = Math.round(quantity);
	if (Math.abs(quantity - nearest) < 1e-9) {
		// What floating point leaves behind in sheets.
		return counted({...written, quantity: nearest}, columns);
	}
	const {rule, hasPrice} = columns;
	const {tax = 0} = written;
	const price = written.finePrice ?? written.unitPrice;
	const discount = withoutSign(written.discount, columns);
	const worth = isNumber(price) ? timesPrice(quantity, price) : undefined;
	const total = rule.total === undefined ? undefined : written.total;
	const sign = !hasPrice && isNumber(total) && total < 0 ? -1 : Math.sign(quantity);
	if (!isNumber(total) || (discount !== undefined && Number.isNaN(discount))) {
		const unitPrice = worth === undefined ? written.unitPrice : Math.abs(worth) * Math.sign(price! || 1);
		return counted({...written, quantity: sign, unitPrice, finePrice: undefined}, columns);
	}
	if (worth !== undefined && rule.total !== undefined) {
		const expected = expectedTotal(worth, discountOf(worth, discount ?? 0, rule.discount), tax, rule.total);
		if (!isWithinRounding(expected, total, quantity)) {
			return {
				quantity: sign,
				unitPrice: Math.abs(worth),
				discount: 0,
				total: reasons.otherTotal,
				repair: undefined,
			};
		}
	}
	const even = priceFor(total, sign, discount ?? 0, tax, rule);
	return {
		quantity: sign,
		unitPrice: even.price,
		discount: even.discount,
		total: undefined,
		repair: undefined,
	};
}

/** Exact for weights of up to six decimals. */
function timesPrice(quantity: number, price: number): Money {
	return Math.round((Math.round(quantity * 1e6) * price) / 1e6);
}

function withoutSign(
	discount: number | undefined,
	{hasNegativeDiscounts}: AmountColumns,
): number | undefined {
	return hasNegativeDiscounts && discount !== undefined ? Math.abs(discount) : discount;
}

function counted(written: WrittenAmounts, columns: AmountColumns): LineAmounts {
	const {rule, hasPrice, hasTotal} = columns;
	const total = rule.total === undefined ? undefined : written.total;
	const {tax = 0} = written;
	let {quantity, unitPrice} = written;
	let repair: string | undefined;
	if (!hasPrice && isNumber(total) && total < 0 && isNumber(quantity) && quantity > 0) {
		// With no price beside it, only a return has a total below nothing.
		quantity = -quantity;
		repair = 'quantity';
	}
	const discountText = withoutSign(written.discount, columns);
	if (quantity === undefined && hasPrice && isNumber(unitPrice) && isNumber(total)) {
		const found = quantityFor(total, unitPrice, discountText ?? 0, tax, rule);
		quantity = found ?? quantity;
		repair = found === undefined ? undefined : 'quantity';
	}
	if (
		unitPrice === undefined &&
		isNumber(total) &&
		isNumber(quantity) &&
		Number.isInteger(quantity) &&
		quantity !== 0
	) {
		const {price, discount} = priceFor(total, quantity, discountText ?? 0, tax, rule);
		return {quantity, unitPrice: price, discount, total: undefined, repair: hasPrice ? 'unitPrice' : repair};
	}
	if (!hasPrice && hasTotal && unitPrice === undefined) {
		// Nothing but the total tells the price.
		return {
			quantity,
			unitPrice: undefined,
			discount: 0,
			total:
				total === undefined ? reasons.noTotal : Number.isNaN(total) ? reasons.unreadableTotal : undefined,
			repair,
		};
	}
	const finePrice = unitPrice === undefined ? undefined : written.finePrice;
	const worth =
		isNumber(quantity) && isNumber(unitPrice)
			? finePrice === undefined
				? quantity * unitPrice
				: Math.round(quantity * finePrice)
			: undefined;
	const signed = readDiscount(discountText, worth, rule);
	const isOff = isNumber(signed) && isNumber(total) && isOffByTotal(worth, signed, total, tax, rule);
	const discount = isOff ? -signed : signed;
	if (worth === undefined || !isNumber(discount) || rule.total === undefined) {
		return worth !== undefined && isNumber(discount) && finePrice !== undefined && quantity
			? fineLine(worth, discount, quantity, repair)
			: {quantity, unitPrice, discount, total: undefined, repair};
	}
	const isContradicted =
		isNumber(total) && !isWithinRounding(expectedTotal(worth, discount, tax, rule.total), total, quantity!);
	if (finePrice !== undefined && quantity && !isContradicted) {
		// The price is finer than money can be: the amount is what the total says, or else rounded once.
		if (!isNumber(total)) {
			return fineLine(worth, discount, quantity, repair ?? 'total');
		}
		const even = priceFor(total, quantity, discountText ?? 0, tax, rule);
		return {quantity, unitPrice: even.price, discount: even.discount, total: undefined, repair};
	}
	if (isNumber(total) && !isContradicted && quantity && isCharged(total, quantity, discount, rule)) {
		return {...chargedLine(worth, total, quantity, unitPrice!), total: undefined, repair};
	}
	return {
		quantity,
		unitPrice,
		discount,
		total: isContradicted ? reasons.otherTotal : undefined,
		repair: repair ?? (isNumber(total) ? undefined : 'total'),
	};
}

/** A line of which the price is finer than money can be, and rounded only with its quantity. */
function fineLine(worth: Money, discount: Money, quantity: number, repair: string | undefined): LineAmounts {
	const {price, discount: size} = evenPrice(worth, worth - discount, quantity);
	return {quantity, unitPrice: price, discount: size, total: undefined, repair};
}

function isNumber(value: number | undefined): value is number {
	return value !== undefined && !Number.isNaN(value);
}

function readDiscount(
	written: number | undefined,
	worth: Money | undefined,
	{discount: kind}: AmountRule,
): Money | undefined {
	if (written === undefined || written === 0) {
		return 0;
	}
	if (Number.isNaN(written)) {
		return Number.NaN;
	}
	if (worth === undefined || worth === 0) {
		return 0;
	}
	const size = discountOf(worth, written, kind);
	// Of a return some sources write it with a sign and some without.
	return written < 0 && worth > 0 ? -size : size;
}

/** Whether a discount with a minus is taken off all the same, as the total shows. */
function isOffByTotal(
	worth: Money | undefined,
	signed: Money,
	total: Money,
	tax: Money,
	{total: kind}: AmountRule,
): boolean {
	return (
		worth !== undefined &&
		signed * worth < 0 &&
		(kind === 'net' || kind === 'netWithTax') &&
		isWithinRounding(expectedTotal(worth, -signed, tax, kind), total, 0)
	);
}
