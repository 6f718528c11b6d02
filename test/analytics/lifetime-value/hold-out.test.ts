import {expect, test} from 'vitest';
import {fitBgNbd} from '../../../source/analytics/lifetime-value/fit-bg-nbd.ts';
import {holdOut} from '../../../source/analytics/lifetime-value/hold-out.ts';
import {predictOrders} from '../../../source/analytics/lifetime-value/predict-orders.ts';
import {cdnowCustomers} from './cdnow-customers.ts';

/** CDNOW, weeks 40 to 78, by repeat purchases until week 39: the walkthrough of BTYD for R. */
const published = {
	customers: [1411, 439, 214, 100, 62, 38, 29, 64],
	actual: [0.236_711_6, 0.697_038_7, 1.392_523, 1.56, 2.532_258, 2.947_368, 3.862_069, 6.359_375],
};

test('the model of CDNOW expects of the next 39 weeks nearly what the literature counts in them', () => {
	const customers = cdnowCustomers();
	const {parameters} = fitBgNbd(customers)!;
	const horizon = {months: 1, periodsPerMonth: 39, monthlyDiscount: 0};
	const expected = predictOrders(parameters, customers, horizon).orders;
	// Only the means of the groups are published: everybody is given that of theirs.
	const actual = customers.frequency.map(repeats => published.actual[Math.min(7, repeats)]!);
	const {groups, ...all} = holdOut(customers, expected, actual, 39);
	expect(groups.map(group => group.customers)).toEqual(published.customers);
	expect(groups.map(group => Number(group.actual.toFixed(6)))).toEqual(
		published.actual.map(mean => Number(mean.toFixed(6))),
	);
	// Who bought more often buys more often, each group within 0.4 orders of what came.
	for (const [index, group] of groups.entries()) {
		expect(Math.abs(group.expected - published.actual[index]!)).toBeLessThan(0.4);
		expect(group.expected).toBeGreaterThan(groups[index - 1]?.expected ?? 0);
	}
	expect(all.actual).toBeCloseTo(1882, 0);
	expect(Math.abs(all.expected / all.actual - 1)).toBeLessThan(0.15);
	expect(all.meanError).toBeLessThan(all.naiveMeanError);
});

test('three customers by hand', () => {
	const before = {frequency: Float64Array.of(0, 2, 9), age: Float64Array.of(0, 10, 30)};
	expect(holdOut(before, Float64Array.of(0.5, 1, 3), Float64Array.of(0, 2, 4), 10)).toEqual({
		groups: [
			{frequency: 0, customers: 1, expected: 0.5, actual: 0},
			{frequency: 2, customers: 1, expected: 1, actual: 2},
			{frequency: 7, customers: 1, expected: 3, actual: 4},
		],
		customers: 3,
		expected: 4.5,
		actual: 6,
		meanError: 2.5 / 3,
		// At 2 / 10 and 9 / 30 a period they would buy 2 and 3 times in 10.
		naiveMeanError: 1 / 3,
	});
});

test('nobody is off by nothing', () => {
	const none = new Float64Array();
	expect(holdOut({frequency: none, age: none}, none, none, 4)).toMatchObject({
		groups: [],
		customers: 0,
		meanError: 0,
	});
});
