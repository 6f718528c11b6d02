import type {Money} from './money.ts';

/** A person who buys. `code` is what their source calls them; two sources may use the same code. */
export type Customer = {
	readonly code: string;
	readonly name?: string | undefined;
	readonly email?: string | undefined;
	/** Whole years, above zero. */
	readonly age?: number | undefined;
	readonly region?: string | undefined;
};

/** What is sold. `stock` is absent where nobody counts it. */
export type Product = {
	readonly code: string;
	readonly name: string;
	readonly category: string;
	/** List price of one unit, not negative. */
	readonly price: Money;
	readonly stock?: number | undefined;
};

/** Where something is sold. */
export type Store = {readonly name: string; readonly city: string; readonly region: string};

/** One product in an order. A negative quantity is a return. */
export type OrderLine = {
	readonly product: Product;
	/** Units, not zero. */
	readonly quantity: number;
	/** Price of one unit, not negative. */
	readonly unitPrice: Money;
	/** Taken off the whole line; has the sign of the quantity. */
	readonly discount: Money;
};

/** One purchase: one customer (or a guest), one moment, one region, one or more lines. */
export type Order = {
	/** The source's own id of the order. Within one source it names one order. */
	readonly number?: string | undefined;
	/** UTC milliseconds. */
	readonly at: number;
	readonly region: string;
	readonly store?: Store | undefined;
	/** Absent for a guest. */
	readonly customer?: Customer | undefined;
	readonly lines: readonly OrderLine[];
};

/** Units of a product that arrive in the stock room. */
export type Restock = {
	readonly product: Product;
	/** UTC milliseconds. */
	readonly at: number;
	/** Units, above zero. */
	readonly quantity: number;
};

/** quantity × unit price − discount. */
export function lineAmount(line: OrderLine): Money {
	return line.quantity * line.unitPrice - line.discount;
}

/** The category of products whose source names none. */
export const uncategorised = 'Uncategorised';

/** The region of orders whose source names none. */
export const unknownRegion = 'Unknown';
