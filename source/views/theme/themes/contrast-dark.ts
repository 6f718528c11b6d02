import {namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';
import {dark} from './dark.ts';

const truecolor: Palette = {
	...dark.palettes.truecolor,
	accent: '#8fd0ff',
	muted: 252,
	faint: 246,
	good: '#6ff0c8',
	bad: '#ffa07a',
	news: '#ffdd66',
	forecast: '#d9c4ff',
	tab: {fill: 231, text: 16},
	hues: [
		'#77ccff',
		'#ee9900',
		'#eeeebb',
		'#ff88cc',
		'#77ff66',
		'#ffdd22',
		'#bbaa55',
		'#ccffff',
		'#eeaaaa',
		'#aacc88',
	],
	tiers: {Platinum: 231, Gold: '#ffdd66', Silver: 252, Bronze: '#f0a870'},
};

const indexed: Palette = {
	...dark.palettes['256'],
	accent: 117,
	muted: 252,
	faint: 246,
	good: 86,
	bad: 216,
	news: 221,
	forecast: 183,
	tab: {fill: 231, text: 16},
	hues: [193, 213, 142, 43, 225, 209, 220, 146, 158, 114],
	tiers: {Platinum: 231, Gold: 221, Silver: 252, Bronze: 215},
};

/** Nothing faint: at least 7 to 1 on black. */
export const contrastDark: ThemeColors = {
	background: 'dark',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.dark},
};
