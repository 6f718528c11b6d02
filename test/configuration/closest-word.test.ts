import {expect, test} from 'vitest';
import {closestWord, editDistance} from '../../source/configuration/closest-word.ts';

test.each([
	// https://en.wikipedia.org/wiki/Levenshtein_distance
	['kitten', 'sitting', 3],
	// A swap of neighbours is one edit in optimal string alignment and two in Levenshtein's.
	['theme', 'tehme', 1],
	['', 'abc', 3],
	['same', 'same', 0],
])('from %j to %j it is %i edits', (from, to, edits) => {
	expect(editDistance(from, to)).toBe(edits);
	expect(editDistance(to, from)).toBe(edits);
});

test('a slip of the finger is understood, and what is far from everything is not', () => {
	expect(closestWord('Colour', ['locale', 'color'])).toBe('color');
	expect(closestWord('wndow', ['window', 'view'])).toBe('window');
	expect(closestWord('banana', ['window', 'view'])).toBeUndefined();
});
