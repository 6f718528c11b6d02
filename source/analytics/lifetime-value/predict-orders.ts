import type {BgNbdParameters} from './bg-nbd-parameters.ts';
import type {CustomerHistories} from './customer-histories.ts';
import {discountedOrders, type ExpectedOrders, type Horizon} from './discounted-orders.ts';
import {probabilityAlive} from './probability-alive.ts';

/** One place a customer. */
export type PredictedOrders = {
	readonly alive: Float64Array;
	readonly orders: Float64Array;
	readonly discounted: Float64Array;
};

/** What the BG/NBD model expects of each customer over the horizon. */
export function predictOrders(
	parameters: BgNbdParameters,
	{frequency, recency, age}: CustomerHistories,
	horizon: Horizon,
): PredictedOrders {
	const alive = frequency.map((repeats, index) =>
		probabilityAlive(parameters, repeats, recency[index]!, age[index]!),
	);
	const orders = new Float64Array(alive.length);
	const discounted = new Float64Array(alive.length);
	// What is expected of the living depends on x and T alone, which many share, and is costly.
	const known = new Map<number, Map<number, ExpectedOrders>>();
	for (let index = 0; index < alive.length; index++) {
		const [x, T] = [frequency[index]!, age[index]!];
		const byAge = known.get(x) ?? new Map<number, ExpectedOrders>();
		known.set(x, byAge);
		const expected = byAge.get(T) ?? discountedOrders(parameters, x, T, horizon);
		byAge.set(T, expected);
		orders[index] = alive[index]! * expected.orders;
		discounted[index] = alive[index]! * expected.discounted;
	}
	return {alive, orders, discounted};
}
