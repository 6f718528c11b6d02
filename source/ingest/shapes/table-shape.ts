import {isNameOfLines} from '../formats/flatten.ts';
import type {Columns, Field} from '../mapping/fields.ts';
import {headerKey} from '../mapping/header-key.ts';
import {knownHeaders} from '../mapping/known-headers.ts';

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
export type TableNoun =
	| 'line'
	| 'order'
	| 'customer'
	| 'product'
	| 'category'
	| 'store'
	| 'payment'
	| 'staff';

const nouns: readonly (readonly [RegExp, TableNoun])[] = [
	[
		/(order|sale|invoice|transaction|bestell|auftrag|pedido|venta|venda|commande|vente)(s|e|en)?[-_ ]*(item|iten|line|detail|product|position|ligne|linea)|(item|iten|ligne|linea|detalle?|detail|position)(e?[ns])?[-_ ]*(de?[-_ ]*)?(pedido|venta|venda|commande|vente|bestell)|line[-_ ]*item/i,
		'line',
	],
	[/categor|kategor/i, 'category'],
	[/customer|client|buyer|shopper|kunde|klant/i, 'customer'],
	[
		/order|invoice|sale|transaction|bestell|auftr[aä]g|rechnung|verkauf|pedido|venta|venda|commande|vente|ordin[ei]/i,
		'order',
	],
	[/produ[ck]?t|article|art[ií]culo|catalog|artikel|prodott|\bitems?\b|\bskus?\b/i, 'product'],
	[/store|shop|branch|outlet|tienda|\blojas?\b|magasin|filiale/i, 'store'],
	[/payment|zahlung|paiement|\bpagos?\b|pagament/i, 'payment'],
	[
		/employee|staff|supplier|vendor|seller|mitarbeiter|lieferant|employe|fournisseur|emplead|funcion[aá]rio|vendedor|proveedor|fornecedor|dipendent|fornitor/i,
		'staff',
	],
];

/** Keys of those who sell and supply. */
const staffKeys = ['employeeid', 'employeenumber', 'supplierid', 'vendorid', 'sellerid'];

/** A day of a sale; products, too, are created some day. */
const ofSales =
	/sale|sold|order|purchase|transaction|invoice|receipt|^date$|^data$|^datum$|^fecha$|venda|venta|vente|commande|pedido|bestell|verkauf/;

let keysOfOrders: ReadonlySet<string> | undefined;

/** What columns are called that only sales have. */
function orderKeys(): ReadonlySet<string> {
	const moments = knownHeaders.at.filter(name => ofSales.test(name));
	keysOfOrders ??= new Set([...knownHeaders.order, ...moments].map(headerKey));
	return keysOfOrders;
}

/** @param name of a file or a sheet */
export function nounOfTable(name: string, header: readonly string[]): TableNoun | undefined {
	// The folder may be about anything; a sheet says more than its workbook.
	const own =
		/\(([^()]+)\)$/.exec(name)?.[1] ??
		name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
	const keys = new Set(header.map(headerKey));
	const found = nouns.find(([pattern]) => pattern.test(own))?.[1];
	// Items that were sold on a day are no list of what there is.
	if (found === 'product' && [...keys].some(key => orderKeys().has(key))) {
		return 'line';
	}
	if (found) {
		return found;
	}
	if (staffKeys.some(key => keys.has(key)) && !keys.has('customerid')) {
		return 'staff';
	}
	return keys.has('email') && !keys.has('date') ? 'customer' : keys.has('id') ? 'order' : undefined;
}

/**
 * What a header that says too little means in a table about something: `id`, `name`. What was inside an
 * object is known by that object: `lines.sku`, `customer.id`.
 */
export function qualified(header: string, noun: TableNoun | undefined): string {
	const [last = header, parent] = header.split('.').reverse();
	if (parent !== undefined) {
		return isNameOfLines(parent) ? qualified(last, 'line') : `${parent} ${last}`;
	}
	const key = headerKey(header);
	if (noun === undefined) {
		return header;
	}
	if (key === 'id' || key === 'code' || key === 'no' || key === 'number') {
		return noun === 'line' ? header : noun === 'category' ? 'category' : `${noun} id`;
	}
	if (/^(name|nome|nombre|nom|naam)$/.test(key)) {
		return noun === 'line' ? 'product name' : noun === 'order' ? header : `${noun} name`;
	}
	if (noun === 'product' && (key === 'quantity' || key === 'qty')) {
		return 'stock';
	}
	return header;
}

/** @param isStandIn whether the column is of another field, and only stands in for this one */
export function shapeOf(
	columns: Columns,
	noun: TableNoun | undefined,
	isStandIn: (field: Field) => boolean,
): TableShape {
	const has = (...fields: readonly Field[]) => fields.some(field => columns[field] !== undefined);
	const hasProduct = has('product') && columns.product !== columns.category;
	// A name is a key in a table that says it is about such things; elsewhere it is somebody's.
	const isOfProducts = noun === 'product' || (has('stock') && !has('at'));
	const hasProductKey = has('product') && (!isStandIn('product') || (isOfProducts && hasProduct));
	const hasCustomerKey = has('customer') && (!isStandIn('customer') || noun === 'customer');
	const isAboutProducts = has('stock') || noun === 'product' || !has('at');
	if (has('category') && has('categoryName') && !hasProductKey && !has('order', 'at')) {
		return 'categories';
	}
	if (hasProductKey && !has('order', 'quantity', 'total') && !hasCustomerKey && isAboutProducts) {
		return has('unitPrice', 'stock', 'category', 'productName') ? 'products' : 'other';
	}
	// Orders whose lines tell no products, but of what kind they are.
	const hasKinds = has('product') && has('quantity') && has('unitPrice', 'total');
	if (has('order') && (hasProduct || hasKinds) && !has('at')) {
		return has('unitPrice', 'total', 'quantity') ? 'lines' : 'other';
	}
	if (
		hasCustomerKey &&
		noun !== 'staff' &&
		!has('order', 'quantity', 'unitPrice') &&
		!hasProductKey &&
		noun !== 'order'
	) {
		return has('customerName', 'firstName', 'email', 'age', 'region', 'person', 'city')
			? 'customers'
			: 'other';
	}
	if (has('order') && has('at') && !hasProduct && !has('quantity')) {
		return noun === 'payment' ? 'other' : 'orders';
	}
	if (has('at') && has('unitPrice', 'total')) {
		return 'sales';
	}
	if (has('store') && has('city', 'region') && !has('order', 'at') && !hasProduct) {
		return 'stores';
	}
	return has('order', 'at') && has('product', 'unitPrice', 'total', 'quantity') ? 'sales' : 'other';
}
