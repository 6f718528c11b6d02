import {expect, test} from 'vitest';
import {tierCutoffs, tierOf} from '../../source/analytics/value-tiers.ts';

const tiersOf = (revenues: readonly number[]) => {
	const cutoffs = tierCutoffs(revenues);
	return revenues.map(revenue => tierOf(revenue, cutoffs));
};

test('tiers follow the share of value, counted from the best customer down', () => {
	// 20, 30, 30 and 20 of 100.
	expect(tiersOf([20, 15, 15, 10, 10, 10, 5, 5, 5, 5])).toEqual([
		'Platinum',
		'Gold',
		'Gold',
		'Silver',
		'Silver',
		'Silver',
		'Bronze',
		'Bronze',
		'Bronze',
		'Bronze',
	]);
});

test('whoever stands across a border belongs where their value begins', () => {
	expect(tiersOf([60, 30, 10])).toEqual(['Platinum', 'Silver', 'Bronze']);
});

test('customers of equal revenue are in one tier', () => {
	expect(new Set(tiersOf([10, 10, 10, 10]))).toEqual(new Set(['Platinum']));
});

test('who brings nothing is Bronze, also where nobody brings anything', () => {
	expect(tiersOf([100, 0, -5])).toEqual(['Platinum', 'Bronze', 'Bronze']);
	expect(tiersOf([0, 0])).toEqual(['Bronze', 'Bronze']);
	expect(tiersOf([])).toEqual([]);
});
