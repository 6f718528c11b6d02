import {expect, test} from 'vitest';
import {incompleteBeta} from '../../../source/analytics/statistics/incomplete-beta.ts';
import {
	countAtLeast,
	countAtMost,
	spreadShape,
} from '../../../source/analytics/statistics/negative-binomial.ts';

const poisson = (mean: number) => ({mean, shape: Number.POSITIVE_INFINITY});

test('the incomplete beta function has its known values', () => {
	// I_x(1, b) = 1 − (1 − x)^b, and I_½(a, a) = ½; I_0.5(2, 3) = 11/16 (binomial tail of 4 throws).
	expect(incompleteBeta(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 12);
	expect(incompleteBeta(0.5, 7.3, 7.3)).toBeCloseTo(0.5, 12);
	expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(11 / 16, 12);
});

test('Poisson tails are those of the tables', () => {
	// R: ppois(2, 5) = 0.1246520, ppois(9, 5, lower.tail = FALSE) = 0.03182806.
	expect(countAtMost(2, poisson(5))).toBeCloseTo(0.124652, 5);
	expect(countAtLeast(10, poisson(5))).toBeCloseTo(0.03182806, 5);
	expect(countAtMost(0, poisson(3))).toBeCloseTo(Math.exp(-3), 6);
});

test('negative binomial tails are sums of their terms', () => {
	// size 3, mu 4: p = 3/7; P(0) = p³, P(1) = 3 p³ q, P(2) = 6 p³ q², with q = 4/7.
	const [p, q] = [3 / 7, 4 / 7];
	const below3 = p ** 3 * (1 + 3 * q + 6 * q ** 2);
	expect(countAtMost(2, {mean: 4, shape: 3})).toBeCloseTo(below3, 12);
	expect(countAtLeast(3, {mean: 4, shape: 3})).toBeCloseTo(1 - below3, 12);
});

test('nothing is certain to be at least nothing, and impossible to be less', () => {
	expect(countAtLeast(0, poisson(4))).toBe(1);
	expect(countAtMost(-1, poisson(4))).toBe(0);
	expect(countAtMost(3, poisson(0))).toBe(1);
});

test('the shape of counts is that by which they vary more than Poisson counts', () => {
	// Means 10; squares of deviations 36 · 4; excess (36 − 10) · 4, so shape = 400 / 104.
	expect(spreadShape([4, 16, 4, 16], [10, 10, 10, 10], 0)).toBeCloseTo(400 / 104, 12);
	expect(spreadShape([10, 10, 10, 10], [10, 10, 10, 10], 0)).toBe(Number.POSITIVE_INFINITY);
});
