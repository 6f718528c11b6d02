import {describe, expect, test} from 'vitest';
import {
	type ColorDepth,
	createTheme,
	detectBackground,
	detectColorDepth,
} from '../../../source/views/theme/theme.ts';
import {builtInThemes} from '../../../source/views/theme/themes/built-in-themes.ts';

describe('the colour depth', () => {
	test.each([
		['truecolor', {TERM: 'xterm-256color', COLORTERM: 'truecolor'}],
		['truecolor', {TERM: 'xterm-kitty'}],
		['256', {TERM: 'xterm-256color'}],
		['256', {TERM: 'tmux-256color', COLORTERM: ''}],
		['16', {TERM: 'xterm'}],
		['none', {TERM: 'dumb', COLORTERM: 'truecolor'}],
		['16', {TERM: 'linux'}],
		['none', {TERM: 'vt100'}],
		['none', {TERM: 'vt220', COLORTERM: 'truecolor'}],
		['none', {TERM: 'xterm-mono'}],
		['none', {TERM: 'ansi-m'}],
		['none', {}],
		['none', {TERM: 'xterm-256color', NO_COLOR: '1'}],
		['256', {TERM: 'xterm-256color', NO_COLOR: ''}],
	] satisfies readonly [ColorDepth, Record<string, string>][])('is %s for %j', (depth, environment) => {
		expect(detectColorDepth(environment, true)).toBe(depth);
	});

	test('is none where nobody looks', () => {
		expect(detectColorDepth({TERM: 'xterm-256color'}, false)).toBe('none');
	});
});

test('a gain is green and a loss is red at every depth of the classic theme', () => {
	const paint = (depth: ColorDepth) => {
		const theme = createTheme({depth, colors: builtInThemes['classic-dark']!});
		return [theme.good('up'), theme.bad('down')];
	};
	expect(paint('truecolor')).toEqual([
		'\u001B[38;2;127;208;138mup\u001B[39m',
		'\u001B[38;2;255;114;114mdown\u001B[39m',
	]);
	expect(paint('256')).toEqual(['\u001B[38;5;114mup\u001B[39m', '\u001B[38;5;203mdown\u001B[39m']);
	expect(paint('16')).toEqual(['\u001B[32mup\u001B[39m', '\u001B[31mdown\u001B[39m']);
	expect(paint('none')).toEqual(['up', 'down']);
});

test.each(['truecolor', '256', '16', 'none'] as const)(
	'the heat ramp has no two equal steps in %s',
	depth => {
		for (const background of ['dark', 'light'] as const) {
			const steps = createTheme({depth, background}).heat.map(step => step.fill(2));
			expect(new Set(steps).size).toBe(steps.length);
			expect(steps.length).toBeGreaterThanOrEqual(4);
		}
	},
);

test('without colours the open view stands in brackets', () => {
	expect(createTheme({depth: 'none'}).tab(' 1 Overview ')).toBe('[1 Overview]');
});

test('every depth tells ten categories apart', () => {
	for (const depth of ['truecolor', '256', '16'] as const) {
		expect(new Set(createTheme({depth}).hues.map(hue => hue('x'))).size).toBe(10);
	}
});

test.each([
	['15;0', 'dark'],
	['0;15', 'light'],
	['0;default;7', 'light'],
	['12;8', 'dark'],
	['', undefined],
	['nonsense', undefined],
])('COLORFGBG=%s means a background that is %s', (said, background) => {
	expect(detectBackground({COLORFGBG: said})).toBe(background);
});
