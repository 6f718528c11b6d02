import {type ImportedLine, refundRepair} from '../../imported-line.ts';
import type {Money} from '../../money.ts';
import {isWithinRounding} from '../amounts/amount-rule.ts';
import {partsOf} from '../discounts/spread-discount.ts';

/** What an order came to, as its source says. */
export type OrderSums = {
	/** With tax and shipping. */
	readonly total?: Money | undefined;
	readonly shipping?: Money | undefined;
};

/**
 * The returns that an amount given back stands for: all lines where it pays for all; units of one line where it
 * pays for those alone; else one unit less of each line, at its part by what the lines are worth. Of the amount
 * the goods have the share that they have in the order.
 *
 * @param sold the lines of the order, all of them sales
 */
export function refundLines(
	sold: readonly ImportedLine[],
	refund: Money,
	{total, shipping}: OrderSums = {},
): readonly ImportedLine[] {
	const goods = sold.reduce((sum, {amount}) => sum + amount, 0);
	const whole = total !== undefined && total > goods ? total : goods;
	const pays = (amount: Money) => isWithinRounding(refund, amount, sold.length);
	if (refund >= whole || pays(whole) || pays(goods)) {
		return sold.map(line => returnOf(line, line.quantity));
	}
	if (shipping !== undefined && whole > goods && pays(shipping)) {
		return [];
	}
	const share = Math.round((refund * goods) / whole);
	for (const due of new Set([refund, share])) {
		const [found, ...others] = sold.flatMap(line => {
			const units = unitsFor(line, due);
			return units === undefined ? [] : [returnOf(line, units)];
		});
		if (found && others.length === 0) {
			return [found];
		}
	}
	return partsOf(
		share,
		sold.map(({amount}) => amount),
	).flatMap((part, place) => (part > 0 ? [oneUnitOf(sold[place]!, part)] : []));
}

/** Some units of a line, at what they cost. */
export function returnOf(line: ImportedLine, units: number): ImportedLine {
	const amount = Math.round((line.amount * units) / line.quantity);
	return {
		...line,
		quantity: -units,
		discount: amount - units * line.unitPrice + 0,
		amount: -amount + 0,
		repair: refundRepair,
		rejectedRow: undefined,
	};
}

/** An amount off a line. */
export function oneUnitOf(line: ImportedLine, amount: Money): ImportedLine {
	return {...returnOf(line, line.quantity), quantity: -1, unitPrice: amount, discount: 0, amount: -amount};
}

/** How many units of a line cost exactly as much. */
function unitsFor({quantity, amount}: ImportedLine, due: Money): number | undefined {
	const units = Math.round((due * quantity) / amount);
	return units >= 1 && units <= quantity && (amount * units) / quantity === due ? units : undefined;
}
