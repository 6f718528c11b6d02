import type {Purchases} from '../../../analytics/recommendations/purchases.ts';
import {customerNames} from '../../../store/customers/customer-names.ts';
import {purchaseLines} from '../../../store/customers/purchase-lines.ts';
import type {Store} from '../../../store/open-store.ts';
import {stockAt} from '../../../store/products/stock-at.ts';

/** What was bought, and what products and customers are called; both are numbered as in `purchases`. */
export type RecommendSubject = {
	readonly purchases: Purchases;
	readonly products: readonly NamedProduct[];
	readonly customers: readonly Named[];
	/** UTC milliseconds; absent where only the maker of the file knows. */
	readonly asOf: number | undefined;
};

export type Named = {
	/** In the database; absent where it comes from a file. */
	readonly id?: number;
	readonly code: string;
	readonly name: string | undefined;
};

export type NamedProduct = Named & {
	readonly category: string | undefined;
	/** Units; absent where nobody counts them. */
	readonly stock: number | undefined;
};

/** The shop as it was at a moment. */
export function recommendSubjectFromStore({db}: Store, asOf: number): RecommendSubject {
	// In one transaction, so that names and lines are of one state.
	return db.transaction(() => ({
		purchases: purchaseLines(db)(asOf),
		products: stockAt(db)(asOf).map(({productId, code, name, category, stock}) => ({
			id: productId,
			code: code ?? String(productId),
			name,
			category,
			stock: stock ?? undefined,
		})),
		customers: customerNames(db)().map(({customerId, code, name}) => ({
			id: customerId,
			code: code ?? String(customerId),
			name: name ?? undefined,
		})),
		asOf,
	}))();
}

/** What people read: the name, or what the source calls it. */
export function nameOf({code, name}: Named): string {
	return name ?? code;
}
