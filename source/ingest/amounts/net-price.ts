import type {Cells} from '../formats/table.ts';
import type {ColumnSample} from '../mapping/column-sample.ts';
import {withoutColumn} from '../mapping/taken-columns.ts';
import {decideNumberStyle} from '../values/number-style.ts';
import {discountOf, type RowNumbers} from './amount-rule.ts';
import {amountsIn, rowNumbers} from './number-readers.ts';
import {fewestTelling, isPriceOpen, nearlyAll, type PricedTable, type ShownPrice} from './shown-price.ts';

type WithShownPrice<Understanding> = Understanding & {readonly shownPrice: ShownPrice | undefined};

/** A price that is another column less the discount has the discount taken off it already. */
export function withNetPrice<Understanding extends PricedTable>(
	found: Understanding,
	cells: Cells,
): WithShownPrice<Understanding> {
	const {columns, samples, matches} = found;
	if (columns.unitPrice === undefined || columns.discount === undefined || !isPriceOpen(found)) {
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
				...withoutColumn(found, 'discount'),
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
	{numbers}: PricedTable,
	list: ColumnSample,
	rows: readonly {readonly row: readonly string[]; readonly numbers: RowNumbers}[],
): boolean {
	const style = decideNumberStyle(list.numbers, [], {flag: numbers.unitPrice!.mark});
	const prices = amountsIn(
		list.place,
		style,
		rows.map(({row}) => row),
	);
	return (['amount', 'fraction', 'percent'] as const).some(kind => {
		const fitting = rows.filter(({numbers: {unitPrice, discount}}, row) => {
			const price = prices[row];
			return price !== undefined && Math.abs(price - discountOf(price, discount!, kind) - unitPrice!) <= 100;
		});
		return fitting.length >= nearlyAll * rows.length;
	});
}
