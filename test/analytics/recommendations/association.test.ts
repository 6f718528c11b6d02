import {expect, test} from 'vitest';
import {
	association,
	associationTest,
	logLikelihoodRatio,
} from '../../../source/analytics/recommendations/association.ts';

test('support, confidence, lift and cosine are those of the example computed by hand in docs/analyses.md', () => {
	// Of 1,000 customers 60 have the first, 120 the second and 41 both.
	const {both, support, confidence, lift, cosine} = association({
		both: 41,
		first: 60,
		second: 120,
		owners: 1000,
	});
	expect(both).toBe(41);
	expect(support).toBe(0.041);
	expect(confidence).toBeCloseTo(41 / 60, 12);
	// 41 · 1000 / 7200, and 41 / √7200 = 41 / 84.8528.
	expect(lift).toBeCloseTo(5.694444, 6);
	expect(cosine).toBeCloseTo(0.48319, 5);
});

test('the likelihood ratio is the one that Dunning (1993) published for a pair of words', () => {
	// "the swiss": 110 times both, 2442 the first alone, 111 the second alone, 29,114 neither; 270.72.
	const ratio = logLikelihoodRatio(110 + 2442 + 111 + 29_114);
	expect(ratio({both: 110, first: 110 + 2442, second: 110 + 111})).toBeCloseTo(270.72, 2);
});

test('the ratio does not depend on which of the two comes first, and is zero where one says nothing of the other', () => {
	const ratio = logLikelihoodRatio(1000);
	expect(ratio({both: 41, first: 60, second: 120})).toBeCloseTo(ratio({both: 41, first: 120, second: 60}), 9);
	expect(ratio({both: 12, first: 100, second: 120})).toBeCloseTo(0, 9);
});

test('two who bought the same two odd things recommend nothing, three do', () => {
	const isAssociated = associationTest(5000);
	expect(isAssociated({both: 2, first: 2, second: 2})).toBe(false);
	expect(isAssociated({both: 3, first: 3, second: 3})).toBe(true);
});

test('what chance could have done is no recommendation, nor what is bought together less often than by chance', () => {
	const isAssociated = associationTest(1000);
	// 12 are expected.
	expect(isAssociated({both: 17, first: 100, second: 120})).toBe(false);
	expect(isAssociated({both: 30, first: 100, second: 120})).toBe(true);
	expect(isAssociated({both: 3, first: 200, second: 300})).toBe(false);
});
