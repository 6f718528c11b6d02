import {namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';
import {light} from './light.ts';

const truecolor: Palette = {
	...light.palettes.truecolor,
	good: '#19782b',
	bad: '#c2242c',
	hues: [
		'#2176c7',
		'#3a8f37',
		'#a87a12',
		'#a446b4',
		'#d0532f',
		'#148a77',
		'#c02f70',
		'#5c6f85',
		'#75861a',
		'#c0701a',
	],
};

const indexed: Palette = {
	...light.palettes['256'],
	good: 22,
	bad: 124,
	hues: [32, 28, 136, 133, 166, 30, 162, 66, 100, 137],
};

/** Gains green, losses red, on a light background. */
export const classicLight: ThemeColors = {
	background: 'light',
	palettes: {truecolor, '256': indexed, '16': {...namedPalettes.light, good: 2}},
};
