import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#5fb2ff',
	muted: 245,
	faint: 239,
	good: '#35c9a5',
	bad: '#ff7b54',
	news: '#edc46f',
	forecast: '#c3a5ff',
	band: '#32284f',
	area: '#12263a',
	tab: {fill: '#1f4a72', text: 231},
	hues: [
		'#55aaff',
		'#ee7733',
		'#ddeebb',
		'#bb8899',
		'#44ffff',
		'#ffcc44',
		'#779966',
		'#99ff88',
		'#9977bb',
		'#88cc77',
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
	good: 79,
	bad: 209,
	news: 179,
	forecast: 141,
	band: 236,
	area: 234,
	tab: {fill: 24, text: 231},
	hues: [33, 209, 189, 103, 122, 221, 136, 114, 183, 36],
	tiers: {Platinum: 255, Gold: 179, Silver: 249, Bronze: 137},
	heat: heatRamp(17, 18, 24, 25, 31, 32, 74, 117, 153),
};

/** What colour-blind eyes can tell apart, on a dark background. */
export const dark: ThemeColors = {
	background: 'dark',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.dark},
};
