import {expect, test} from 'vitest';
import {allot, stackedBar} from '../../../source/views/charts/stacked-bar.ts';
import fc from '../../helpers/property.ts';

const part = (value: number, glyph: string) => ({value, glyph, paint: (text: string) => text});

test('parts fill the width in proportion', () => {
	expect(stackedBar([part(1, 'a'), part(2, 'b'), part(1, 'c')], 8)).toBe('aabbbbcc');
});

test('what is left goes to the largest remainders', () => {
	expect(allot([1, 1, 1], 10)).toEqual([4, 3, 3]);
	expect(allot([5, 3, 2], 4)).toEqual([2, 1, 1]);
});

test('nothing to share is an empty bar', () => {
	expect(stackedBar([part(0, 'a'), part(-3, 'b')], 8)).toBe('');
});

test('columns always add up to the width', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(), {minLength: 1, maxLength: 8}),
			fc.integer({min: 1, max: 200}),
			(values, width) => {
				const sum = allot(values, width).reduce((total, count) => total + count, 0);
				expect(sum).toBe(values.some(value => value > 0) ? width : 0);
			},
		),
	);
});
