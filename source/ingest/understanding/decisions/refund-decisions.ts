import {moneyToDecimal} from '../../../money.ts';
import type {NotTaken, RefundRule} from '../../refunds/refund-rule.ts';
import type {TableUnderstanding} from '../table-understanding.ts';

/** What becomes of what was given back, as columns beside the sales say. */
export function refundDecisions({refunds, header, matches}: TableUnderstanding): readonly string[] {
	const column = matches.find(({field}) => field === 'refund');
	const told = column && refundSentence(header[column.place]!.trim(), refunds);
	return [
		...(refunds.list === undefined
			? []
			: [
					`${header[refunds.list]!.trim()} lists what was given back: each is a return, an order of its own where it has a date`,
				]),
		...(told === undefined ? [] : [told]),
	];
}

const whyNot: Readonly<Record<NotTaken, string>> = {
	rowsOfTheirOwn: 'that is NOT taken off, because returns are rows of their own here, with a minus',
	flags: 'that is NOT taken off, because it is 1 in every row, which may only say that there was a refund',
	orderless: 'that is NOT taken off, because no column numbers the orders',
};

/**
 * @param name of the column
 * @returns nothing where it says nothing
 */
function refundSentence(name: string, {rows, amount, are}: RefundRule): string | undefined {
	if (are === 'ofOrders' || are === 'ofLines') {
		const what =
			are === 'ofOrders'
				? 'of each order: lines that it pays for are returned, else all by what they are worth'
				: 'of each line';
		return `${name} is given back ${what}, without what of it was tax and shipping; the return is dated as the sale`;
	}
	if (are === undefined || rows === 0) {
		return undefined;
	}
	const decimal = moneyToDecimal(amount).replace(/(\.\d\d)00$/, '$1');
	return `${name} says that ${decimal} were given back later, in ${rows} of the rows looked at: ${whyNot[are]}`;
}
