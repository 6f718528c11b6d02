import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#ffb000',
	muted: '#b08a45',
	faint: '#5c4720',
	good: '#ffe0a0',
	bad: '#ff8c1a',
	news: '#fff0d0',
	forecast: '#d9b878',
	band: '#2e2410',
	area: '#241b0a',
	tab: {fill: '#6b4a00', text: 231},
	hues: [
		'#ffb000',
		'#ffe0a0',
		'#c98a1a',
		'#ffca57',
		'#a8741a',
		'#fff0d0',
		'#e09c10',
		'#d9b878',
		'#b98c40',
		'#f5d58a',
	],
	tiers: {Platinum: '#fff0d0', Gold: '#ffca57', Silver: '#d9b878', Bronze: '#b9832a'},
	heat: heatRamp(
		'#2b1f08',
		'#40300e',
		'#594213',
		'#735617',
		'#8f6b1a',
		'#b3851c',
		'#d69f1f',
		'#f5bd45',
		'#ffe0a0',
	),
};

const indexed: Palette = {
	accent: 214,
	muted: 137,
	faint: 58,
	good: 223,
	bad: 208,
	news: 230,
	forecast: 180,
	band: 235,
	area: 234,
	tab: {fill: 94, text: 231},
	hues: [214, 223, 172, 221, 136, 230, 178, 180, 137, 222],
	tiers: {Platinum: 230, Gold: 221, Silver: 180, Bronze: 136},
	heat: heatRamp(234, 236, 58, 94, 130, 136, 178, 214, 223),
};

/** One amber, as on an old terminal: brightness alone tells things apart. */
export const amber: ThemeColors = {
	background: 'dark',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.dark},
};
