import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#0a5fb4',
	muted: 242,
	faint: 250,
	good: '#00705a',
	bad: '#b83200',
	news: '#7a5600',
	forecast: '#6b3fc0',
	band: '#e4dafa',
	area: '#e6f1fb',
	tab: {fill: '#cfe4f9', text: 16},
	hues: [
		'#0055bb',
		'#cc4400',
		'#884455',
		'#880000',
		'#443366',
		'#885599',
		'#771122',
		'#2211aa',
		'#bb5544',
		'#660088',
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
	good: 23,
	bad: 130,
	news: 94,
	forecast: 54,
	band: 189,
	area: 255,
	tab: {fill: 153, text: 16},
	hues: [27, 130, 161, 88, 98, 24, 55, 89, 54, 61],
	tiers: {Platinum: 60, Gold: 94, Silver: 242, Bronze: 130},
	heat: heatRamp(195, 153, 117, 111, 74, 32, 25, 24, 17),
};

/** What colour-blind eyes can tell apart, on a light background. */
export const light: ThemeColors = {
	background: 'light',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.light},
};
