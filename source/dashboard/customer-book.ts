import type {Money} from '../money.ts';
import type {CustomerSum} from '../store/customers/customer-sales.ts';
import type {OrderPlace} from '../store/orders/matching-orders.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {StoreQuestions} from '../store/store-questions.ts';

/** What customers have brought up to a moment. */
export type CustomerBook = {
	/** Over all time up to the moment. */
	readonly totalOf: (customerId: number) => Readonly<CountedCustomer>;
	/** When the customer bought before that order; absent if never. */
	readonly previousOrderAt: (customerId: number, before: OrderPlace) => number | undefined;
	/** Must be called with orders that the book does not count yet. */
	readonly add: (orders: readonly StoredOrder[]) => void;
	/** What each customer has brought, highest first, in pages. */
	readonly revenues: () => Iterable<ArrayLike<Money>>;
};

const customersPerPage = 5000;

/** What all customers have brought in all orders of the database, highest first, in pages. */
export function* customerPages({customerTotals}: StoreQuestions): Iterable<readonly CustomerSum[]> {
	let page: readonly CustomerSum[] = [];
	do {
		page = customerTotals.page(page.at(-1), customersPerPage);
		yield page;
	} while (page.length === customersPerPage);
}

/** More customers than this are not remembered at once. */
const mostRemembered = 5000;

/** The totals that the database keeps: those of all its orders. */
export function createStoredBook(questions: StoreQuestions): CustomerBook {
	const {customerTotals} = questions;
	const known = new Map<number, CountedCustomer>();
	return {
		totalOf(customerId) {
			let total = known.get(customerId);
			if (!total) {
				if (known.size >= mostRemembered) {
					known.clear();
				}
				total = customerTotals.of(customerId);
				known.set(customerId, total);
			}
			return total;
		},
		previousOrderAt: customerTotals.previousOrderAt,
		add(orders) {
			for (const {customerId} of orders) {
				if (customerId !== null) {
					known.delete(customerId);
				}
			}
		},
		*revenues() {
			for (const page of customerPages(questions)) {
				yield page.map(({revenue}) => revenue);
			}
		},
	};
}

export type CountedCustomer = {orders: number; revenue: Money};

/** Totals counted order by order: those of a moment that is past. */
export function createCountedBook(
	totals: Map<number, CountedCustomer>,
	previousOrderAt: CustomerBook['previousOrderAt'],
): CustomerBook {
	return {
		totalOf: customerId => totals.get(customerId) ?? {orders: 0, revenue: 0},
		previousOrderAt,
		add(orders) {
			for (const {customerId, revenue} of orders) {
				if (customerId !== null) {
					countCustomer(totals, {customerId, orders: 1, revenue}, 1);
				}
			}
		},
		*revenues() {
			yield Float64Array.from(totals.values(), ({revenue}) => revenue)
				.sort()
				.reverse();
		},
	};
}

/** Adds to the totals of a customer, or with -1 takes away; who has no orders left is none. */
export function countCustomer(
	totals: Map<number, CountedCustomer>,
	{customerId, orders, revenue}: CountedCustomer & {readonly customerId: number},
	sign: 1 | -1,
): void {
	const total = totals.get(customerId) ?? {orders: 0, revenue: 0};
	total.orders += sign * orders;
	total.revenue += sign * revenue;
	if (total.orders === 0) {
		totals.delete(customerId);
	} else {
		totals.set(customerId, total);
	}
}
