import {countAtLeast} from '../statistics/negative-binomial.ts';
import {type Demand, demandOver} from './demand.ts';

/** Days until the last unit is sold: one in ten times earlier than `p10`, nine in ten earlier than `p90`. */
export type StockOut = {
	readonly p10: number;
	readonly p50: number | undefined;
	readonly p90: number | undefined;
};

/** What is further away is not told. */
export const longestDays = 365;

/**
 * When the stock runs out: by day t with the probability that as much is asked for until then,
 * P(T ≤ t) = P(demand over t ≥ stock).
 *
 * @returns nothing where that is more than a year off for nine in ten; a later bound is absent then
 */
export function stockOut(stock: number, demand: Demand): StockOut | undefined {
	if (stock <= 0) {
		return {p10: 0, p50: 0, p90: 0};
	}
	const p10 = daysUntil(0.1, stock, demand);
	return p10 === undefined
		? undefined
		: {p10, p50: daysUntil(0.5, stock, demand), p90: daysUntil(0.9, stock, demand)};
}

const steps = 40;

function daysUntil(probability: number, stock: number, demand: Demand): number | undefined {
	const isOutBy = (days: number) => countAtLeast(stock, demandOver(days, demand)) >= probability;
	if (demand.perDay <= 0 || !isOutBy(longestDays)) {
		return undefined;
	}
	let [early, late] = [0, longestDays];
	for (let step = 0; step < steps; step++) {
		const middle = (early + late) / 2;
		if (isOutBy(middle)) {
			late = middle;
		} else {
			early = middle;
		}
	}
	return late;
}
