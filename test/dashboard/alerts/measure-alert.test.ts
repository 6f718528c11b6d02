import {describe, expect, test} from 'vitest';
import {holds} from '../../../source/dashboard/alerts/alert-state.ts';
import {
	type AlertFacts,
	measureAlert,
	unknownCategory,
} from '../../../source/dashboard/alerts/measure-alert.ts';
import type {GoalStanding} from '../../../source/dashboard/goal-standings.ts';
import {alertWords, unknownCategoryWords} from '../../../source/views/words/alert-words.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';

const dashboard = testDashboard();
const facts = (change: Partial<AlertFacts> = {}): AlertFacts => ({
	dashboard,
	goals: [],
	rejectedRows: 0,
	categories: ['Books', 'Toys'],
	...change,
});

const standing = (soFar: number, dueByNow: number): GoalStanding => ({
	goal: {of: 'orders', amount: 100, per: 'day'},
	period: {from: 0, to: 1},
	pace: {
		status: 'ready',
		soFar,
		dueByNow,
		projected: {mean: 1, lo80: 1, hi80: 1, lo95: 1, hi95: 1},
		chance: 0.5,
	},
});

test('a goal is behind when less than the share of what is due has come; the worst one counts', () => {
	const condition = {when: 'pace', below: 0.8} as const;
	const measured = measureAlert(condition, facts({goals: [standing(90, 100), standing(30, 40)]}))!;
	expect(measured).toEqual({value: 0.75, threshold: 0.8, side: 'below', subject: 'orders per day'});
	expect(holds(measured)).toBe(true);
	expect(alertWords(condition, measured, testFormats)).toBe(
		'orders per day is at 75% of what is due by now, below 80%',
	);
	expect(measureAlert(condition, facts())).toBeUndefined();
});

test('what is over says that it is', () => {
	const condition = {when: 'share', category: 'Toys', above: 0.4} as const;
	const measured = {value: 0.35, threshold: 0.4, side: 'above', subject: 'Toys'} as const;
	expect(alertWords(condition, measured, testFormats)).toBe(
		'Toys makes 35% of the revenue, no longer above 40%',
	);
});

test('a silence is as long as since the last sale', () => {
	const at = dashboard.freshness.lastSaleAt!;
	const condition = {when: 'silence', aboveMs: 90_000} as const;
	const measure = (asOf: number) => measureAlert(condition, facts({dashboard: {...dashboard, asOf}}))!;
	expect(holds(measure(at + 90_000))).toBe(false);
	expect(holds(measure(at + 90_001))).toBe(true);
	expect(alertWords(condition, measure(at + 600_000), testFormats)).toBe(
		'no sale for 10 min, longer than 1.5 min',
	);
	expect(alertWords(condition, measure(at + 1000), testFormats)).toBe('the last sale was 1 s ago');
});

describe('stock', () => {
	const product = (stock: number, coverDays: number) => ({
		...dashboard.lowStock[0]!,
		name: 'Kettle',
		stock,
		coverDays,
	});
	const measure = (belowDays: number, ...lowStock: readonly ReturnType<typeof product>[]) =>
		measureAlert({when: 'stock', belowDays}, facts({dashboard: {...dashboard, lowStock}}));

	test('that is sold out is an alert with a threshold of no days', () => {
		expect(holds(measure(0, product(0, Number.POSITIVE_INFINITY))!)).toBe(true);
		expect(holds(measure(0, product(1, 0.5))!)).toBe(false);
	});

	test('names what is sold out, and how much else is', () => {
		const measured = measure(0, product(0, 0), product(-1, 0), product(5, 1))!;
		expect(measured).toEqual({value: 2, threshold: 0, side: 'above', subject: 'Kettle'});
		expect(alertWords({when: 'stock', belowDays: 0}, measured, testFormats)).toBe(
			'sold out: Kettle and 1 more',
		);
	});

	test('that lasts for less than the days that are asked for is one too', () => {
		const measured = measure(3, product(40, 8), product(5, 2.4))!;
		expect(measured).toMatchObject({value: 2.4, subject: 'Kettle'});
		expect(holds(measured)).toBe(true);
		expect(alertWords({when: 'stock', belowDays: 3}, measured, testFormats)).toBe(
			'Kettle lasts 2 more days, less than 3',
		);
	});

	test('that nobody counts is none', () => {
		expect(measure(3)).toBeUndefined();
	});
});

test('a category that sells nothing has no share', () => {
	const condition = {when: 'share', category: 'Empty', below: 0.1} as const;
	expect(measureAlert(condition, facts({categories: ['Books', 'Empty']}))).toEqual({
		value: 0,
		threshold: 0.1,
		side: 'below',
		subject: 'Empty',
	});
});

test('a category that there is not has nothing to measure, once there are any', () => {
	const condition = {when: 'share', category: 'Nope', below: 0.1} as const;
	expect(measureAlert(condition, facts())).toBeUndefined();
	expect(unknownCategory(condition, facts())).toBe('Nope');
	expect(unknownCategory(condition, facts({categories: []}))).toBeUndefined();
	expect(unknownCategory({...condition, category: 'Toys'}, facts())).toBeUndefined();
	expect(unknownCategoryWords('Nope', ['Books', 'Toys'])).toBe('no category is called "Nope"');
	expect(unknownCategoryWords('toys', ['Books', 'Toys'])).toBe(
		'no category is called "toys"; there is "Toys"',
	);
});

test('a category’s share is that of the screen', () => {
	const [first] = dashboard.categories;
	const measured = measureAlert(
		{when: 'share', category: first!.name, above: first!.share - 0.01},
		facts({categories: dashboard.categories.map(({name}) => name)}),
	)!;
	expect(measured.value).toBe(first!.share);
	expect(holds(measured)).toBe(true);
});

test('rejected rows are counted', () => {
	const condition = {when: 'rejects', above: 10} as const;
	expect(holds(measureAlert(condition, facts({rejectedRows: 10}))!)).toBe(false);
	expect(holds(measureAlert(condition, facts({rejectedRows: 11}))!)).toBe(true);
});
