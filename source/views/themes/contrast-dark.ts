import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#8fd0ff',
	muted: 252,
	faint: 246,
	good: '#6ff0c8',
	bad: '#ffa07a',
	news: '#ffdd66',
	forecast: '#d9c4ff',
	band: '#32284f',
	area: '#12263a',
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
	accent: 117,
	muted: 252,
	faint: 246,
	good: 86,
	bad: 216,
	news: 221,
	forecast: 183,
	band: 236,
	area: 234,
	tab: {fill: 231, text: 16},
	hues: [193, 213, 142, 43, 225, 209, 220, 146, 158, 114],
	tiers: {Platinum: 231, Gold: 221, Silver: 252, Bronze: 215},
	heat: heatRamp(17, 18, 24, 25, 31, 32, 74, 117, 153),
};

/** Nothing faint: at least 7 to 1 on black. */
export const contrastDark: ThemeColors = {
	background: 'dark',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.dark},
};
