import {isDiscountWord} from '../discounts/discount-lines.ts';
import type {LinkedTables} from '../linking/linked-tables.ts';
import {knownShopOf} from '../mapping/known-shops.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {presentText} from '../values/present-text.ts';
import type {FoundRow} from './found-row.ts';
import {reasons} from './reasons.ts';
import {nothingReader, saleReader} from './row-kinds.ts';
import {type LineDraft, whatIsWrong} from './sales-line-schema.ts';
import {createSumWatch} from './sum-watch.ts';
import {isTaxWord, isTotalOf, isTotalWord, speaksOfTotal} from './total-row.ts';

/** Why a row is not loaded, and the field that is to blame. */
export type Fault = {readonly field: string; readonly reason: string};

export type RowFaults = {
	/** Why a row is no line of a sale, whatever it holds. */
	readonly faultOf: (row: FoundRow) => Fault | undefined;
	/** Must hear of each row that is a line, for the totals below it. */
	readonly addLine: (row: FoundRow) => void;
};

const totalRow: Fault = {field: 'product', reason: reasons.totalRow};
const notSold: Fault = {field: 'product', reason: reasons.noSale};
const nothingCameOfIt: Fault = {field: 'status', reason: reasons.cameToNothing};

/** Whether a row stands for no sale at all, so that nothing of it was sold. */
export function isNoLine(fault: Fault): boolean {
	return fault === totalRow || fault === notSold;
}

/** Whether a row would be a line, had not its order come to nothing. */
export function isUndone(fault: Fault): boolean {
	return fault === nothingCameOfIt;
}

/** @param links the tables that the rows refer to, where they are not whole sales */
export function rowFaults(table: TableUnderstanding, links: LinkedTables | undefined): RowFaults {
	const isSale = saleReader(table, knownShopOf(table.header)?.sales);
	const isNothing = nothingReader(table, links?.orders !== undefined);
	const sums = createSumWatch();
	const usuallyFilled = commonFields
		.map(field => table.columns[field])
		.filter(place => place !== undefined && table.samples[place]!.filledShare > mostlyFilled) as number[];

	const isTotal = ({cells, code, name, written, counted}: FoundRow): boolean =>
		(written.unitPrice === undefined &&
			(isTotalWord(code) || isTotalWord(name) || (code === undefined && cells.some(isTotalOf)))) ||
		(!links &&
			sums.comesTo(counted.amount) &&
			sums.isSum(counted, {
				isNamed: () => speaksOfTotal(code) || speaksOfTotal(name),
				isLacking: () => usuallyFilled.some(place => presentText(cells[place]) === undefined),
			}));

	return {
		faultOf(row) {
			const {cells, code, name, order, counted, header} = row;
			const {units} = counted;
			if (isTotal(row)) {
				return totalRow;
			}
			if (!links && (isTaxWord(name) || isTaxWord(code))) {
				sums.add({...counted, units: 0});
				return notSold;
			}
			if (!isSale(cells)) {
				return notSold;
			}
			if ((header?.isNothing || isNothing(cells, order)) && (units === undefined || units > 0)) {
				return nothingCameOfIt;
			}
			return links && orphanOf(row, links);
		},
		addLine({counted}) {
			sums.add(counted);
		},
	};
}

/** What rows have in common, and a total of them lacks. */
const commonFields = ['order', 'product', 'productName', 'category', 'customer', 'store', 'region'] as const;
const mostlyFilled = 0.6;

/** A key that leads nowhere, with its reason. */
function orphanOf({order, code, header, entry}: FoundRow, links: LinkedTables): Fault | undefined {
	if (links.orders && order !== undefined && header === undefined) {
		return {field: 'order', reason: reasons.unknownOrder};
	}
	if (links.products && code !== undefined && entry === undefined) {
		return {field: 'product', reason: reasons.unknownProduct};
	}
	return undefined;
}

/** What is wrong about the values of a row; of a negative price why, where that can be told. */
export function badValueOf(draft: LineDraft, {code, name, written}: FoundRow): Fault {
	const fault = whatIsWrong(draft);
	if (fault.reason !== reasons.negativePrice) {
		return fault;
	}
	const {unitPrice, quantity} = written;
	return unitPrice === undefined && (quantity ?? 0) < 0
		? {field: 'total', reason: reasons.otherSigns}
		: isDiscountWord(code) || isDiscountWord(name)
			? {...fault, reason: reasons.negativeDiscountLine}
			: fault;
}
