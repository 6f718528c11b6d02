import {expect, test} from 'vitest';
import {sparkline} from '../../../source/views/charts/sparkline.ts';
import {glyphSets} from '../../../source/views/theme/glyphs.ts';

const {unicode, ascii} = glyphSets;

test('a sparkline stands on zero', () => {
	expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8, unicode)).toBe('▁▂▃▄▅▆▇█');
	expect(sparkline([6, 7], 8, unicode)).toBe('▇█');
});

test('or on the lowest value, where changes say more than the level', () => {
	expect(sparkline([100, 103.5, 107], 8, unicode, 'lowest')).toBe('▁▅█');
	expect(sparkline([100, 100], 8, unicode, 'lowest')).toBe('▅▅');
});

test('a long series becomes means of stretches', () => {
	expect(sparkline([0, 0, 7, 7, 14, 14], 3, unicode)).toBe('▁▅█');
});

test('what is below zero, or nothing at all, lies on the ground', () => {
	expect(sparkline([-5, 0, 7], 3, unicode)).toBe('▁▁█');
	expect(sparkline([0, 0], 3, unicode)).toBe('▁▁');
	expect(sparkline([], 3, unicode)).toBe('');
});

test('ASCII rises too', () => {
	expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8, ascii)).toBe('_.-=+*%#');
});
