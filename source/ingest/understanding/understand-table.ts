import {withChargedTotal} from '../amounts/charged-total.ts';
import {withNetPrice} from '../amounts/net-price.ts';
import {rowNumbers} from '../amounts/number-readers.ts';
import {withOrderTotals} from '../amounts/order-totals.ts';
import {withProvenMarks} from '../amounts/prove-marks.ts';
import {hasUnsignedReturns} from '../amounts/unsigned-returns.ts';
import {hasDiscountLines} from '../discounts/discount-lines.ts';
import {orderDiscountOf, withOrderDiscount} from '../discounts/order-discount-column.ts';
import {withProvenDiscount} from '../discounts/prove-discount.ts';
import type {Cells} from '../formats/table.ts';
import {type SampledColumns, sampleOf, type TableSample} from '../mapping/column-sample.ts';
import type {Columns} from '../mapping/fields.ts';
import {knownShopOf} from '../mapping/known-shops.ts';
import {decideRefunds} from '../refunds/refund-rule.ts';
import {presentText} from '../values/present-text.ts';
import {decideAmounts} from './decide-amounts.ts';
import {decideStyles} from './decide-styles.ts';
import {findColumns} from './find-columns.ts';
import type {AskedUnderstanding, TableUnderstanding} from './table-understanding.ts';

/**
 * Decides what the columns of a table hold and how they are written.
 *
 * @param name by which the table is told from others
 * @param delimiter what separates the values of a text
 */
export function understandTable(
	name: string,
	sample: TableSample,
	asked: AskedUnderstanding,
	delimiter?: string,
): TableUnderstanding {
	const {header, columns: samples, records} = sample;
	const cells = records.filter(({problem}) => problem === undefined).map(record => record.cells);
	const shop = knownShopOf(header);
	const found = findColumns(name, sample, asked, shop, cells);
	const sampled = {columns: found.columns, samples};
	const written = {
		...found,
		...decideStyles(sampled, asked, shop, delimiter),
		name,
		header,
		samples,
		delimiter,
		shop: shop?.name,
		allStates: asked.allStates ?? false,
		usesNameForCode: usesNameForCode(sampled),
		beginsWithSpace: cells.some(row => row.some(cell => cell.startsWith(' '))),
		discountsTaken: asked.discountsTaken,
	};
	const proven = withProvenAmounts(written, cells, asked);
	const rows = cells.map(row => rowNumbers(proven, row));
	const amount = decideAmounts(proven, cells, rows, asked, shop);
	const whole = {
		...proven,
		amount,
		isWeighed: rows.some(({quantity}) => quantity !== undefined && !isCount(quantity)),
		refunds: decideRefunds(proven, cells),
		hasDiscountLines: hasDiscountLines(proven, cells),
		hasMergedOrders: hasMergedOrders(proven.columns, cells),
		hasUnsignedReturns: hasUnsignedReturns(proven, cells, amount),
	};
	return {...whole, orderDiscount: orderDiscountOf(whole, cells)};
}

/** What its columns of amounts turn out to be by the numbers in them; each proof builds on those before it. */
function withProvenAmounts<Understanding extends Parameters<typeof withOrderDiscount>[0]>(
	written: Understanding,
	cells: Cells,
	asked: AskedUnderstanding,
) {
	const ofOrders = withOrderDiscount(withProvenMarks(written, cells), cells, asked);
	const priced = withNetPrice(withOrderTotals(ofOrders, cells), cells);
	return withChargedTotal(withProvenDiscount(priced, cells), cells);
}

/** From this share of blank codes on, with names in their place, the names are the codes. */
const manyBlanks = 0.05;

function usesNameForCode(table: SampledColumns): boolean {
	const {product, productName} = table.columns;
	const codes = sampleOf(table, 'product')?.filledShare ?? 1;
	const names = sampleOf(table, 'productName')?.filledShare ?? 0;
	return product !== productName && codes < 1 - manyBlanks && names > codes;
}

/** One row alone without a number and a date may be a slip; a sheet with merged cells has more of them. */
const fewestMerged = 2;

function hasMergedOrders({order, at}: Columns, cells: Cells): boolean {
	if (order === undefined || at === undefined) {
		return false;
	}
	const nameless = cells.filter(row => presentText(row[order]) === undefined);
	return nameless.length >= fewestMerged && nameless.every(row => presentText(row[at]) === undefined);
}

/** Up to what floating point leaves behind in sheets. */
function isCount(quantity: number): boolean {
	return Number.isNaN(quantity) || Math.abs(quantity - Math.round(quantity)) < 1e-9;
}
