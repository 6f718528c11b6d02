import {headerWords} from '../mapping/header-key.ts';
import type {TableUnderstanding} from '../understand-table.ts';

/** Last or first words of a column that tells things apart. */
const keyWords = new Set(['id', 'code', 'key', 'no', 'number', 'nr', 'sku']);

type Key = {readonly place: number; readonly header: string; readonly words: string};

/**
 * The column by which a table without known products belongs to a table of prices beside it, or the other way
 * round: `pizza_id` in both. In one of them each value stands once, and most values of the other are among them.
 */
export function sharedProductKey(
	table: TableUnderstanding,
	beside: readonly TableUnderstanding[],
): string | undefined {
	const keys = openKeys(table);
	for (const other of keys.length === 0 ? [] : beside) {
		const others = openKeys(other);
		for (const key of keys) {
			const match = others.find(({words}) => words === key.words);
			if (match && (isPriceOf(table, key, other, match) || isPriceOf(other, match, table, key))) {
				return key.header;
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
