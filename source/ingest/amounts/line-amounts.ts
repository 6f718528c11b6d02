import {discountOf, expectedTotal, isWithinRounding} from './amount-rule.ts';
import {countedLine} from './counted-line.ts';
import {
	type AmountColumns,
	isNumber,
	type LineAmounts,
	timesPrice,
	type WrittenAmounts,
} from './row-amounts.ts';
import {weighedLine} from './weighed-line.ts';

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
		? weighedLine(written, written.quantity, columns)
		: countedLine(written, columns);
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
