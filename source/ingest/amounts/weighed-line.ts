import {reasons} from '../rows/reasons.ts';
import {discountOf, expectedTotal, isWithinRounding} from './amount-rule.ts';
import {priceFor} from './amounts-of-totals.ts';
import {countedLine} from './counted-line.ts';
import {withoutSign} from './line-discount.ts';
import {
	type AmountColumns,
	isNumber,
	type LineAmounts,
	timesPrice,
	type WrittenAmounts,
} from './row-amounts.ts';

/**
 * A line that is sold by weight or length is one unit at the price of all of it, because units are counted
 * whole; what is given back is one unit less. A total that agrees is the amount.
 */
export function weighedLine(written: WrittenAmounts, quantity: number, columns: AmountColumns): LineAmounts {
	const nearest = Math.round(quantity);
	if (Math.abs(quantity - nearest) < 1e-9) {
		// What floating point leaves behind in sheets.
		return countedLine({...written, quantity: nearest}, columns);
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
		return countedLine({...written, quantity: sign, unitPrice, finePrice: undefined}, columns);
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
