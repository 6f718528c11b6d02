import {type AmountRule, decideAmountRule, type RowNumbers} from '../amounts/amount-rule.ts';
import type {WrittenNumbers} from '../amounts/number-readers.ts';
import {totalEvidence} from '../amounts/total-evidence.ts';
import {discountShownByOrders} from '../discounts/order-discount-column.ts';
import type {Cells} from '../formats/table.ts';
import {type SampledColumns, sampleOf} from '../mapping/column-sample.ts';
import type {KnownShop} from '../mapping/known-shops.ts';
import {isPercentText} from '../values/bare-number.ts';
import {presentText} from '../values/present-text.ts';
import type {AskedUnderstanding} from './table-understanding.ts';

type Found = WrittenNumbers & SampledColumns;

/**
 * Decides how price, quantity, discount and total of a table hang together: by its rows, and where these leave it
 * open by other columns and the totals of orders.
 *
 * @param rows the numbers of each row, in the order of `cells`
 * @param shop the shop whose export it is, where that is known
 */
export function decideAmounts(
	found: Found,
	cells: Cells,
	rows: readonly RowNumbers[],
	{discount: asked, original, precedent}: AskedUnderstanding,
	shop: KnownShop | undefined,
): AmountRule {
	const rule = decideAmountRule(writtenAlike(found, cells, rows), {
		discountHeader: sampleOf(found, 'discount')?.header ?? '',
		isPercent: isOfPercents(found),
		asked: asked ?? original?.discount.is,
		precedent: precedent?.discount,
	});
	const isBeforeDiscount = shop?.isBeforeDiscount === true && found.columns.unitPrice === undefined;
	const shown = isBeforeDiscount ? undefined : totalEvidence(found, cells);
	const total = isBeforeDiscount
		? 'gross'
		: original
			? (original.total ?? undefined)
			: (shown?.total ?? rule.total);
	if (rule.discountBy !== 'guess') {
		return {...rule, total};
	}
	if (shown?.discount !== undefined) {
		return {...rule, total, discount: shown.discount, discountBy: 'column'};
	}
	const byOrders = discountShownByOrders(found, cells);
	return byOrders === undefined
		? {...rule, total}
		: {...rule, total, discount: byOrders, discountBy: 'totals'};
}

/** Whether most discounts have a percent sign. */
function isOfPercents(found: Found): boolean {
	const column = sampleOf(found, 'discount');
	return column !== undefined && column.numbers.percents > column.numbers.numbers / 2;
}

/** The rows without those of percents among amounts, which do not tell how the others are written. */
function writtenAlike(found: Found, cells: Cells, rows: readonly RowNumbers[]): readonly RowNumbers[] {
	const place = found.columns.discount;
	return place === undefined || isOfPercents(found) || found.samples[place]!.numbers.percents === 0
		? rows
		: rows.filter((_, row) => !isPercentText(presentText(cells[row]![place])));
}
