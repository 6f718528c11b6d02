import type {BgNbdParameters} from './bg-nbd-parameters.ts';
import {expectedOrdersIfAlive} from './expected-orders.ts';

/** On the mean. */
export const daysPerMonth = 365.25 / 12;

/** How far ahead orders count, and how much less a later one is worth. */
export type Horizon = {
	/** Months ahead; fractions count. */
	readonly months: number;
	/** Days or weeks in a month: what the histories count in. */
	readonly periodsPerMonth: number;
	/** What money loses in a month: 0.01 for one percent. */
	readonly monthlyDiscount: number;
};

/** Of a customer who is alive. */
export type ExpectedOrders = {
	readonly orders: number;
	/** The same, each worth less the later it comes. */
	readonly discounted: number;
};

/**
 * Orders expected over the horizon, and their sum discounted month by month:
 *
 *     Σ (E(Y(tᵢ)) − E(Y(tᵢ₋₁))) / (1 + d)^tᵢ    with tᵢ the end of the i-th month
 *
 * An order counts as made at the end of its month; a last month that is cut short ends where the
 * horizon does. That is how `lifetimes` counts too (customer_lifetime_value).
 */
export function discountedOrders(
	parameters: BgNbdParameters,
	frequency: number,
	age: number,
	{months, periodsPerMonth, monthlyDiscount}: Horizon,
): ExpectedOrders {
	let orders = 0;
	let discounted = 0;
	for (let month = 1; month - 1 < months; month++) {
		const end = Math.min(month, months);
		const until = expectedOrdersIfAlive(parameters, frequency, age, end * periodsPerMonth);
		discounted += Math.max(0, until - orders) / (1 + monthlyDiscount) ** end;
		orders = until;
	}
	return {orders, discounted};
}
