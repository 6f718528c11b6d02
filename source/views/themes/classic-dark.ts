import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#5fb2ff',
	muted: 245,
	faint: 239,
	good: '#7fd08a',
	bad: '#ff7272',
	news: '#edc46f',
	forecast: '#c3a5ff',
	band: '#32284f',
	area: '#12263a',
	tab: {fill: '#1f4a72', text: 231},
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
	tiers: {Platinum: '#e6eef8', Gold: '#e8c268', Silver: '#a9b6c6', Bronze: '#c58a5a'},
	heat: heatRamp(
		'#15293f',
		'#18375a',
		'#1c4775',
		'#215a91',
		'#2a70ad',
		'#3d8bca',
		'#5aa7e4',
		'#8ac7f6',
		'#c3e5ff',
	),
};

const indexed: Palette = {
	accent: 75,
	muted: 245,
	faint: 239,
	good: 114,
	bad: 203,
	news: 179,
	forecast: 141,
	band: 236,
	area: 234,
	tab: {fill: 24, text: 231},
	hues: [75, 113, 180, 176, 209, 79, 168, 109, 149, 215],
	tiers: {Platinum: 255, Gold: 179, Silver: 249, Bronze: 137},
	heat: heatRamp(17, 18, 24, 25, 31, 32, 74, 117, 153),
};

/** Gains green, losses red, on a dark background. */
export const classicDark: ThemeColors = {
	background: 'dark',
	palettes: {truecolor, '256': indexed, '16': {...namedPalettes.dark, good: 2}},
};
