import type {Money} from './money.ts';

/**
 * One row of a source that was understood: an order line together with what the row says of its
 * order, product and customer. Text that the source leaves blank is absent.
 *
 * Plain values only, so that a batch of them can be handed from one thread to another.
 */
export type ImportedLine = {
	/** The source's own id of the order. */
	readonly order: string;
	/** The source's own code of the product, or its name where there is no code. */
	readonly product: string;
	readonly productName: string | undefined;
	readonly category: string | undefined;
	/** Whole units, not zero; negative for a return. */
	readonly quantity: number;
	/** Price of one unit, not negative. */
	readonly unitPrice: Money;
	/** Taken off the whole line; has the sign of the quantity. */
	readonly discount: Money;
	/** quantity × unit price − discount. */
	readonly amount: Money;
	/** UTC milliseconds. */
	readonly at: number;
	readonly region: string | undefined;
	readonly store: string | undefined;
	readonly city: string | undefined;
	/** The source's own id of the customer; absent for a guest. */
	readonly customer: string | undefined;
	readonly customerName: string | undefined;
	readonly email: string | undefined;
	/** Whole years, above zero. */
	readonly age: number | undefined;
	/** What the source left out and was worked out from the rest of the row; absent where nothing was. */
	readonly repair: string | undefined;
	/** The rejected row that this one corrects. */
	readonly rejectedRow: number | undefined;
	/** Of the source, counted from 1, the header included. */
	readonly lineNumber: number;
	/** Which record of the source holds the whole order; absent where each line is a record of its own. */
	readonly record?: number | undefined;
	/** The row as the source has it. */
	readonly raw: string;
};

/** The repair of a return that a sale's own row tells: its money counts, but it is no row of its own. */
export const refundRepair = 'refund';

/** The repair of a line that also stands for a row of its order that is only a discount. */
export const voucherRepair = 'voucher';

/** How many rows of its source a line stands for. */
export function rowsOf({repair}: {readonly repair?: string | undefined}): number {
	return repair === refundRepair ? 0 : repair === voucherRepair ? 2 : 1;
}

/** One row of a source that cannot be loaded. */
export type RejectedRow = {
	/** Of the source, counted from 1, the header included. */
	readonly lineNumber: number;
	/** What the row gets wrong; absent where it is the row as a whole. */
	readonly field: string | undefined;
	readonly reason: string;
	/** What the field holds, where it is that which is wrong. */
	readonly value: string | undefined;
	/** The row as the source has it. */
	readonly raw: string;
	/** quantity × unit price − discount as far as they could be read, else 0. */
	readonly amount: Money;
	/** Where it is, where its line does not tell: `record 2: $.orders[1].lines[0]`. */
	readonly place?: string | undefined;
	/** The row that was rejected before, and that this one corrects in vain. */
	readonly rejectedRow?: number | undefined;
	/** The line that it was before its order came to nothing; absent where that is not the reason. */
	readonly undone?: ImportedLine | undefined;
};

/** Some of a source's rows. */
export type ImportBatch = {
	readonly lines: readonly ImportedLine[];
	readonly rejected: readonly RejectedRow[];
};
