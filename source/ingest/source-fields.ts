/** What a column of a source can hold, in the words of the domain. */
export type Field = keyof typeof knownHeaders;

/** Which column, by its place, holds which field. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/** What a row cannot do without. */
export const requiredFields = [
	'order',
	'product',
	'quantity',
	'unitPrice',
	'at',
] as const satisfies readonly Field[];

/** The names under which shops export each field, best first; compared without case, spaces and signs. */
const knownHeaders = {
	order: [
		'order',
		'order id',
		'order no',
		'order number',
		'order name',
		'order code',
		'invoice',
		'invoice no',
		'invoice id',
		'invoice number',
		'transaction',
		'transaction id',
		'transaction no',
		'transaction number',
		'receipt',
		'receipt id',
		'receipt no',
		'receipt number',
		'sale id',
		'bill no',
		'bill number',
		'basket id',
	],
	product: [
		'product',
		'product id',
		'product code',
		'product no',
		'product number',
		'product sku',
		'stock code',
		'sku',
		'item code',
		'item id',
		'item no',
		'item number',
		'item sku',
		'lineitem sku',
		'article',
		'article no',
		'article number',
		'article code',
		'ean',
		'upc',
		'asin',
		'isbn',
	],
	productName: [
		'product name',
		'description',
		'product description',
		'product title',
		'item name',
		'item description',
		'item',
		'lineitem name',
		'article name',
		'title',
	],
	category: [
		'category',
		'category name',
		'product category',
		'item category',
		'product category name',
		'product line',
		'product type',
		'department',
		'product group',
	],
	quantity: [
		'quantity',
		'qty',
		'units',
		'units sold',
		'order quantity',
		'quantity ordered',
		'order qty',
		'quantity sold',
		'item quantity',
		'lineitem quantity',
		'no of items',
		'pieces',
	],
	unitPrice: [
		'unit price',
		'price',
		'price each',
		'price per unit',
		'item price',
		'selling price',
		'sale price',
		'sales price',
		'product price',
		'lineitem price',
		'price unit',
	],
	discount: [
		'discount',
		'discount amount',
		'discount value',
		'line discount',
		'lineitem discount',
		'item discount',
	],
	at: [
		'at',
		'order date',
		'invoice date',
		'order time',
		'order datetime',
		'order timestamp',
		'order purchase timestamp',
		'ordered at',
		'order created at',
		'date time',
		'timestamp',
		'transaction date',
		'transaction time',
		'transaction timestamp',
		'purchase date',
		'sale date',
		'sales date',
		'sold at',
		'created at',
		'date',
	],
	region: [
		'region',
		'region name',
		'country',
		'country name',
		'ship country',
		'shipping country',
		'market',
		'territory',
		'state',
	],
	store: [
		'store',
		'store name',
		'store id',
		'shop',
		'shop name',
		'branch',
		'branch name',
		'outlet',
		'location',
	],
	city: ['city', 'store city', 'branch city', 'town'],
	customer: [
		'customer',
		'customer id',
		'customer no',
		'customer number',
		'customer code',
		'client',
		'client id',
		'buyer id',
		'user id',
		'member id',
		'account',
		'account id',
	],
	customerName: ['customer name', 'client name', 'buyer name', 'full name', 'billing name'],
	email: ['email', 'e mail', 'email address', 'customer email', 'mail'],
} as const satisfies Record<string, readonly string[]>;

/** What else can stand in for a field that no column is named after, best first. */
const standIns: Readonly<Partial<Record<Field, readonly Field[]>>> = {
	product: ['productName'],
	customer: ['email', 'customerName'],
};

export type HeaderMatch = {
	readonly columns: Columns;
	/** Required fields that no column was found for. */
	readonly missing: readonly Field[];
};

/** Finds the columns by their names. Of two that fit a field the better name wins, then the first. */
export function matchHeaders(headers: readonly string[]): HeaderMatch {
	const places = new Map<string, number>();
	for (const [place, header] of headers.entries()) {
		const name = normalised(header);
		if (!places.has(name)) {
			places.set(name, place);
		}
	}
	const columns: Partial<Record<Field, number>> = {};
	for (const field of fields) {
		const place = knownHeaders[field]
			.map(name => places.get(normalised(name)))
			.find(found => found !== undefined);
		if (place !== undefined) {
			columns[field] = place;
		}
	}
	for (const field of fields) {
		const standIn = standIns[field]?.find(other => columns[other] !== undefined);
		if (columns[field] === undefined && standIn) {
			columns[field] = columns[standIn]!;
		}
	}
	return {columns, missing: requiredFields.filter(field => columns[field] === undefined)};
}

/** A few of the names that a column for the field can have. */
export function examplesOf(field: Field): readonly string[] {
	return knownHeaders[field].slice(0, 3);
}

/** The names of the columns, by field. */
export function mappingOf(
	columns: Columns,
	headers: readonly string[],
): Readonly<Partial<Record<Field, string>>> {
	return Object.fromEntries(Object.entries(columns).map(([field, place]) => [field, headers[place]!.trim()]));
}

const fields = Object.keys(knownHeaders) as readonly Field[];

/** `Unit Price (GBP)`, `unit_price` and `UnitPrice` are one name. */
function normalised(header: string): string {
	return header
		.replaceAll(/\([^)]*\)/g, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
