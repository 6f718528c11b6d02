import type {Filter, FilterKind} from '../filter.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {StoreQuestions} from '../store/store-questions.ts';

/** Which orders, and which of their lines, a filter lets through. */
export type Matcher = {
	/** The order with its matching lines and their totals; absent where none matches. */
	readonly narrow: (order: StoredOrder) => StoredOrder | undefined;
	/** Whether its region and its customer match. */
	readonly mayMatch: (order: Pick<StoredOrder, 'regionId' | 'customerId'>) => boolean;
	readonly isProduct: (productId: number) => boolean;
	/** Which products match, where not all do. */
	readonly products: readonly number[] | undefined;
	/** Which customers match, where not all do. */
	readonly customers: readonly number[] | undefined;
};

/**
 * @returns `undefined` where everything matches
 * @throws RangeError that names a term which nothing is called by any more
 */
export function createMatcher(
	filter: Filter,
	questions: StoreQuestions,
	categoryOf: (productId: number) => number,
): Matcher | undefined {
	if (filter.length === 0) {
		return undefined;
	}
	const idsOf = (kind: FilterKind) => {
		const terms = questions.filterNames.resolve(
			filter.filter(term => term.kind === kind),
			// Nobody knows here whether a mask lies over what is told of it.
			true,
		);
		return terms.length === 0 ? undefined : new Set(terms.flatMap(questions.filterNames.idsOf));
	};
	const regions = idsOf('region');
	const customers = idsOf('customer');
	const categories = idsOf('category');
	const named = idsOf('product');
	const ofCategories = categories && new Set([...categories].flatMap(questions.matchingOrders.productsOf));
	const products =
		named && ofCategories ? new Set([...named].filter(id => ofCategories.has(id))) : (named ?? ofCategories);
	// Also of products that are new in a category.
	const isProduct = (productId: number) =>
		(!named || named.has(productId)) && (!categories || categories.has(categoryOf(productId)));
	const mayMatch: Matcher['mayMatch'] = ({regionId, customerId}) =>
		(!regions || regions.has(regionId)) && (!customers || (customerId !== null && customers.has(customerId)));
	return {
		mayMatch,
		isProduct,
		narrow: order => (mayMatch(order) ? (products ? withLines(order, isProduct) : order) : undefined),
		products: products && [...products],
		customers: customers && [...customers],
	};
}

function withLines(order: StoredOrder, isProduct: (productId: number) => boolean): StoredOrder | undefined {
	const lines = order.lines.filter(({productId}) => isProduct(productId));
	if (lines.length === 0) {
		return undefined;
	}
	let revenue = 0;
	let returns = 0;
	for (const {quantity, amount} of lines) {
		revenue += amount;
		returns += quantity < 0 ? amount : 0;
	}
	return {...order, lines, revenue, returns};
}
