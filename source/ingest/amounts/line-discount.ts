import type {Money} from '../../money.ts';
import {type AmountRule, discountOf, expectedTotal, isWithinRounding} from './amount-rule.ts';
import {type AmountColumns, isNumber} from './row-amounts.ts';

/** A discount as it is written, but without the minus that all of its column have. */
export function withoutSign(
	discount: number | undefined,
	{hasNegativeDiscounts}: AmountColumns,
): number | undefined {
	return hasNegativeDiscounts && discount !== undefined ? Math.abs(discount) : discount;
}

/**
 * What is taken off a line, with the sign of what it is worth; `NaN` where that cannot be read.
 *
 * @param worth quantity × price, where that is known
 */
export function lineDiscount(
	written: number | undefined,
	worth: Money | undefined,
	total: Money | undefined,
	tax: Money,
	rule: AmountRule,
): Money {
	const signed = signedDiscount(written, worth, rule);
	return isNumber(total) && isOffByTotal(worth, signed, total, tax, rule) ? -signed : signed;
}

function signedDiscount(
	written: number | undefined,
	worth: Money | undefined,
	{discount: kind}: AmountRule,
): Money {
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
