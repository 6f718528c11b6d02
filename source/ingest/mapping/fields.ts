/** What the cells of a column must hold to be taken for a field. */
export type Content = 'text' | 'number' | 'moment' | 'time';

type FieldKind = {
	readonly holds: Content;
	/** Known, so that nobody wonders, but no part of what is loaded; with the reason. */
	readonly leftOut?: string;
};

const kinds = {
	order: {holds: 'text'},
	product: {holds: 'text'},
	productName: {holds: 'text'},
	category: {holds: 'text'},
	categoryName: {holds: 'text'},
	subcategory: {holds: 'text', leftOut: 'only categories are kept'},
	quantity: {holds: 'number'},
	unitPrice: {holds: 'number'},
	/** What the line costs in all. */
	total: {holds: 'number'},
	discount: {holds: 'number'},
	at: {holds: 'moment'},
	/** The time of day where it has a column of its own. */
	time: {holds: 'time'},
	region: {holds: 'text'},
	store: {holds: 'text'},
	city: {holds: 'text'},
	customer: {holds: 'text'},
	/** Names the same person under several customer ids. */
	person: {holds: 'text'},
	customerName: {holds: 'text'},
	firstName: {holds: 'text'},
	lastName: {holds: 'text'},
	email: {holds: 'text'},
	age: {holds: 'number'},
	stock: {holds: 'number'},
	currency: {holds: 'text'},
	/** The rejected row that this one corrects. */
	rejectedRow: {holds: 'number'},
	tax: {holds: 'number', leftOut: 'tax is no revenue'},
	shipping: {holds: 'number', leftOut: 'shipping is no revenue'},
	cost: {holds: 'number', leftOut: 'costs and profits are not kept'},
	orderTotal: {holds: 'number', leftOut: 'it is the total of an order, not of a line'},
	/** Of an order, on all of its rows or one: off all of its lines. */
	orderDiscount: {holds: 'number'},
	/** Of an order: of all of its lines, before its discount or after it. */
	orderSubtotal: {holds: 'number'},
	/** What was given back of an order or a line. */
	refund: {holds: 'number'},
	note: {holds: 'text', leftOut: 'notes are not kept'},
	cancelledAt: {holds: 'text', leftOut: 'orders that have it are rejected, unless --all-states is given'},
	kind: {holds: 'text', leftOut: 'rows that it calls refunds are returns'},
	status: {holds: 'text', leftOut: 'orders that came to nothing are rejected, unless --all-states is given'},
} as const satisfies Record<string, FieldKind>;

/** What a column of a source can hold, in the words of the domain. */
export type Field = keyof typeof kinds;

export const fieldNames = Object.keys(kinds) as readonly Field[];

/** What the cells of a column must hold to be that field. */
export function contentOf(field: Field): Content {
	return kinds[field].holds;
}

/** Why a known column is no part of what is loaded; nothing for those that are. */
export function reasonLeftOut(field: Field): string | undefined {
	const kind: FieldKind = kinds[field];
	return kind.leftOut;
}

/** Fields that `--map` can name. */
export const mappableFields = fieldNames.filter(field => reasonLeftOut(field) === undefined);

/** Which column, by its place, holds which field. */
export type Columns = Readonly<Partial<Record<Field, number>>>;
