import type {ValueTier} from '../dashboard/dashboard.ts';

/** How many colours the terminal can show. */
export type ColorDepth = 'truecolor' | '256' | '16' | 'none';

/** Which of the two the terminal's own background is. It is never painted over. */
export type Background = 'dark' | 'light';

/** `#rrggbb`, or a number of the 256-colour table, whose first 16 are the terminal's own. */
export type Color = string | number;

/** One step of the heat ramp: its fill and what can be read on it. */
export type HeatColor = {readonly fill: Color; readonly text: Color};

/** What each colour means. Picked by hand for every depth, because sampling down makes shades equal. */
export type Palette = {
	readonly accent: Color;
	readonly muted: Color;
	/** Borders and axes. */
	readonly faint: Color;
	readonly good: Color;
	readonly bad: Color;
	readonly news: Color;
	/** What has not happened yet. */
	readonly forecast: Color;
	/** Behind the forecast, where 80 of 100 outcomes should fall; absent where only glyphs can say so. */
	readonly band: Color | undefined;
	/** Below the line of what happened. */
	readonly area: Color | undefined;
	/** Behind the name of the open view. */
	readonly tab: {readonly fill: Color; readonly text: Color};
	/** One a category. */
	readonly hues: readonly Color[];
	readonly tiers: Readonly<Record<ValueTier, Color>>;
	/** From little to much; nothing at all is not painted. */
	readonly heat: readonly HeatColor[];
};

const heat = (fills: readonly Color[], textOnFirst: Color, textOnLast: Color, lastFrom: number) =>
	fills.map((fill, index) => ({fill, text: index < lastFrom ? textOnFirst : textOnLast}));

// Greys come from the 256-colour table even in truecolor: they are the same everywhere and half the bytes.
const truecolorDark: Palette = {
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
	heat: heat(
		['#15293f', '#18375a', '#1c4775', '#215a91', '#2a70ad', '#3d8bca', '#5aa7e4', '#8ac7f6', '#c3e5ff'],
		253,
		233,
		5,
	),
};

const truecolorLight: Palette = {
	accent: '#0a5fb4',
	muted: 243,
	faint: 250,
	good: '#19782b',
	bad: '#c2242c',
	news: '#8f6400',
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
	tiers: {Platinum: '#4a5c74', Gold: '#a57c0a', Silver: '#7d8a9a', Bronze: '#9a5b2a'},
	heat: heat(
		['#e3f0fb', '#cbe3f8', '#add2f2', '#8abdea', '#64a5de', '#4089cb', '#256cb0', '#135190', '#08376b'],
		233,
		255,
		5,
	),
};

const indexedDark: Palette = {
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
	heat: heat([17, 18, 24, 25, 31, 32, 74, 117, 153], 253, 233, 5),
};

const indexedLight: Palette = {
	accent: 25,
	muted: 243,
	faint: 250,
	good: 28,
	bad: 160,
	news: 94,
	forecast: 92,
	band: 189,
	area: 255,
	tab: {fill: 153, text: 16},
	hues: [32, 34, 136, 133, 166, 30, 162, 66, 100, 172],
	tiers: {Platinum: 60, Gold: 136, Silver: 102, Bronze: 130},
	heat: heat([195, 153, 117, 111, 74, 32, 25, 24, 17], 233, 255, 5),
};

// Nobody knows what the terminal's 16 colours look like: no fills, only glyphs in them.
const named: Palette = {
	accent: 12,
	muted: 8,
	faint: 8,
	good: 2,
	bad: 1,
	news: 3,
	forecast: 5,
	band: undefined,
	area: undefined,
	tab: {fill: 4, text: 15},
	hues: [4, 2, 3, 5, 1, 6, 13, 7, 10, 11],
	tiers: {Platinum: 14, Gold: 3, Silver: 7, Bronze: 1},
	heat: [],
};

/** `none` has no palette. */
export const palettes: Readonly<Record<Exclude<ColorDepth, 'none'>, Readonly<Record<Background, Palette>>>> =
	{
		truecolor: {dark: truecolorDark, light: truecolorLight},
		'256': {dark: indexedDark, light: indexedLight},
		'16': {dark: named, light: {...named, accent: 4, tiers: {...named.tiers, Platinum: 6, Silver: 8}}},
	};
