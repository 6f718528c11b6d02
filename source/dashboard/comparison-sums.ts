import type {OrderTotals} from '../store/order-totals.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import type {Kpis, Span} from './dashboard.ts';
import {addTotals, noTotals} from './trend-sums.ts';

/** Totals of a span whose end moves on. */
export type ComparisonSums = {
	readonly addTotals: (totals: OrderTotals) => void;
	readonly addCustomers: (customers: readonly {readonly customerId: number}[]) => void;
	/** Counts the orders up to there, order by order. */
	readonly advanceTo: (to: number) => void;
	readonly kpis: () => Kpis;
};

/** @param span up to whose end everything is added from outside */
export function createComparisonSums(span: Span, questions: StoreQuestions): ComparisonSums {
	let countedTo = span.to;
	let total = noTotals;
	const customers = new Set<number>();
	const addCustomers = (rows: readonly {readonly customerId: number}[]) => {
		for (const {customerId} of rows) {
			customers.add(customerId);
		}
	};
	return {
		addTotals(totals) {
			total = addTotals(total, totals);
		},
		addCustomers,
		advanceTo(to) {
			if (to > countedTo) {
				total = addTotals(total, questions.orderTotals(countedTo, to));
				addCustomers(questions.customerSales(countedTo, to));
				countedTo = to;
			}
		},
		kpis: () => kpisOf(total, customers.size),
	};
}

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
