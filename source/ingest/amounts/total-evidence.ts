import type {ColumnSample} from '../mapping/column-sample.ts';
import {numberReader} from '../values/number-reader.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import {presentText} from '../values/present-text.ts';
import type {RowNumbers} from './amount-rule.ts';
import {rowNumbers, type WrittenNumbers} from './number-readers.ts';

/** What another column of amounts shows of the totals of a table without prices. */
export type TotalEvidence = {
	/** Discounts are amounts, of which some are written with a minus though they are taken off. */
	readonly discount: 'amount' | undefined;
	readonly total: 'net' | 'netWithTax' | undefined;
};

const none: TotalEvidence = {discount: undefined, total: undefined};

/**
 * Where no price tells what a total is, another column of amounts may: gross sales less the discount, or a
 * subtotal with the tax, make it in every row.
 */
export function totalEvidence(
	found: WrittenNumbers & {readonly samples: readonly ColumnSample[]},
	cells: readonly (readonly string[])[],
): TotalEvidence {
	const {columns, samples} = found;
	if (columns.unitPrice !== undefined || columns.total === undefined) {
		return none;
	}
	const own = new Set([columns.total, columns.discount, columns.tax, columns.quantity]);
	const others = samples.filter(
		({place, numbers, present}) =>
			!own.has(place) && present.length > 0 && numbers.numbers === present.length,
	);
	const rows = cells.map(row => ({row, numbers: rowNumbers(found, row)}));
	for (const other of others) {
		const {money} = numberReader(decideNumberStyle(other.numbers, [samples[columns.total]!.numbers]));
		const amounts = rows.map(({row, numbers}) => {
			const text = presentText(row[other.place]);
			return {numbers, amount: text === undefined ? undefined : money(text)};
		});
		const all = (
			tells: (row: RowNumbers) => boolean,
			expected: (amount: number, row: RowNumbers) => number,
		) => {
			const telling = amounts.filter(({numbers}) => numbers.total && tells(numbers));
			return (
				telling.length > 0 &&
				telling.every(
					({amount, numbers}) =>
						amount !== undefined && isNear(expected(Math.abs(amount), numbers), Math.abs(numbers.total!)),
				)
			);
		};
		if (all(hasTax, (amount, {tax}) => amount + Math.abs(tax!)) && !all(hasDiscount, amount => amount)) {
			return {discount: undefined, total: 'netWithTax'};
		}
		if (all(hasDiscount, (amount, {discount}) => amount - size(discount))) {
			return {discount: 'amount', total: 'net'};
		}
		if (
			all(hasDiscount, (amount, {discount, tax}) => amount - size(discount) + Math.abs(tax ?? 0)) &&
			all(hasTax, (amount, {discount, tax}) => amount - size(discount) + Math.abs(tax!))
		) {
			return {discount: 'amount', total: 'netWithTax'};
		}
	}
	return none;
}

const hasTax = ({tax}: RowNumbers) => Boolean(tax);
const hasDiscount = ({discount}: RowNumbers) => Boolean(discount);
const size = (discount: number | undefined) => Math.round(Math.abs(discount ?? 0) * 10_000);
const isNear = (one: number, other: number) => Math.abs(one - other) <= 100;
