import type {ChangedColor, ThemeChanges} from '../../configuration/theme-changes.ts';
import {channelsOf, contrast} from './contrast.ts';
import {type Background, type Color, heatRamp, type Palette, type ThemeColors} from './palettes.ts';

/** A theme with what somebody wants to be different in it. */
export function changedTheme(base: ThemeColors, changes: ThemeChanges): ThemeColors {
	const {truecolor, '256': indexed, '16': named} = base.palettes;
	return {
		...base,
		palettes: {
			truecolor: changedPalette(truecolor, changes, color => color),
			'256': changedPalette(indexed, changes, nearestIndexed),
			// What the terminal makes of its 16 colours is not for others to say.
			'16': changedPalette(named, {...changes, heat: undefined}, color =>
				typeof color === 'number' && color < 16 ? color : undefined,
			),
		},
	};
}

function changedPalette(
	palette: Palette,
	{base: _, tab, tiers, hues, heat, ...colors}: ThemeChanges,
	shown: (color: ChangedColor) => Color | undefined,
): Palette {
	const changed = (names: Readonly<Record<string, ChangedColor | undefined>>) =>
		Object.fromEntries(
			Object.entries(names).flatMap(([name, color]) => {
				const value = color === undefined ? undefined : shown(color);
				return value === undefined ? [] : [[name, value]];
			}),
		);
	const shownHues = hues?.map(shown).filter(hue => hue !== undefined) ?? [];
	const shownHeat = heat?.map(shown).filter(fill => fill !== undefined) ?? [];
	return {
		...palette,
		...changed(colors),
		tab: {...palette.tab, ...changed({...tab})},
		tiers: {...palette.tiers, ...changed({...tiers})},
		hues: shownHues.length > 0 ? shownHues : palette.hues,
		heat: shownHeat.length > 0 ? heatRamp(...shownHeat) : palette.heat,
	};
}

/** The entry of the 256-colour table that is nearest, by the distance of the channels. */
function nearestIndexed(color: ChangedColor): Color {
	if (typeof color === 'number') {
		return color;
	}
	const wanted = channelsOf(color)!;
	const distance = (index: number) =>
		Math.hypot(...channelsOf(index)!.map((channel, place) => channel - wanted[place]!));
	return Array.from({length: 240}, (_, place) => place + 16).reduce((nearest, index) =>
		distance(index) < distance(nearest) ? index : nearest,
	);
}

/** The background that leaves most colours readable: what is hard to read even there is so everywhere. */
const kindest: Readonly<Record<Background, Color>> = {dark: '#000000', light: '#ffffff'};

/** Below it text is guessed rather than read. */
const leastContrast = 3;

/** What of the changes cannot be read on the background of the theme, with its contrast. */
export function unreadableColors(
	{background}: ThemeColors,
	{accent, muted, good, bad, news, forecast}: ThemeChanges,
): readonly {readonly name: string; readonly contrast: number}[] {
	return Object.entries({accent, muted, good, bad, news, forecast}).flatMap(([name, color]) => {
		const measured = color === undefined ? undefined : contrast(color, kindest[background]);
		return measured !== undefined && measured < leastContrast ? [{name, contrast: measured}] : [];
	});
}
