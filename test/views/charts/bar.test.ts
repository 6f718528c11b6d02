import {expect, test} from 'vitest';
import {bar} from '../../../source/views/charts/bar.ts';
import {glyphSets} from '../../../source/views/theme/glyphs.ts';

const {unicode, ascii} = glyphSets;

test('a bar is exact to an eighth of a column', () => {
	expect(bar(8, 8, 4, unicode)).toBe('████');
	expect(bar(4, 8, 4, unicode)).toBe('██');
	expect(bar(1, 32, 4, unicode)).toBe('▏');
	expect(bar(5, 32, 4, unicode)).toBe('▋');
	expect(bar(13, 32, 4, unicode)).toBe('█▋');
});

test('something shows a sliver, nothing and less than nothing do not', () => {
	expect(bar(0.001, 1000, 4, unicode)).toBe('▏');
	expect(bar(0, 1000, 4, unicode)).toBe('');
	expect(bar(-5, 1000, 4, unicode)).toBe('');
	expect(bar(5, 0, 4, unicode)).toBe('');
	expect(bar(Number.NaN, 10, 4, unicode)).toBe('');
});

test('a bar is never longer than its width', () => {
	expect(bar(99, 8, 4, unicode)).toBe('████');
	expect(bar(5, 8, 0, unicode)).toBe('');
});

test('ASCII has whole columns only', () => {
	expect(bar(5, 8, 4, ascii)).toBe('###');
});
