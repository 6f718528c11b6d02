import {expect, test} from 'vitest';
import {benjaminiHochberg, familywise, simes} from '../../../source/analytics/statistics/false-discovery.ts';
import fc from '../../helpers/property.ts';

/** Benjamini and Hochberg 1995, §4: fifteen hypotheses on thrombolysis after a heart attack. */
const thrombolysis = [
	0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
	0.759, 1,
];

test('of the fifteen tests of the paper the first four are found, as published', () => {
	const adjusted = benjaminiHochberg(thrombolysis);
	expect(adjusted.filter(q => q <= 0.05)).toHaveLength(4);
	// By hand, 15 p(i) / i: 0.0015, 0.003, 0.0095, 0.035625, 0.0603, then 0.0645 of the eighth.
	const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765];
	for (const [index, q] of expected.entries()) {
		expect(adjusted[index]).toBeCloseTo(q, 7);
	}
});

test('adjusting three p-values by hand', () => {
	// 0.01 · 3 / 1, 0.02 · 3 / 2, 0.03 · 3 / 3 are all 0.03.
	expect(benjaminiHochberg([0.02, 0.03, 0.01])).toEqual([0.03, 0.03, 0.03]);
	expect(simes([0.02, 0.2])).toBeCloseTo(0.04, 12);
	expect(simes([0.04, 0.045])).toBeCloseTo(0.045, 12);
});

const ps = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 30});

test('adjusted values are never smaller, keep the order, and do not depend on it', () => {
	fc.assert(
		fc.property(
			ps.chain(list =>
				fc.shuffledSubarray(
					list.map((p, index) => ({p, index})),
					{minLength: list.length},
				),
			),
			shuffled => {
				const adjusted = benjaminiHochberg(shuffled.map(({p}) => p));
				const sorted = [...shuffled].sort((a, b) => a.index - b.index);
				const inOrder = benjaminiHochberg(sorted.map(({p}) => p));
				for (const [place, {p, index}] of shuffled.entries()) {
					expect(adjusted[place]).toBeGreaterThanOrEqual(p);
					expect(adjusted[place]).toBeCloseTo(inOrder[index]!, 12);
					for (const [otherPlace, other] of shuffled.entries()) {
						if (other.p > p) {
							expect(adjusted[otherPlace]!).toBeGreaterThanOrEqual(adjusted[place]!);
						}
					}
				}
			},
		),
	);
});

test('families of one are Benjamini and Hochberg, and one family is too', () => {
	fc.assert(
		fc.property(ps, list => {
			const alone = familywise(
				list.map(p => [p]),
				0.05,
			).flat();
			const together = familywise([list], 0.05)[0]!;
			const adjusted = benjaminiHochberg(list);
			const found = (qs: readonly number[]) => qs.map(q => q <= 0.05);
			expect(found(alone)).toEqual(found(adjusted));
			expect(found(together)).toEqual(found(adjusted));
		}),
	);
});

test('a thousand tests of nothing do not hide a single one', () => {
	const nothing = Array.from({length: 1000}, (_, index) => (index + 1) / 1000);
	const [, alone] = familywise([nothing, [0.01]], 0.05);
	expect(alone![0]).toBeCloseTo(0.02, 12);
	expect(benjaminiHochberg([...nothing, 0.01]).at(-1)).toBeGreaterThan(0.5);
});

test('an empty family is none', () => {
	expect(familywise([[], [0.03]], 0.05)).toEqual([[], [0.03]]);
});
