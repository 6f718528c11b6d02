import type {ImportedCustomer, ImportedProduct} from '../../imported-entry.ts';
import {numberReaders} from '../amounts/number-readers.ts';
import {reasons} from '../rows/reasons.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {withoutZeroFraction} from '../values/present-text.ts';
import {type EntryReader, entryReader} from './entry-reader.ts';
import type {StoreEntry} from './linked-tables.ts';
/** @param categories names by the ids that products carry */
export function productReader(
	table: TableUnderstanding,
	categories: ReadonlyMap<string, string>,
): EntryReader<ImportedProduct> {
	const numbers = numberReaders(table);
	return entryReader(table, ({text, reject}, {line, raw}) => {
		const code = text('product');
		if (code === undefined) {
			return reject('product', reasons.noProduct);
		}
		const priceText = text('unitPrice');
		const price = priceText === undefined ? undefined : numbers.unitPrice?.money(priceText);
		if (priceText !== undefined && price === undefined) {
			return reject('unitPrice', reasons.unreadablePrice);
		}
		if (price !== undefined && price < 0) {
			return reject('unitPrice', reasons.negativePrice);
		}
		const category = text('category');
		const stock = Number(numbers.stock?.plain(text('stock') ?? '') ?? Number.NaN);
		return {
			entry: {
				code: withoutZeroFraction(code),
				name: text('productName'),
				category:
					text('categoryName') ??
					(category === undefined ? undefined : (categories.get(category) ?? category)),
				price,
				stock: Number.isInteger(stock) ? stock : undefined,
				lineNumber: line,
				raw,
			},
		};
	});
}

/** @returns with the customer the code by which orders know them */
export function customerReader(
	table: TableUnderstanding,
): EntryReader<ImportedCustomer & {readonly key: string}> {
	const numbers = numberReaders(table);
	return entryReader(table, ({text, reject}, {line, raw}) => {
		const key = text('customer');
		if (key === undefined) {
			return reject('customer', reasons.noCustomer);
		}
		const age = Number(numbers.age?.plain(text('age') ?? '') ?? Number.NaN);
		return {
			entry: {
				key: withoutZeroFraction(key),
				code: withoutZeroFraction(text('person') ?? key),
				name:
					text('customerName') ??
					([text('firstName'), text('lastName')].filter(Boolean).join(' ') || undefined),
				email: text('email'),
				age: Number.isInteger(age) && age > 0 ? age : undefined,
				region: text('region'),
				lineNumber: line,
				raw,
			},
		};
	});
}

export function categoryReader(
	table: TableUnderstanding,
): EntryReader<{readonly id: string; readonly name: string}> {
	return entryReader(table, ({text, reject}) => {
		const id = text('category');
		const name = text('categoryName');
		return id === undefined || name === undefined
			? reject(id === undefined ? 'category' : 'categoryName', reasons.noCategory)
			: {entry: {id, name}};
	});
}

export function storeReader(table: TableUnderstanding): EntryReader<StoreEntry & {readonly id: string}> {
	return entryReader(table, ({text, reject}) => {
		const id = text('store');
		return id === undefined
			? reject('store', reasons.noStore)
			: {
					entry: {
						id,
						name: text('productName') ?? text('customerName') ?? id,
						city: text('city'),
						region: text('region'),
					},
				};
	});
}
