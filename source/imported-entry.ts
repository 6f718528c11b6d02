import type {Money} from './money.ts';

/** Where a row stands in its source. */
type SourceRow = {
	/** Counted from 1, the header included. */
	readonly lineNumber: number;
	/** As the source has it. */
	readonly raw: string;
};

/** One row of a table of products. */
export type ImportedProduct = SourceRow & {
	readonly code: string;
	readonly name: string | undefined;
	readonly category: string | undefined;
	readonly price: Money | undefined;
	/** Units left, after all the sales of the source. */
	readonly stock: number | undefined;
};

/** One row of a table of customers. */
export type ImportedCustomer = SourceRow & {
	readonly code: string;
	readonly name: string | undefined;
	readonly email: string | undefined;
	readonly age: number | undefined;
	readonly region: string | undefined;
};
