import type {Money} from '../../money.ts';
import type {Cells} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import type {RowNumbers} from './amount-rule.ts';
import {amountsIn, rowNumbers, type WrittenNumbers} from './number-readers.ts';

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
	cells: Cells,
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
	const rows = cells.map(row => rowNumbers(found, row));
	const known = [samples[columns.total]!.numbers];
	for (const {place, numbers} of others) {
		const amounts = amountsIn(place, decideNumberStyle(numbers, known), cells);
		const evidence = evidenceOf(rows, amounts);
		if (evidence !== none) {
			return evidence;
		}
	}
	return none;
}

/** @param amounts of the other column, row by row */
function evidenceOf(rows: readonly RowNumbers[], amounts: readonly (Money | undefined)[]): TotalEvidence {
	/** Whether the total is what is expected of the other amount in all rows that tell, of which there are some. */
	const all = (tells: (row: RowNumbers) => boolean, expected: (amount: Money, row: RowNumbers) => Money) => {
		const telling = rows
			.map((row, place) => ({row, amount: amounts[place]}))
			.filter(({row}) => row.total && tells(row));
		return (
			telling.length > 0 &&
			telling.every(
				({row, amount}) =>
					amount !== undefined && isNear(expected(Math.abs(amount), row), Math.abs(row.total!)),
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
	return none;
}

const hasTax = ({tax}: RowNumbers) => Boolean(tax);
const hasDiscount = ({discount}: RowNumbers) => Boolean(discount);
const size = (discount: number | undefined) => Math.round(Math.abs(discount ?? 0) * 10_000);
const isNear = (one: number, other: number) => Math.abs(one - other) <= 100;
