import {expect, test} from 'vitest';
import {mannWhitney} from '../../../source/analytics/statistics/mann-whitney.ts';
import {meanTest, welchTest} from '../../../source/analytics/statistics/mean-tests.ts';
import {median, medianDeviation} from '../../../source/analytics/statistics/median.ts';
import {normalBothTails} from '../../../source/analytics/statistics/normal-tail.ts';
import {sampleOf} from '../../../source/analytics/statistics/sample.ts';
import {studentBothTails, studentBound} from '../../../source/analytics/statistics/student-t.ts';

/** R's `sleep`: Cushny and Peebles 1905, the data of Student's paper of 1908. */
const sleep = {
	one: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
	other: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

test('Student’s t has the tails and bounds of the tables', () => {
	// Fisher and Yates, table III: 10 degrees of freedom, 5 % beyond 2.228; one degree, 5 % beyond 12.706.
	expect(studentBound(0.05, 10)).toBeCloseTo(2.228139, 5);
	expect(studentBound(0.05, 1)).toBeCloseTo(12.7062, 3);
	expect(studentBound(0.01, 30)).toBeCloseTo(2.749996, 5);
	// One degree of freedom is Cauchy's distribution: half of it is beyond ±1.
	expect(studentBothTails(1, 1)).toBeCloseTo(0.5, 12);
});

test('Welch’s test of sleep is R’s', () => {
	const found = welchTest(sampleOf(sleep.one), sampleOf(sleep.other))!;
	expect(found.t).toBeCloseTo(-1.8608, 4);
	expect(found.df).toBeCloseTo(17.776, 3);
	expect(found.p).toBeCloseTo(0.07939, 5);
	expect(found.interval[0]).toBeCloseTo(-3.3654832, 6);
	expect(found.interval[1]).toBeCloseTo(0.2054832, 6);
});

test('the paired test of sleep is R’s', () => {
	const found = meanTest(sampleOf(sleep.one.map((value, index) => value - sleep.other[index]!)))!;
	expect(found.t).toBeCloseTo(-4.0621, 4);
	expect(found.df).toBe(9);
	expect(found.p).toBeCloseTo(0.002833, 6);
	expect(found.interval[0]).toBeCloseTo(-2.4598858, 6);
	expect(found.interval[1]).toBeCloseTo(-0.7001142, 6);
});

test('values without any spread, or too few, are not tested', () => {
	expect(meanTest(sampleOf([2, 2, 2]))).toBeUndefined();
	expect(meanTest(sampleOf([1, 2]))).toBeUndefined();
	expect(welchTest(sampleOf([1, 2, 3]), sampleOf([5]))).toBeUndefined();
});

test('normal tails are those of the tables', () => {
	expect(normalBothTails(1.959964)).toBeCloseTo(0.05, 6);
	expect(normalBothTails(-2.575829)).toBeCloseTo(0.01, 6);
	expect(normalBothTails(0)).toBeCloseTo(1, 6);
	// R: 2 * pnorm(-6) = 1.973175e-09.
	expect(normalBothTails(6) / 1.973175e-9).toBeCloseTo(1, 5);
});

test('the Mann–Whitney test of ozone in May and August is R’s', () => {
	// R: wilcox.test(Ozone ~ Month, data = airquality, subset = Month %in% c(5, 8)).
	const may = [
		41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37,
	];
	const august = [
		39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
	];
	const found = mannWhitney(may, august)!;
	expect(found.w).toBe(127.5);
	expect(found.p).toBeCloseTo(0.0001208, 7);
});

test('the Mann–Whitney count of Hollander and Wolfe’s permeability example is 35', () => {
	const found = mannWhitney(
		[0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
		[1.15, 0.88, 0.9, 0.74, 1.21],
	)!;
	expect(found.w).toBe(35);
	expect(found.superiority).toBeCloseTo(0.7, 12);
	// By hand: z = (35 − 25 − 0.5) / √(10 · 5 · 16 / 12) = 1.16351.
	expect(found.p).toBeCloseTo(normalBothTails(1.16351), 5);
	expect(mannWhitney([1, 1], [1])).toBeUndefined();
});

test('median and median absolute deviation', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 2, 3])).toBe(2.5);
	// R's help of mad(): mad(c(1:9)) = 2.9652.
	expect(medianDeviation([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(2.9652, 10);
});
