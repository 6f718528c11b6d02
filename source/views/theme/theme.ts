import type {ValueTier} from '../../dashboard/dashboard.ts';
import {type GlyphSet, type Glyphs, glyphSets} from './glyphs.ts';
import type {Background, Color, ColorDepth, Palette, ThemeColors} from './palettes.ts';
import {plainThemes} from './themes/built-in-themes.ts';

export type {GlyphSet} from './glyphs.ts';
export type {Background, ColorDepth} from './palettes.ts';

/** Paints a piece of text. Pieces are never nested, so each closes only what it opened. */
export type Brush = (text: string) => string;

/** One step of the heat ramp. */
export type HeatStep = {
	/** A cell without words, that many columns wide. */
	readonly fill: (width: number) => string;
	/** A cell with words on it. */
	readonly text: Brush;
};

/** Colours and glyphs by meaning. */
export type Theme = {
	readonly depth: ColorDepth;
	readonly background: Background;
	readonly glyphs: Glyphs;
	readonly bold: Brush;
	/** The title of a panel. */
	readonly title: Brush;
	readonly accent: Brush;
	readonly muted: Brush;
	readonly faint: Brush;
	readonly good: Brush;
	readonly bad: Brush;
	readonly news: Brush;
	readonly forecast: Brush;
	/** A glyph of the forecast's line inside its band. */
	readonly forecastInBand: Brush;
	/** A blank inside the forecast's band: always `glyphs.band` or a fill. */
	readonly bandCells: (width: number) => string;
	/** Blanks below the line of what happened. */
	readonly areaCells: (width: number) => string;
	/** A glyph of that line whose cell is mostly below it. */
	readonly accentOnArea: Brush;
	/** Half blocks at the edges of the two, where there are colours to fill with. */
	readonly edges: {readonly band: Brush; readonly area: Brush} | undefined;
	/** The open view's name. */
	readonly tab: Brush;
	/** The row under the cursor: all of it, over what its pieces are painted with. */
	readonly cursorRow: Brush;
	/** A state that nobody may miss. */
	readonly alarm: Brush;
	/** SGR parameters of what has just changed; absent without colours. */
	readonly flash: string | undefined;
	readonly hues: readonly Brush[];
	readonly tiers: Readonly<Record<ValueTier, Brush>>;
	/** From little to much. */
	readonly heat: readonly HeatStep[];
};

export type ThemeOptions = {
	readonly depth: ColorDepth;
	/** @default 'unicode' */
	readonly glyphSet?: GlyphSet;
	/** @default 'dark' */
	readonly background?: Background;
	/** @default the plain ones for the background */
	readonly colors?: ThemeColors;
};

const plain: Brush = text => text;
const hueCount = 10;

/** Our own colour codes, because chalk decides by itself which of them to drop. */
export function createTheme({
	depth,
	glyphSet = 'unicode',
	background = 'dark',
	colors = plainThemes[background],
}: ThemeOptions): Theme {
	const glyphs = glyphSets[glyphSet];
	return depth === 'none'
		? plainTheme(glyphs, colors.background)
		: paintedTheme(colors.palettes[depth], depth, glyphs, colors.background);
}

function plainTheme(glyphs: Glyphs, background: Background): Theme {
	return {
		depth: 'none',
		background,
		glyphs,
		bold: plain,
		title: plain,
		accent: plain,
		muted: plain,
		faint: plain,
		good: plain,
		bad: plain,
		news: plain,
		forecast: plain,
		forecastInBand: plain,
		bandCells: width => glyphs.band.repeat(width),
		areaCells: width => ' '.repeat(width),
		accentOnArea: plain,
		edges: undefined,
		tab: text => text.replace(/^ (.*) $/, '[$1]'),
		cursorRow: plain,
		alarm: text => text.replace(/^ (.*) $/, '[$1]'),
		flash: undefined,
		hues: Array.from({length: hueCount}, () => plain),
		tiers: {Platinum: plain, Gold: plain, Silver: plain, Bronze: plain},
		heat: glyphs.shades.map(shade => ({fill: width => shade.repeat(width), text: plain})),
	};
}

