import {namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';
import {dark} from './dark.ts';

const truecolor: Palette = {
	...dark.palettes.truecolor,
	good: '#7fd08a',
	bad: '#ff7272',
	hues: [
		'#61afef',
		'#7ecb7b',
		'#e5c07b',
		'#d992e0',
		'#ff8f70',
		'#56c8b5',
		'#e9699f',
		'#9fb0c3',
		'#b9cf5a',
		'#f2a65a',
	],
};

const indexed: Palette = {
	...dark.palettes['256'],
	good: 114,
	bad: 203,
	hues: [75, 113, 180, 176, 209, 79, 168, 109, 149, 215],
};

/** Gains green, losses red, on a dark background. */
export const classicDark: ThemeColors = {
	background: 'dark',
	palettes: {truecolor, '256': indexed, '16': {...namedPalettes.dark, good: 2}},
};
