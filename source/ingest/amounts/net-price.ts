import type {ColumnSample} from '../mapping/column-sample.ts';
import type {Field} from '../mapping/fields.ts';
import type {Match} from '../mapping/match-columns.ts';
import {numberReader} from '../values/number-reader.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import {presentText} from '../values/present-text.ts';
import {decideAmountRule, discountOf, type RowNumbers} from './amount-rule.ts';
import {rowNumbers, type WrittenNumbers} from './number-readers.ts';

type Found = WrittenNumbers & {
	readonly samples: readonly ColumnSample[];
	readonly matches: readonly Match[];
	readonly numbers: WrittenNumbers['numbers'];
};

type Cells = readonly (readonly string[])[];

/** What a column of prices turned out to be by the numbers beside it. */
export type ShownPrice =
	/** Another column less the discount. */
	| {readonly is: 'net'; readonly price: string; readonly list: string; readonly discount: string}
	/** Not what was charged, which the total is. */
	| {readonly is: 'listed'; readonly price: string; readonly total: string; readonly share: number}
	/** Not what was charged, for the total is what it cost and what was earned. */
	| {
			readonly is: 'earned';
			readonly price: string;
			readonly total: string;
			readonly cost: string;
			readonly profit: string;
	  };

type WithShownPrice<Understanding> = Understanding & {readonly shownPrice: ShownPrice | undefined};

const priceFields: ReadonlySet<Field> = new Set(['unitPrice', 'discount', 'total']);

/** Whether nobody has said which columns the amounts are in. */
function isOpen({matches}: Found): boolean {
	return !matches.some(({field, by}) => priceFields.has(field) && (by === 'asked' || by === 'shop'));
}

const fewestTelling = 3;
const nearlyAll = 0.95;

/** A price that is another column less the discount has the discount taken off it already. */
export function withNetPrice<Understanding extends Found>(
	found: Understanding,
	cells: Cells,
): WithShownPrice<Understanding> {
	const {columns, samples, matches} = found;
	if (columns.unitPrice === undefined || columns.discount === undefined || !isOpen(found)) {
		return {...found, shownPrice: undefined};
	}
	const rows = cells
		.map(row => ({row, numbers: rowNumbers(found, row)}))
		.filter(({numbers}) => numbers.discount && numbers.unitPrice);
	const used = new Set(
		matches.filter(({field}) => field !== 'cost' && field !== 'total').map(({place}) => place),
	);
	const list = samples.find(
		({place, numbers, present}) =>
			rows.length >= fewestTelling &&
			!used.has(place) &&
			numbers.numbers > nearlyAll * present.length &&
			isLessDiscount(found, samples[place]!, rows),
	);
	return list === undefined
		? {...found, shownPrice: undefined}
		: {
				...without(found, 'discount'),
				shownPrice: {
					is: 'net',
					price: samples[columns.unitPrice]!.header,
					list: list.header,
					discount: samples[columns.discount]!.header,
				},
			};
}

/** Whether the price is that column less the discount, however that is written. */
function isLessDiscount(
	{numbers}: Found,
	list: ColumnSample,
	rows: readonly {readonly row: readonly string[]; readonly numbers: RowNumbers}[],
): boolean {
	const {money} = numberReader(decideNumberStyle(list.numbers, [], {flag: numbers.unitPrice!.mark}));
	const telling = rows.map(({row, numbers}) => {
		const text = presentText(row[list.place]);
		return {numbers, price: text === undefined ? undefined : money(text)};
	});
	return (['amount', 'fraction', 'percent'] as const).some(kind => {
		const fitting = telling.filter(
			({numbers: {unitPrice, discount}, price}) =>
				price !== undefined && Math.abs(price - discountOf(price, discount!, kind) - unitPrice!) <= 100,
		);
		return fitting.length >= nearlyAll * telling.length;
	});
}

