import type {Columns, Field} from '../mapping/fields.ts';
import {headerKey} from '../mapping/header-key.ts';

/**
 * What the rows of a table are: whole sales, the lines of orders whose dates stand elsewhere, those
 * orders, what they refer to, or nothing that is loaded.
 */
export type TableShape =
	| 'sales'
	| 'lines'
	| 'orders'
	| 'products'
	| 'customers'
	| 'categories'
	| 'stores'
	| 'other';

/** What a table is about, by its name. */
export type TableNoun = 'line' | 'order' | 'customer' | 'product' | 'category' | 'store';

const nouns: readonly (readonly [RegExp, TableNoun])[] = [
	[/(order|sale|invoice|transaction)s?[-_ ]*(item|line|detail|product|position)|line[-_ ]*item/i, 'line'],
	[/categor|kategor/i, 'category'],
	[/customer|client|buyer|shopper|kunde/i, 'customer'],
	[/order|invoice|sale|transaction|bestell|pedido|commande/i, 'order'],
	[/product|article|catalog|artikel|produkt|\bitems?\b|\bskus?\b/i, 'product'],
	[/store|shop|branch|outlet/i, 'store'],
];

/** @param name of a file or a sheet */
export function nounOfTable(name: string, header: readonly string[]): TableNoun | undefined {
	const found = nouns.find(([pattern]) => pattern.test(name))?.[1];
	if (found) {
		return found;
	}
	const keys = new Set(header.map(headerKey));
	return keys.has('email') && !keys.has('date') ? 'customer' : keys.has('id') ? 'order' : undefined;
}

/** What a header that says too little means in a table about something: `id`, `name`, `date`. */
export function qualified(header: string, noun: TableNoun | undefined): string {
	const key = headerKey(header);
	if (noun === undefined) {
		return header;
	}
	if (key === 'id' || key === 'code' || key === 'no' || key === 'number') {
		return noun === 'line' ? header : noun === 'category' ? 'category' : `${noun} id`;
	}
	if (key === 'name') {
		return noun === 'line' ? 'product name' : `${noun} name`;
	}
	if (noun === 'product' && (key === 'quantity' || key === 'qty')) {
		return 'stock';
	}
	if (noun === 'product' && (key === 'cost' || key === 'created')) {
		return header;
	}
	return header;
}

export function shapeOf(columns: Columns, noun: TableNoun | undefined): TableShape {
	const has = (...fields: readonly Field[]) => fields.some(field => columns[field] !== undefined);
	const hasProduct = has('product') && columns.product !== columns.category;
	const isAboutProducts = has('stock') || noun === 'product' || !has('at');
	if (has('category') && has('categoryName') && !hasProduct && !has('order', 'at')) {
		return 'categories';
	}
	if (hasProduct && !has('order', 'customer', 'quantity', 'total') && isAboutProducts) {
		return has('unitPrice', 'stock', 'category', 'productName') ? 'products' : 'other';
	}
	if (has('order') && hasProduct && !has('at')) {
		return has('unitPrice', 'total', 'quantity') ? 'lines' : 'other';
	}
	if (has('customer') && !has('order', 'quantity', 'unitPrice') && !hasProduct && noun !== 'order') {
		return has('customerName', 'firstName', 'email', 'age', 'region', 'person', 'city')
			? 'customers'
			: 'other';
	}
	if (has('order') && has('at') && !has('product')) {
		return 'orders';
	}
	if (has('at') && has('unitPrice', 'total')) {
		return 'sales';
	}
	if (has('store') && has('city', 'region') && !has('order', 'at') && !hasProduct) {
		return 'stores';
	}
	return has('order', 'at') && has('product', 'unitPrice', 'total', 'quantity') ? 'sales' : 'other';
}