function paintedTheme(palette: Palette, depth: ColorDepth, glyphs: Glyphs, background: Background): Theme {
	const ink = (color: Color) => brush(foreground(color));
	const {band, area} = palette;
	return {
		depth,
		background,
		glyphs,
		bold: brush(boldCode),
		title: brush(boldCode),
		accent: ink(palette.accent),
		muted: ink(palette.muted),
		faint: ink(palette.faint),
		good: ink(palette.good),
		bad: ink(palette.bad),
		news: ink(palette.news),
		forecast: ink(palette.forecast),
		forecastInBand:
			band === undefined ? ink(palette.forecast) : brush(foreground(palette.forecast), fill(band)),
		bandCells:
			band === undefined
				? width => ink(palette.forecast)(glyphs.band.repeat(width))
				: width => brush(fill(band))(' '.repeat(width)),
		areaCells:
			area === undefined ? width => ' '.repeat(width) : width => brush(fill(area))(' '.repeat(width)),
		accentOnArea: area === undefined ? ink(palette.accent) : brush(foreground(palette.accent), fill(area)),
		edges: band === undefined || area === undefined ? undefined : {band: ink(band), area: ink(area)},
		tab: brush(boldCode, foreground(palette.tab.text), fill(palette.tab.fill)),
		cursorRow: area === undefined ? brush(boldCode) : brush(fill(area)),
		alarm: brush(boldCode, foreground(palette.news), inverseCode),
		flash: foreground(palette.news).open,
		hues: palette.hues.map(ink),
		tiers: {
			Platinum: ink(palette.tiers.Platinum),
			Gold: ink(palette.tiers.Gold),
			Silver: ink(palette.tiers.Silver),
			Bronze: ink(palette.tiers.Bronze),
		},
		heat: palette.heat.length > 0 ? filledHeat(palette) : shadedHeat(glyphs, background),
	};
}

function filledHeat(palette: Palette): HeatStep[] {
	return palette.heat.map(step => {
		const blank = brush(fill(step.fill));
		return {
			fill: width => blank(' '.repeat(width)),
			text: brush(foreground(step.text), fill(step.fill)),
		};
	});
}

/** Sixteen colours have no even ramp, so the glyph leads and the colour helps. */
function shadedHeat(glyphs: Glyphs, background: Background): HeatStep[] {
	const ink = (color: Color) => brush(foreground(color));
	const [low, high, top] = [ink(4), ink(6), background === 'dark' ? ink(15) : ink(0)];
	const colors = glyphs.shades.length > 4 ? [low] : [low, high];
	const steps = colors.flatMap((color, index) =>
		glyphs.shades.slice(index === 0 ? 0 : 2).map(shade => ({fill: cells(color, shade), text: color})),
	);
	return [...steps, {fill: cells(top, glyphs.shades.at(-1)!), text: top}];
}

const cells = (paint: Brush, glyph: string) => (width: number) => paint(glyph.repeat(width));

type Code = {readonly open: string; readonly close: string};

const boldCode: Code = {open: '1', close: '22'};
const inverseCode: Code = {open: '7', close: '27'};

const foreground = (color: Color): Code => ({open: colorCode(color, 38, 30, 90), close: '39'});
const fill = (color: Color): Code => ({open: colorCode(color, 48, 40, 100), close: '49'});

function colorCode(color: Color, extended: number, base: number, bright: number): string {
	if (typeof color === 'string') {
		const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16));
		return `${extended};2;${red};${green};${blue}`;
	}
	if (color >= 16) {
		return `${extended};5;${color}`;
	}
	return String(color < 8 ? base + color : bright + color - 8);
}

function brush(...codes: readonly Code[]): Brush {
	const open = `\u001B[${codes.map(code => code.open).join(';')}m`;
	const close = `\u001B[${codes.map(code => code.close).join(';')}m`;
	return text => (text === '' ? '' : open + text + close);
}

/**
 * How many colours to use, from what the terminal says about itself.
 *
 * `NO_COLOR` with any content wins (no-color.org). A VT100 and its like have no colours, nor has what is
 * called `…-m`. SSH drops `COLORTERM`, so that truecolor is often lost there; the 256 colours are picked by
 * hand for that reason.
 */
export function detectColorDepth(
	environment: Readonly<Record<string, string | undefined>>,
	isTerminal: boolean,
): ColorDepth {
	const {NO_COLOR: noColor, COLORTERM: colorTerm = '', TERM: term = ''} = environment;
	if (noColor || !isTerminal || /^(?:dumb|vt\d)|-m(?:ono)?$/.test(term)) {
		return 'none';
	}
	if (/^(?:truecolor|24bit)$/i.test(colorTerm) || /-direct$|kitty|ghostty|alacritty|wezterm/.test(term)) {
		return 'truecolor';
	}
	if (/256/.test(term)) {
		return '256';
	}
	return term === '' ? 'none' : '16';
}

/**
 * The terminal's background, from what `COLORFGBG` says: colours of the foreground and the background,
 * such as `15;0`, of which 7 and 9 to 15 are light ones.
 *
 * @returns nothing where it is not said
 */
export function detectBackground(
	environment: Readonly<Record<string, string | undefined>>,
): Background | undefined {
	const said = /;(\d{1,2})$/.exec(environment.COLORFGBG ?? '')?.[1];
	if (said === undefined) {
		return undefined;
	}
	const color = Number(said);
	return color === 7 || (color >= 9 && color <= 15) ? 'light' : 'dark';
}
