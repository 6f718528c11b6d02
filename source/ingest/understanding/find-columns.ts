import type {Cells} from '../formats/table.ts';
import type {TableSample} from '../mapping/column-sample.ts';
import type {KnownShop} from '../mapping/known-shops.ts';
import {matchColumns} from '../mapping/match-columns.ts';
import {withProvenQuantity} from '../mapping/prove-quantity.ts';
import {otherBooksIn} from '../shapes/other-books.ts';
import {nounOfTable, qualified, shapeOf} from '../shapes/table-shape.ts';
import type {AskedUnderstanding, TableUnderstanding} from './table-understanding.ts';

type FoundColumns = Pick<
	TableUnderstanding,
	'asked' | 'shape' | 'otherBooks' | 'columns' | 'matches' | 'misfits'
>;

/**
 * Decides what the columns of a table hold, and what the table is by them.
 *
 * @param shop the shop whose export it is, where that is known
 * @param cells of the rows that are sound
 */
export function findColumns(
	name: string,
	{header, columns: samples}: TableSample,
	asked: AskedUnderstanding,
	shop: KnownShop | undefined,
	cells: Cells,
): FoundColumns {
	const {original} = asked;
	const noun = asked.noun ?? nounOfTable(name, header);
	const askedColumns = {...original?.columns, ...asked.columns};
	const matched = matchColumns(samples, askedColumns, {
		columns: shop?.columns ?? {},
		without: [
			...(shop?.without ?? []),
			...(original ? (['unitPrice', 'discount'] as const).filter(field => !original.columns[field]) : []),
		],
		shared: {
			...(asked.productKey !== undefined && {product: asked.productKey}),
			...(asked.orderKey !== undefined && {order: asked.orderKey}),
		},
		nounOf: text => qualified(text, noun),
	});
	const {columns, matches, misfits} = withProvenQuantity(matched, samples, cells);
	const shape = shapeOf(columns, noun, field =>
		matches.some(match => match.field === field && match.by === 'standIn'),
	);
	const isOpen = Object.keys(askedColumns).length === 0 && shop === undefined;
	const otherBooks =
		isOpen && (shape === 'sales' || shape === 'orders') ? otherBooksIn(columns, samples) : undefined;
	return {
		asked: askedColumns,
		shape: otherBooks === undefined ? shape : 'other',
		otherBooks,
		columns,
		matches,
		misfits,
	};
}
