import {expect, test} from 'vitest';
import type {Demand} from '../../../source/analytics/inventory/demand.ts';
import {planOrder} from '../../../source/analytics/inventory/order-plan.ts';
import {countQuantile} from '../../../source/analytics/statistics/count-quantile.ts';
import {expectedShortage} from '../../../source/analytics/statistics/expected-shortage.ts';
import fc from '../../helpers/property.ts';

const demand = (perDay: number, variance = perDay, uncertainty = 0): Demand => ({
	perDay,
	variance,
	uncertainty,
	days: 56,
});
const poisson = (mean: number) => ({mean, shape: Number.POSITIVE_INFINITY});

test('quantiles are those of printed Poisson tables', () => {
	// Mean 4: P(≤ 7) = 0.9489, P(≤ 8) = 0.9786. Mean 10: P(≤ 17) = 0.9857, P(≤ 18) = 0.9928.
	expect(countQuantile(0.9489, poisson(4))).toBe(8);
	expect(countQuantile(0.948, poisson(4))).toBe(7);
	expect(countQuantile(0.99, poisson(10))).toBe(18);
	expect(countQuantile(0.5, poisson(0.5))).toBe(0);
});

test('quantiles of a negative binomial count are those of its probabilities summed up one by one', () => {
	// Summed apart in Python from the definition; R: qnbinom(c(0.5, 0.95, 0.99), size = 2, mu = 10).
	expect([0.5, 0.95, 0.99].map(share => countQuantile(share, {mean: 10, shape: 2}))).toEqual([8, 25, 35]);
});

test('the reorder point is that of the textbook: 15 a day with deviation 5, 2 days, 90 %', () => {
	// Heizer, Render, Munson: Operations Management, ch. 12: 30 + 1.28 · 5 · √2 = 39 units.
	const {reorderPoint, safetyStock} = planOrder(100, demand(15, 25), {
		leadDays: 2,
		reviewDays: 0,
		serviceLevel: 0.9,
	});
	expect(reorderPoint).toBe(39);
	expect(safetyStock).toBe(9);
});

test('what is ordered fills up to the demand of lead and review time, and nothing while there is enough', () => {
	const rule = {leadDays: 4, reviewDays: 6, serviceLevel: 0.95};
	// One a day: Poisson 4 over the lead time, 10 over both; P(≤ 14) = 0.9165, P(≤ 15) = 0.9513.
	expect(planOrder(8, demand(1), rule)).toEqual({reorderPoint: 8, safetyStock: 4, quantity: 7});
	expect(planOrder(0, demand(1), rule).quantity).toBe(15);
	expect(planOrder(-2, demand(1), rule).quantity).toBe(17);
	expect(planOrder(9, demand(1), rule).quantity).toBe(0);
	expect(planOrder(0, demand(0), rule).quantity).toBe(0);
});

test('a higher service level, a longer lead time and wilder demand never order less', () => {
	const level = fc.double({min: 0.5, max: 0.999, noNaN: true});
	const pace = fc.double({min: 0.01, max: 200, noNaN: true});
	fc.assert(
		fc.property(
			pace,
			level,
			level,
			fc.nat(40),
			fc.integer({min: 1, max: 30}),
			(perDay, one, other, stock, leadDays) => {
				const [low, high] = [Math.min(one, other), Math.max(one, other)];
				const order = (serviceLevel: number, days = leadDays) =>
					planOrder(stock, demand(perDay, 1.5 * perDay, 0.01 * perDay), {
						leadDays: days,
						reviewDays: 7,
						serviceLevel,
					});
				expect(order(high).reorderPoint).toBeGreaterThanOrEqual(order(low).reorderPoint);
				expect(order(high).quantity).toBeGreaterThanOrEqual(order(low).quantity);
				expect(order(low, leadDays + 1).reorderPoint).toBeGreaterThanOrEqual(order(low).reorderPoint);
				const wild = planOrder(stock, demand(perDay, 4 * perDay), {
					leadDays,
					reviewDays: 7,
					serviceLevel: 0.95,
				});
				const calm = planOrder(stock, demand(perDay), {leadDays, reviewDays: 7, serviceLevel: 0.95});
				expect(wild.reorderPoint).toBeGreaterThanOrEqual(calm.reorderPoint - 1);
			},
		),
	);
});

test('the expected shortage is the sum of what each count falls short of', () => {
	// Poisson, mean 1 and one unit: Σ (n − 1) P(n) = e⁻¹.
	expect(expectedShortage(1, poisson(1))).toBeCloseTo(Math.exp(-1), 6);
	expect(expectedShortage(0, poisson(3))).toBe(3);
	expect(expectedShortage(-5, poisson(3))).toBe(3);
	// Negative binomial of shape 2 and mean 4: P(0) = 1/9, P(1) = 4/27; 4 − 2 + 2 P(0) + P(1).
	expect(expectedShortage(2, {mean: 4, shape: 2})).toBeCloseTo(4 - 2 + 2 / 9 + 4 / 27, 9);
	expect(expectedShortage(500, poisson(3))).toBe(0);
});
