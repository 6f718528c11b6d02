import type {Money} from '../../money.ts';

/** What a table of orders says of one. */
export type OrderHeader = {
	/** UTC milliseconds. */
	readonly at: number;
	readonly customer: string | undefined;
	readonly customerName: string | undefined;
	readonly email: string | undefined;
	readonly region: string | undefined;
	readonly store: string | undefined;
	readonly city: string | undefined;
	/** Off all of its lines together: an amount, or a share of what they are worth. */
	readonly discount:
		| {readonly discount: Money; readonly share?: undefined}
		| {readonly discount?: undefined; readonly share: number}
		| undefined;
	/** What was given back of it later. */
	readonly refund: Money | undefined;
	/** What it came to, with tax and shipping. */
	readonly total: Money | undefined;
	/** Whether it never became a sale, as its status says. */
	readonly isNothing: boolean;
	/** Whether the database held the order before. */
	readonly isKnown: boolean;
	/** Whether a line of it could be read. */
	isUsed: boolean;
};

/** What a table of products says of one. */
export type ProductEntry = {
	readonly name: string | undefined;
	readonly category: string | undefined;
	readonly price: Money | undefined;
};

/** What a table of customers says of one. */
export type CustomerEntry = {
	/** The same for one person with several codes. */
	readonly code: string;
	readonly name: string | undefined;
	readonly email: string | undefined;
	readonly region: string | undefined;
};

/** What a table of shops says of one. */
export type StoreEntry = {
	readonly name: string;
	readonly city: string | undefined;
	readonly region: string | undefined;
};

/** The tables that order lines refer to, by their keys; a table that is not there refuses nothing. */
export type LinkedTables = {
	readonly orders: Map<string, OrderHeader> | undefined;
	readonly products: Map<string, ProductEntry> | undefined;
	readonly customers: Map<string, CustomerEntry> | undefined;
	/** Names by the ids that products carry. */
	readonly categories: Map<string, string>;
	readonly stores: Map<string, StoreEntry>;
	/** Whether the products have prices that stand in for those of the lines. */
	readonly hasPrices: boolean;
	/** Whether the orders have discounts of their own. */
	readonly hasDiscounts: boolean;
	/** Whether the orders tell what was given back of them, and that can be taken off. */
	readonly hasRefunds: boolean;
};