/** From so many rows and such a share of them on, totals that agree with the price do not agree by chance. */
const fewestAgreeing = 10;
const leastAgreeing = 1 / 3;
/** What is charged in place of a price is not far from it. */
const farthest = 5;

/**
 * Where the total is quantity × price to the cent in so many rows that it cannot be chance, and something else
 * in the others, it is what was charged in these too.
 */
export function withChargedTotal<Understanding extends Found & {readonly shownPrice: ShownPrice | undefined}>(
	found: Understanding,
	cells: Cells,
): Understanding {
	const {unitPrice, total, quantity, discount, tax} = found.columns;
	if (
		unitPrice === undefined ||
		total === undefined ||
		quantity === undefined ||
		discount !== undefined ||
		tax !== undefined ||
		!isOpen(found)
	) {
		return found;
	}
	const all = cells.map(row => rowNumbers(found, row));
	if (decideAmountRule(all).total !== undefined) {
		return found;
	}
	const names = {price: found.samples[unitPrice]!.header, total: found.samples[total]!.header};
	const earned = costAndProfit(found, total, cells);
	if (earned) {
		return {...without(found, 'unitPrice'), shownPrice: {is: 'earned', ...names, ...earned}};
	}
	// A total of one unit may be a price, too.
	const rows = all.filter(
		({quantity, unitPrice, total}) => quantity && Math.abs(quantity) !== 1 && unitPrice && total,
	);
	const ratios = rows.map(({quantity, unitPrice, total}) => total! / (quantity! * unitPrice!));
	const agreeing = ratios.filter(ratio => Math.abs(ratio - 1) < 0.0005).length;
	const isNear =
		ratios.filter(ratio => ratio > 1 / farthest && ratio < farthest).length >= nearlyAll * rows.length;
	return agreeing >= Math.max(fewestAgreeing, leastAgreeing * rows.length) && isNear
		? {
				...without(found, 'unitPrice'),
				shownPrice: {
					is: 'listed',
					...names,
					share: agreeing / rows.length,
				},
			}
		: found;
}

const ofCosts = /cost|cogs|kosten|custo|coût|cout/i;
const ofProfits = /profit|margin|gewinn|ganancia|utilidad|beneficio|bénéfice|lucro|marge/i;

/** The columns of what rows cost and what they earned, where both together are the total of nearly every row. */
function costAndProfit(
	{samples, numbers}: Found,
	total: number,
	cells: Cells,
): {readonly cost: string; readonly profit: string} | undefined {
	const style = {flag: numbers.total!.mark};
	const moneyOf = (sample: ColumnSample) => {
		const {money} = numberReader(decideNumberStyle(sample.numbers, [], style));
		return cells.map(row => {
			const text = presentText(row[sample.place]);
			return text === undefined ? undefined : money(text);
		});
	};
	const totals = moneyOf(samples[total]!);
	const profits = samples.filter(({header}) => ofProfits.test(header));
	for (const cost of profits.length === 0 ? [] : samples.filter(({header}) => ofCosts.test(header))) {
		const costs = moneyOf(cost);
		for (const profit of profits.filter(({place}) => place !== cost.place)) {
			const earned = moneyOf(profit);
			const telling = totals.flatMap((sum, row) =>
				sum !== undefined && costs[row] !== undefined && earned[row]
					? [sum - costs[row]! - earned[row]!]
					: [],
			);
			const fitting = telling.filter(rest => Math.abs(rest) <= 100).length;
			if (telling.length >= fewestTelling && fitting >= nearlyAll * telling.length) {
				return {cost: cost.header, profit: profit.header};
			}
		}
	}
	return undefined;
}

function without<Understanding extends Found>(found: Understanding, field: Field): Understanding {
	const {[field]: _column, ...columns} = found.columns;
	const {[field]: _style, ...numbers} = found.numbers;
	return {...found, columns, numbers, matches: found.matches.filter(match => match.field !== field)};
}
