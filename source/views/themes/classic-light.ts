import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#0a5fb4',
	muted: 242,
	faint: 250,
	good: '#19782b',
	bad: '#c2242c',
	news: '#7a5600',
	forecast: '#6b3fc0',
	band: '#e4dafa',
	area: '#e6f1fb',
	tab: {fill: '#cfe4f9', text: 16},
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
	tiers: {Platinum: '#4a5c74', Gold: '#7d5c00', Silver: '#66707c', Bronze: '#9a5b2a'},
	heat: heatRamp(
		'#e3f0fb',
		'#cbe3f8',
		'#add2f2',
		'#8abdea',
		'#64a5de',
		'#4089cb',
		'#256cb0',
		'#135190',
		'#08376b',
	),
};

const indexed: Palette = {
	accent: 25,
	muted: 242,
	faint: 250,
	good: 22,
	bad: 124,
	news: 94,
	forecast: 54,
	band: 189,
	area: 255,
	tab: {fill: 153, text: 16},
	hues: [32, 28, 136, 133, 166, 30, 162, 66, 100, 137],
	tiers: {Platinum: 60, Gold: 94, Silver: 242, Bronze: 130},
	heat: heatRamp(195, 153, 117, 111, 74, 32, 25, 24, 17),
};

/** Gains green, losses red, on a light background. */
export const classicLight: ThemeColors = {
	background: 'light',
	palettes: {truecolor, '256': indexed, '16': {...namedPalettes.light, good: 2}},
};
