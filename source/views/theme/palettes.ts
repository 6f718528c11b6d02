import type {ValueTier} from '../../dashboard/dashboard.ts';
import {contrast} from './contrast.ts';

/** How many colours the terminal can show. */
export type ColorDepth = 'truecolor' | '256' | '16' | 'none';

/** Which of the two the terminal's own background is. It is never painted over. */
export type Background = 'dark' | 'light';

/** `#rrggbb`, or a number of the 256-colour table, whose first 16 are the terminal's own. */
export type Color = string | number;

/** One step of the heat ramp: its fill and what can be read on it. */
export type HeatColor = {readonly fill: Color; readonly text: Color};

/**
 * What each colour means. Picked by hand for every depth, because sampling down makes shades equal.
 * Greys come from the 256-colour table even in truecolor: they are the same everywhere and half the bytes.
 */
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

const [black, white] = [16, 231] as const;

/** A ramp of fills, each with what can be read on it. */
export function heatRamp(...fills: readonly Color[]): readonly HeatColor[] {
	return fills.map(fill => ({
		fill,
		text: contrast(fill, black)! > contrast(fill, white)! ? black : white,
	}));
}

// Nobody knows what the terminal's 16 colours look like: no fills, only glyphs in them.
const namedDark: Palette = {
	accent: 12,
	muted: 8,
	faint: 8,
	good: 6,
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

const namedLight: Palette = {
	...namedDark,
	accent: 4,
	tiers: {...namedDark.tiers, Platinum: 6, Silver: 8},
};

/** The terminal's own colours, which every theme uses where there are but 16. */
export const namedPalettes: Readonly<Record<Background, Palette>> = {dark: namedDark, light: namedLight};

/** The colours of a theme, for the background that they can be read on. */
export type ThemeColors = {
	readonly background: Background;
	readonly palettes: Readonly<Record<Exclude<ColorDepth, 'none'>, Palette>>;
};
