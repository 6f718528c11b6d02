import type {Money} from '../../money.ts';
import type {LineAmounts, WrittenAmounts} from '../amounts/row-amounts.ts';
import type {OrderHeader, ProductEntry} from '../linking/linked-tables.ts';

/** A row as far as it was read. */
export type FoundRow = {
	readonly cells: readonly string[];
	readonly order: string | undefined;
	readonly code: string | undefined;
	readonly name: string | undefined;
	readonly written: WrittenAmounts;
	/** What the row comes to and how many units it counts, as a total below it does. */
	readonly counted: {readonly amount: Money; readonly units: number | undefined};
	/** What other tables say of its order and its product. */
	readonly header: OrderHeader | undefined;
	readonly entry: ProductEntry | undefined;
};

/** The same with its amounts, before it is known whether they are right. */
export type RowWithAmounts = FoundRow &
	LineAmounts & {
		/** Quantity × unit price; `NaN` where they are not known. */
		readonly worth: number;
	};
