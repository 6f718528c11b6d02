import type {OrderTotals} from '../store/orders/order-totals.ts';
import type {StoredOrder} from '../store/orders/orders-with-lines.ts';
import type {ComparisonName, Kpis} from './dashboard.ts';
import {addTotals, noTotals, totalsOfOrder} from './trend-sums.ts';

/** What a window is compared with: the span before it, and the same one a week and 52 weeks ago. */
export const comparisonNames: readonly ComparisonName[] = ['before', 'week', 'year'];

/** Totals of a span that moves on. */
export type ComparisonSums = {
	readonly addTotals: (totals: OrderTotals) => void;
	readonly addCustomers: (customers: readonly CustomerOrders[]) => void;
	/** Adds an order, or with -1 takes it away. */
	readonly addOrder: (order: StoredOrder, sign: 1 | -1) => void;
	readonly kpis: () => Kpis;
};

type CustomerOrders = {readonly customerId: number; readonly orders: number};

/** Sums of nothing yet for each of those spans. */
export function createComparisons(): Readonly<Record<ComparisonName, ComparisonSums>> {
	return {before: createComparisonSums(), week: createComparisonSums(), year: createComparisonSums()};
}

function createComparisonSums(): ComparisonSums {
	let total = noTotals;
	const ordersByCustomer = new Map<number, number>();
	const addCustomer = ({customerId, orders}: CustomerOrders) => {
		const sum = (ordersByCustomer.get(customerId) ?? 0) + orders;
		if (sum === 0) {
			ordersByCustomer.delete(customerId);
		} else {
			ordersByCustomer.set(customerId, sum);
		}
	};
	return {
		addTotals(totals) {
			total = addTotals(total, totals);
		},
		addCustomers(rows) {
			for (const row of rows) {
				addCustomer(row);
			}
		},
		addOrder(order, sign) {
			total = addTotals(total, totalsOfOrder(order), sign);
			if (order.customerId !== null) {
				addCustomer({customerId: order.customerId, orders: sign});
			}
		},
		kpis: () => kpisOf(total, ordersByCustomer.size),
	};
}

/** The key figures of totals. An average order without orders is worth 0. */
export function kpisOf({orders, lines, units, revenue, returns}: OrderTotals, customers: number): Kpis {
	return {
		revenue,
		grossRevenue: revenue - returns,
		returns,
		orders,
		lines,
		units,
		averageOrderValue: orders === 0 ? 0 : Math.round(revenue / orders),
		customers,
	};
}
