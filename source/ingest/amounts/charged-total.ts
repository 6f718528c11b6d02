import type {Cells} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import {withoutColumn} from '../mapping/taken-columns.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import {decideAmountRule, type RowNumbers} from './amount-rule.ts';
import {amountsIn, rowNumbers} from './number-readers.ts';
import {fewestTelling, isPriceOpen, nearlyAll, type PricedTable, type ShownPrice} from './shown-price.ts';

/** From so many rows and such a share of them on, totals that agree with the price do not agree by chance. */
const fewestAgreeing = 10;
const leastAgreeing = 1 / 3;
/** What is charged in place of a price is not far from it. */
const farthest = 5;

/**
 * Where the total is quantity × price to the cent in so many rows that it cannot be chance, and something else
 * in the others, it is what was charged in these too.
 */
export function withChargedTotal<
	Understanding extends PricedTable & {readonly shownPrice: ShownPrice | undefined},
>(found: Understanding, cells: Cells): Understanding {
	const {unitPrice, total, quantity, discount, tax} = found.columns;
	if (
		unitPrice === undefined ||
		total === undefined ||
		quantity === undefined ||
		discount !== undefined ||
		tax !== undefined ||
		!isPriceOpen(found)
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
		return {...withoutColumn(found, 'unitPrice'), shownPrice: {is: 'earned', ...names, ...earned}};
	}
	const share = shareListed(all);
	return share === undefined
		? found
		: {...withoutColumn(found, 'unitPrice'), shownPrice: {is: 'listed', ...names, share}};
}

/** What share of rows has quantity × price as their total; nothing where that may be chance, or the others are far off. */
function shareListed(all: readonly RowNumbers[]): number | undefined {
	// A total of one unit may be a price, too.
	const rows = all.filter(
		({quantity, unitPrice, total}) => quantity && Math.abs(quantity) !== 1 && unitPrice && total,
	);
	const ratios = rows.map(({quantity, unitPrice, total}) => total! / (quantity! * unitPrice!));
	const agreeing = ratios.filter(ratio => Math.abs(ratio - 1) < 0.0005).length;
	const near = ratios.filter(ratio => ratio > 1 / farthest && ratio < farthest).length;
	const isNoChance = agreeing >= Math.max(fewestAgreeing, leastAgreeing * rows.length);
	return isNoChance && near >= nearlyAll * rows.length ? agreeing / rows.length : undefined;
}

const ofCosts = /cost|cogs|kosten|custo|coût|cout/i;
const ofProfits = /profit|margin|gewinn|ganancia|utilidad|beneficio|bénéfice|lucro|marge/i;

/** The columns of what rows cost and what they earned, where both together are the total of nearly every row. */
function costAndProfit(
	{samples, numbers}: PricedTable,
	total: number,
	cells: Cells,
): {readonly cost: string; readonly profit: string} | undefined {
	const style = {flag: numbers.total!.mark};
	const amountsOf = ({place, numbers: found}: ColumnSample) =>
		amountsIn(place, decideNumberStyle(found, [], style), cells);
	const totals = amountsOf(samples[total]!);
	const profits = samples.filter(({header}) => ofProfits.test(header));
	for (const cost of profits.length === 0 ? [] : samples.filter(({header}) => ofCosts.test(header))) {
		const costs = amountsOf(cost);
		for (const profit of profits.filter(({place}) => place !== cost.place)) {
			const earned = amountsOf(profit);
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
