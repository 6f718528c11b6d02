import {type AmountRule, decideAmountRule} from '../amounts/amount-rule.ts';
import {rowNumbers, type WrittenNumbers} from '../amounts/number-readers.ts';
import type {Cells} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import type {Match} from '../mapping/match-columns.ts';
import {decideNumberStyle} from '../values/number-style.ts';

type Found = WrittenNumbers & {
	readonly samples: readonly ColumnSample[];
	readonly matches: readonly Match[];
};

/** What is kept back from what customers have paid is no discount. */
const keptBack = /fee|commission|provi|charge|gebühr|frais|tarif|comis|ship|post|tip|tax|vat|deposit|paid/i;

/** One row may agree by chance where a share is looked for. */
const fewestShares = 2;

const nearlyAll = 0.95;

/**
 * Where the totals of some rows are less than quantity × price, by what a column of an unknown name takes off
 * them, that column is the discount.
 */
export function withProvenDiscount<Understanding extends Found>(
	found: Understanding,
	cells: Cells,
): Understanding {
	const {columns, samples, matches} = found;
	const {unitPrice, total, discount} = columns;
	if (unitPrice === undefined || total === undefined || discount !== undefined) {
		return found;
	}
	const without = misfitsOf(found, cells, '');
	if (without.count === 0) {
		return found;
	}
	const known = new Set(matches.map(({place}) => place));
	for (const {place, header, numbers, present} of samples) {
		if (
			known.has(place) ||
			numbers.numbers === 0 ||
			numbers.numbers < present.length ||
			keptBack.test(header)
		) {
			continue;
		}
		const match: Match = {field: 'discount', header, place, confidence: nearlyAll, by: 'arithmetic'};
		const style = decideNumberStyle(numbers, [samples[total]!.numbers]);
		const proposed: Understanding = {
			...found,
			columns: {...columns, discount: place},
			numbers: {...found.numbers, discount: style},
			matches: [...matches, match],
		};
		const {rule, count} = misfitsOf(proposed, cells, header);
		const isNet = rule.total === 'net' || rule.total === 'netWithTax';
		const explained = without.count - count;
		const isEnough = explained > count && (rule.discount === 'amount' || explained >= fewestShares);
		if (isNet && isEnough && (rule.agreement ?? 0) >= nearlyAll) {
			return proposed;
		}
	}
	return found;
}

/** How many rows that tell it have another total than the rule by which most come out. */
function misfitsOf(
	found: WrittenNumbers,
	cells: Cells,
	discountHeader: string,
): {readonly rule: AmountRule; readonly count: number} {
	const rows = cells.map(row => rowNumbers(found, row));
	const rule = decideAmountRule(rows, {discountHeader});
	const telling = rows.filter(
		({quantity, unitPrice, total}) => quantity && unitPrice !== undefined && total !== undefined,
	);
	return {rule, count: Math.round((1 - (rule.agreement ?? 1)) * telling.length)};
}
