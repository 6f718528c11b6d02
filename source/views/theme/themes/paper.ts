import {heatRamp, namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';

const truecolor: Palette = {
	accent: '#00528f',
	muted: '#665f50',
	faint: '#c9bfa5',
	good: '#00614d',
	bad: '#a82a00',
	news: '#6b4c00',
	forecast: '#5c33ad',
	band: '#e6dcf0',
	area: '#e9ead9',
	tab: {fill: '#e2d6b5', text: 16},
	hues: [
		'#0055bb',
		'#dd2200',
		'#551122',
		'#886688',
		'#aa3333',
		'#222255',
		'#663355',
		'#554488',
		'#660000',
		'#994455',
	],
	tiers: {Platinum: '#43536a', Gold: '#6e5200', Silver: '#5f6670', Bronze: '#8a4f22'},
	heat: heatRamp(
		'#f3e8c8',
		'#ecd9a6',
		'#e2c585',
		'#d6ad66',
		'#c9934c',
		'#b97735',
		'#9c5a22',
		'#7a4014',
		'#552809',
	),
};

const indexed: Palette = {
	accent: 24,
	muted: 241,
	faint: 180,
	good: 23,
	bad: 124,
	news: 58,
	forecast: 54,
	band: 189,
	area: 230,
	tab: {fill: 187, text: 16},
	hues: [27, 160, 53, 97, 125, 52, 55, 54, 23, 60],
	tiers: {Platinum: 60, Gold: 58, Silver: 241, Bronze: 94},
	heat: heatRamp(230, 229, 222, 179, 172, 136, 130, 94, 52),
};

/** Ink on warm paper: for backgrounds such as #fdf6e3. */
export const paper: ThemeColors = {
	background: 'light',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.light},
};
