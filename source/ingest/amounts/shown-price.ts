import type {ColumnSample} from '../mapping/column-sample.ts';
import type {Field} from '../mapping/fields.ts';
import type {TakenColumns} from '../mapping/taken-columns.ts';

/** What a column of prices turned out to be by the numbers beside it; its columns by their headers. */
export type ShownPrice =
	/** Another column less the discount. */
	| {readonly is: 'net'; readonly price: string; readonly list: string; readonly discount: string}
	/** Not what was charged, which the total is; `share` of the rows agree with it all the same, 0 to 1. */
	| {readonly is: 'listed'; readonly price: string; readonly total: string; readonly share: number}
	/** Not what was charged, for the total is what it cost and what was earned. */
	| {
			readonly is: 'earned';
			readonly price: string;
			readonly total: string;
			readonly cost: string;
			readonly profit: string;
	  };

/** A table of which the prices may be something else. */
export type PricedTable = TakenColumns & {readonly samples: readonly ColumnSample[]};

const priceFields: ReadonlySet<Field> = new Set(['unitPrice', 'discount', 'total']);

/** Whether nobody has said which columns the amounts are in. */
export function isPriceOpen({matches}: PricedTable): boolean {
	return !matches.some(({field, by}) => priceFields.has(field) && (by === 'asked' || by === 'shop'));
}

/** From so many rows on a rule that fits nearly all of them fits by no chance. */
export const fewestTelling = 3;

export const nearlyAll = 0.95;
