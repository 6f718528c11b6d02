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
};

/** What a table of products says of one. */
export type ProductEntry = {
	readonly name: string | undefined;
	readonly category: string | undefined;
	readonly price: Money | undefined;
};

/** The tables that order lines refer to, by their keys. */
export type LinkedTables = {
	readonly hasOrders: boolean;
	readonly hasProducts: boolean;
	/** Whether the products have prices that stand in for those of the lines. */
	readonly hasPrices: boolean;
	readonly order: (number: string) => OrderHeader | undefined;
	readonly product: (code: string) => ProductEntry | undefined;
};
