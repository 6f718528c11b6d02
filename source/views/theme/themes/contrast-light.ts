import {namedPalettes, type Palette, type ThemeColors} from '../palettes.ts';
import {light} from './light.ts';

const truecolor: Palette = {
	...light.palettes.truecolor,
	accent: '#003f8a',
	muted: 238,
	faint: 243,
	good: '#004d3d',
	bad: '#8a2400',
	news: '#5c4100',
	forecast: '#4a2494',
	tab: {fill: 16, text: 231},
	hues: [
		'#0044aa',
		'#aa1100',
		'#440022',
		'#774466',
		'#660000',
		'#554488',
		'#330055',
		'#993344',
		'#000088',
		'#7711dd',
	],
	tiers: {Platinum: '#2f3f55', Gold: '#5c4100', Silver: '#454d57', Bronze: '#6b3a12'},
};

const indexed: Palette = {
	...light.palettes['256'],
	accent: 18,
	muted: 238,
	faint: 243,
	good: 24,
	bad: 88,
	news: 52,
	tab: {fill: 16, text: 231},
	hues: [19, 124, 52, 89, 24, 91, 22, 125, 53, 54],
	tiers: {Platinum: 236, Gold: 52, Silver: 239, Bronze: 88},
};

/** Nothing faint: at least 7 to 1 on white. */
export const contrastLight: ThemeColors = {
	background: 'light',
	palettes: {truecolor, '256': indexed, '16': namedPalettes.light},
};
