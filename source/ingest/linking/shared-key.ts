import type {ColumnSample} from '../mapping/column-sample.ts';
import {headerKey, headerWords} from '../mapping/header-key.ts';
import type {AskedUnderstanding, TableUnderstanding} from '../understanding/table-understanding.ts';
import {withoutZeroFraction} from '../values/present-text.ts';

/** Last or first words of a column that tells things apart. */
const keyWords = new Set(['id', 'code', 'key', 'no', 'number', 'nr', 'sku']);

/** What tables beside a table show of its columns. */
export type SharedKey = Pick<AskedUnderstanding, 'productKey' | 'orderKey' | 'noun'>;

type Key = {readonly place: number; readonly header: string; readonly words: string};

/**
 * The column by which a table without known products belongs to a table of prices beside it, or the other way
 * round: `pizza_id` in both. In one of them each value stands once, and most values of the other are among them.
 */
export function sharedProductKey(
	table: TableUnderstanding,
	beside: readonly TableUnderstanding[],
): SharedKey | undefined {
	const keys = openKeys(table);
	for (const other of keys.length === 0 ? [] : beside) {
		const others = openKeys(other);
		for (const key of keys) {
			const match = others.find(({words}) => words === key.words);
			if (match && isPriceOf(table, key, other, match)) {
				return {productKey: key.header, noun: 'product'};
			}
			if (match && isPriceOf(other, match, table, key)) {
				return {productKey: key.header};
			}
		}
	}
	return undefined;
}

/** Columns that may be keys and are nothing else, where the table names its products by no code. */
function openKeys({columns, matches, samples}: TableUnderstanding): readonly Key[] {
	const product = matches.find(({field}) => field === 'product');
	if (product !== undefined && product.by !== 'standIn') {
		return [];
	}
	const known = new Set(Object.values(columns));
	return samples.flatMap(({place, header}) => {
		const words = headerWords(header);
		const isKey = words.length > 1 && (keyWords.has(words.at(-1)!) || keyWords.has(words[0]!));
		return isKey && !known.has(place) ? [{place, header, words: [...words].sort().join(' ')}] : [];
	});
}

const most = 0.5;

/** Whether a table has one price for each value that another one refers to. */
function isPriceOf(prices: TableUnderstanding, key: Key, lines: TableUnderstanding, reference: Key): boolean {
	const {unitPrice, order, at, quantity} = prices.columns;
	if (unitPrice === undefined || order !== undefined || at !== undefined || quantity !== undefined) {
		return false;
	}
	const values = prices.samples[key.place]!.present;
	const known = new Set(values);
	const referred = lines.samples[reference.place]!.present;
	return (
		known.size > 0 &&
		known.size === values.length &&
		referred.filter(value => known.has(value)).length > most * referred.length
	);
}

/**
 * The column by which orders and their lines belong together, where it is not the one that a table would be known
 * by alone: `SalesOrderID` beside `SalesOrderNumber`.
 */
export function sharedOrderKey(
	table: TableUnderstanding,
	beside: readonly TableUnderstanding[],
): SharedKey | undefined {
	const own = table.columns.order;
	const opposite = table.shape === 'orders' ? 'lines' : table.shape === 'lines' ? 'orders' : undefined;
	for (const other of own === undefined ? [] : beside.filter(({shape}) => shape === opposite)) {
		const theirs = other.samples[other.columns.order!]!;
		const match = table.samples.find(({header}) => headerKey(header) === headerKey(theirs.header));
		if (match && match.place !== own && shareOf(match, theirs) > shareOf(table.samples[own!]!, theirs)) {
			return {orderKey: match.header};
		}
	}
	return undefined;
}

function shareOf(one: ColumnSample, other: ColumnSample): number {
	const known = new Set(other.present.map(withoutZeroFraction));
	return one.present.filter(value => known.has(withoutZeroFraction(value))).length;
}
