import {countQuantile} from '../statistics/count-quantile.ts';
import {demandOver, estimateDemand} from './demand.ts';
import type {StockedProduct} from './inventory.ts';
import type {StockRule} from './order-plan.ts';

/** How the reorder points of one lead time ago did in the days since. */
export type ServiceTrial = {
	/** Products that could be bought all the time and were sold before. */
	readonly products: number;
	/**
	 * Of them, how many sold no more than their reorder point of then. It should be the service level,
	 * or a bit more, as units are whole.
	 */
	readonly held: number;
};

/** Fewer products say nothing of a level of 95 %. */
const leastProducts = 20;
const leastDays = 14;

/** Puts the reorder points to the test on days that they were not made from. */
export function tryService(
	products: readonly StockedProduct[],
	days: number,
	{leadDays, serviceLevel}: StockRule,
): ServiceTrial | undefined {
	const held = Math.max(1, Math.round(leadDays));
	if (days - held < leastDays) {
		return undefined;
	}
	const tried = products.flatMap(({sold, available}) => {
		const since = available.subarray(0, held);
		const demand = estimateDemand(sold.subarray(held), day => available[held + day] === 1);
		if (demand.perDay === 0 || since.includes(0)) {
			return [];
		}
		const point = countQuantile(serviceLevel, demandOver(held, demand));
		return [sold.subarray(0, held).reduce((sum, units) => sum + units, 0) <= point];
	});
	return tried.length < leastProducts
		? undefined
		: {products: tried.length, held: tried.filter(Boolean).length / tried.length};
}
