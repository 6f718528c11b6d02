import {type Money, moneyToDecimal} from '../money.ts';
import type {ColumnSample} from './mapping/column-sample.ts';
import type {Columns} from './mapping/fields.ts';
import {decideNumberStyle, numberReader} from './values/number-column.ts';
import {cameToNothing} from './values/order-state.ts';
import {presentText} from './values/present-text.ts';

/** What a column says was given back of orders that are loaded. */
export type ToldRefunds = {readonly rows: number; readonly amount: Money};

/** Adds up, in the rows that are looked at, what stands beside sales as given back later. */
export function toldRefunds(
	{refund, status}: Columns,
	samples: readonly ColumnSample[],
	cells: readonly (readonly string[])[],
): ToldRefunds {
	if (refund === undefined) {
		return {rows: 0, amount: 0};
	}
	const all = samples.map(({numbers}) => numbers);
	const {money} = numberReader(decideNumberStyle(samples[refund]!.numbers, all));
	const amounts = cells
		.filter(row => !cameToNothing(presentText(row[status ?? -1]) ?? ''))
		.map(row => Math.abs(money(presentText(row[refund]) ?? '') ?? 0))
		.filter(Boolean);
	return {rows: amounts.length, amount: amounts.reduce((sum, amount) => sum + amount, 0)};
}

export function refundSentence(name: string, {rows, amount}: ToldRefunds): string {
	const decimal = moneyToDecimal(amount).replace(/(\.\d\d)00$/, '$1');
	return `${name} says that ${decimal} were given back later, in ${rows} of the rows looked at: that is NOT taken off; returns are rows of their own, with a minus`;
}
