import {dayMs} from '../business-time.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {CountedCustomer, CustomerBook} from './customer-book.ts';
import {listLength, type OrderNews} from './dashboard.ts';
import type {TierSums} from './tier-sums.ts';

export type NotedOrder = {
	readonly order: StoredOrder;
	readonly news: OrderNews | undefined;
	/** What there would be to say if tiers did not go by revenue. */
	readonly besides: OrderNews | undefined;
};

/** The tape: the latest orders with what is noteworthy about each. */
export type RecentOrders = {
	/** Puts orders that have just come on the tape, oldest first, and moves their customers between tiers. */
	readonly add: (arrived: readonly StoredOrder[]) => void;
	/** Latest first. */
	readonly orders: () => readonly NotedOrder[];
};

/** From this many days of silence on, a customer is back rather than regular. */
const backAfterDays = 60;

/** What a customer had brought before an order and after it. */
type Brought = {
	readonly before: Readonly<CountedCustomer>;
	readonly after: Readonly<CountedCustomer>;
	readonly previousAt: number | undefined;
};

/**
 * @param latest the orders to begin with, latest first; the tiers count them already
 * @param customers counts an order before it is put on the tape
 */
export function createRecentOrders(
	latest: readonly StoredOrder[],
	tiers: TierSums,
	customers: CustomerBook,
): RecentOrders {
	const note = (order: StoredOrder, brought: Brought | undefined) => ({
		order,
		news: newsOf(order, brought, tiers),
		besides: newsOf(order, brought, undefined),
	});
	const firstBrought = broughtBy(latest, customers);
	let noted: readonly NotedOrder[] = latest.map((order, index) => note(order, firstBrought[index]));

	return {
		add(arrived) {
			if (arrived.length === 0) {
				return;
			}
			const latestFirst = arrived.toReversed();
			const allBrought = broughtBy(latestFirst, customers);
			for (const brought of allBrought.toReversed()) {
				if (brought) {
					const {before, after} = brought;
					tiers.move(before.orders === 0 ? undefined : before.revenue, after.revenue);
				}
			}
			noted = [...latestFirst.map((order, index) => note(order, allBrought[index])), ...noted]
				.sort((a, b) => b.order.at - a.order.at || b.order.orderId - a.order.orderId)
				.slice(0, listLength);
		},
		orders: () => noted,
	};
}

/**
 * What the customer of each order had brought by then; absent for guests.
 *
 * @param latestFirst the newest orders that the book counts: walking back from a customer's total, what
 * is left before each order is what they had brought
 */
function broughtBy(latestFirst: readonly StoredOrder[], customers: CustomerBook): (Brought | undefined)[] {
	const next = new Map<number, Brought>();
	return latestFirst.map(order => {
		const {customerId} = order;
		if (customerId === null) {
			return undefined;
		}
		const after = next.get(customerId)?.before ?? customers.totalOf(customerId);
		const brought = {
			before: {orders: after.orders - 1, revenue: after.revenue - order.revenue},
			after,
			previousAt: customers.previousOrderAt(customerId, order),
		};
		next.set(customerId, brought);
		return brought;
	});
}

/** @param tiers left out, moves between them are no news */
function newsOf(
	order: StoredOrder,
	brought: Brought | undefined,
	tiers: TierSums | undefined,
): OrderNews | undefined {
	if (order.returns < 0) {
		return {kind: 'return'};
	}
	if (!brought) {
		return undefined;
	}
	if (brought.previousAt === undefined) {
		return {kind: 'first'};
	}
	const [from, to] = [tiers?.tierOf(brought.before.revenue), tiers?.tierOf(brought.after.revenue)];
	if (from && to && from !== to) {
		return {kind: 'tier', from, to};
	}
	const afterDays = Math.floor((order.at - brought.previousAt) / dayMs);
	return afterDays >= backAfterDays ? {kind: 'back', afterDays} : undefined;
}
