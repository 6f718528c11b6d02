import type {Cells} from '../formats/table.ts';
import {type AmountRule, discountOf, expectedTotal, isWithinRounding} from './amount-rule.ts';
import {rowNumbers, type WrittenNumbers} from './number-readers.ts';
import type {WrittenAmounts} from './row-amounts.ts';
import {givenBack} from './written-amounts.ts';

/** Returns that no price can be held against must be more than one, so that it is no slip. */
const fewestUnproven = 2;

/**
 * Whether all rows of negative quantity have a total without a minus, or a price with one, and what they come to
 * agrees but for that: then it is how the source writes returns.
 */
export function hasUnsignedReturns(
	found: WrittenNumbers,
	cells: Cells,
	{total: kind, discount: discountKind}: AmountRule,
): boolean {
	const returns = cells
		.map(row => rowNumbers(found, row))
		.filter(({quantity, total, unitPrice}) => quantity && quantity < 0 && (total || unitPrice));
	const telling = returns.filter(({total, unitPrice}) => kind !== undefined && total && unitPrice);
	const agree = telling.every(({quantity, unitPrice, total, discount, tax}) => {
		const worth = Math.abs(quantity! * unitPrice!);
		const off = discountOf(worth, discount ?? 0, discountKind);
		const expected = expectedTotal(worth, off, Math.abs(tax ?? 0), kind!);
		return isWithinRounding(expected, Math.abs(total!), quantity!);
	});
	return (
		agree &&
		returns.every(({total, unitPrice}) => (total ?? 0) > 0 || (unitPrice ?? 0) < 0) &&
		(telling.length > 0 || returns.length >= fewestUnproven)
	);
}

/** With the signs of a return where the quantity has a minus. */
export function withReturnSigns(
	read: (cells: readonly string[]) => WrittenAmounts,
): (cells: readonly string[]) => WrittenAmounts {
	return cells => {
		const written = read(cells);
		const {quantity, total, unitPrice} = written;
		const isUnsigned = quantity !== undefined && quantity < 0 && ((total ?? 0) > 0 || (unitPrice ?? 0) < 0);
		return isUnsigned ? {...givenBack(written), repair: 'total'} : written;
	};
}
