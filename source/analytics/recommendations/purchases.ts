/**
 * Lines of orders as columns, all of them before one moment. Orders, customers and products are
 * numbered from 0, in any order that is the same each time: ties are broken by it.
 */
export type Purchases = {
	readonly customerCount: number;
	readonly productCount: number;
	/** Of each order its customer, −1 for a guest. */
	readonly customerOf: Int32Array;
	/** Of each order its moment, in UTC milliseconds. */
	readonly at: Float64Array;
	/** Of each line its order, its product and its units; a return has less than 0. */
	readonly orderOf: Int32Array;
	readonly productOf: Int32Array;
	readonly quantity: Float64Array;
};

/** Whose purchases make two products go together. */
export const owners = ['customers', 'baskets'] as const;

export type Owners = (typeof owners)[number];
