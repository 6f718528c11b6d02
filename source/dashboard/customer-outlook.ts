import type {CustomerHistories} from '../analytics/lifetime-value/customer-histories.ts';
import {expectedSpend} from '../analytics/lifetime-value/expected-spend.ts';
import {predictOrders} from '../analytics/lifetime-value/predict-orders.ts';
import {localDay, type Zone} from '../business-time.ts';
import type {Money} from '../money.ts';
import type {CustomerPurchase} from '../store/customers/customer-purchases.ts';
import type {LifetimeFit} from './read-lifetime-value.ts';

/** What the model that was fitted last expects of one customer. */
export type CustomerOutlook = {
	/** Probability that they still buy. */
	readonly alive: number;
	/** Over how many months the rest counts. */
	readonly months: number;
	readonly expectedOrders: number;
	/** Of those orders, discounted; absent where no model of spending holds. */
	readonly value: Money | undefined;
};

/**
 * The customer's history is counted as `salesmon clv` counts it: days with a purchase are the
 * purchases, the first of them makes a customer.
 *
 * @param purchases oldest first
 * @param before the moment up to which the history is known
 */
export function customerOutlook(
	{parameters, spend, daysPerPeriod, horizon}: LifetimeFit,
	purchases: readonly CustomerPurchase[],
	before: number,
	zone: Zone,
): CustomerOutlook | undefined {
	const revenues = new Map<number, Money>();
	for (const {at, revenue} of purchases) {
		const day = localDay(zone, at);
		revenues.set(day, (revenues.get(day) ?? 0) + revenue);
	}
	const days = [...revenues.keys()];
	const [firstDay, lastDay] = [days[0], days.at(-1)];
	if (firstDay === undefined || lastDay === undefined) {
		return undefined;
	}
	const frequency = days.length - 1;
	const repeats = [...revenues.values()].slice(1).reduce((sum, revenue) => sum + revenue, 0);
	const history: CustomerHistories = {
		frequency: Float64Array.of(frequency),
		recency: Float64Array.of((lastDay - firstDay) / daysPerPeriod),
		age: Float64Array.of((localDay(zone, before - 1) - firstDay) / daysPerPeriod),
		monetary: Float64Array.of(frequency > 0 ? repeats / frequency : 0),
		revenue: undefined,
	};
	const {alive, orders, discounted} = predictOrders(parameters, history, horizon);
	return {
		alive: alive[0]!,
		months: horizon.months,
		expectedOrders: orders[0]!,
		value: spend && discounted[0]! * expectedSpend(spend, frequency, history.monetary![0]!),
	};
}
