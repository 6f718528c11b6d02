import {describe, expect, test} from 'vitest';
import {channelsOf, contrast} from '../../../source/views/theme/contrast.ts';
import type {Color, Palette} from '../../../source/views/theme/palettes.ts';
import {builtInThemes} from '../../../source/views/theme/themes/built-in-themes.ts';
import {leastDistance} from '../../helpers/color-vision.ts';

/** Backgrounds that terminals have, and the one that a theme is made for. */
const backgrounds: Readonly<Record<string, readonly Color[]>> = {
	dark: ['#000000', '#1e1e1e'],
	light: ['#ffffff'],
	paper: ['#ffffff', '#fdf6e3'],
};

const cases = Object.entries(builtInThemes).flatMap(([name, {background, palettes}]) =>
	(['truecolor', '256'] as const).map(depth => ({
		name,
		depth,
		palette: palettes[depth],
		behind: backgrounds[name] ?? backgrounds[background]!,
	})),
);

const leastContrast = (color: Color, behind: readonly Color[]) =>
	Math.min(...behind.map(background => contrast(color, background)!));

const texts = ({accent, muted, good, bad, news, forecast, tiers}: Palette) =>
	Object.entries({accent, muted, good, bad, news, forecast, ...tiers});

test('contrast is what the standard says', () => {
	// https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum: #777777 on white is 4.48 to 1.
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(contrast('#000000', '#ffffff')).toBe(21);
	expect(contrast(16, 231)).toBe(21);
	expect(contrast(3, '#ffffff')).toBeUndefined();
});

test('there are at least six themes, light ones and those of high contrast among them', () => {
	expect(Object.keys(builtInThemes).length).toBeGreaterThanOrEqual(6);
	expect(Object.keys(builtInThemes)).toEqual(
		expect.arrayContaining(['light', 'contrast-dark', 'contrast-light']),
	);
});

describe.each(cases)('$name in $depth', ({name, palette, behind}) => {
	const leastOfText = name.startsWith('contrast') ? 7 : 4.5;

	test.each(texts(palette))('%s can be read on its background', (_, color) => {
		expect(leastContrast(color, behind)).toBeGreaterThanOrEqual(leastOfText);
	});

	test('bars and lines can be seen', () => {
		for (const hue of palette.hues) {
			expect(leastContrast(hue, behind), String(hue)).toBeGreaterThanOrEqual(3);
		}
		expect(leastContrast(palette.faint, behind)).toBeGreaterThan(1.4);
	});

	test('numbers can be read on every step of the heat ramp and on the open tab', () => {
		for (const {fill, text} of [...palette.heat, palette.tab]) {
			expect(contrast(fill, text)!, String(fill)).toBeGreaterThanOrEqual(4.5);
		}
	});

	test('what lies on a forecast’s band or below the line can be read', () => {
		expect(contrast(palette.forecast, palette.band!)!).toBeGreaterThanOrEqual(4.5);
		expect(contrast(palette.accent, palette.area!)!).toBeGreaterThanOrEqual(4.5);
	});

	test('the heat ramp goes one way', () => {
		const steps = palette.heat.map(({fill}) => contrast(fill, '#000000')!);
		const ascending = [...steps].sort((a, b) => a - b);
		expect([ascending, [...ascending].reverse()]).toContainEqual(steps);
		expect(new Set(steps).size).toBe(steps.length);
	});

	test('ten categories have ten colours', () => {
		expect(new Set(palette.hues).size).toBe(10);
	});
});

/** ΔE*ab of 2.3 is the least that is noticed side by side; a bar is seen alone. */
const clearlyApart = 10;

describe.each(
	cases.filter(({name}) => ['dark', 'light', 'contrast-dark', 'contrast-light', 'paper'].includes(name)),
)('with any kind of sight, $name in $depth', ({palette}) => {
	test('tells a gain from a loss', () => {
		expect(leastDistance(channelsOf(palette.good)!, channelsOf(palette.bad)!)).toBeGreaterThan(20);
	});

	test('tells all categories apart', () => {
		for (const [index, hue] of palette.hues.entries()) {
			for (const other of palette.hues.slice(0, index)) {
				expect(leastDistance(channelsOf(hue)!, channelsOf(other)!), `${hue} and ${other}`).toBeGreaterThan(
					clearlyApart,
				);
			}
		}
	});
});

test('red and green of the classic theme are what a deuteranope cannot tell apart as well', () => {
	const {good, bad} = builtInThemes['classic-dark']!.palettes['256'];
	const safe = builtInThemes.dark!.palettes['256'];
	expect(leastDistance(channelsOf(good)!, channelsOf(bad)!)).toBeLessThan(
		leastDistance(channelsOf(safe.good)!, channelsOf(safe.bad)!),
	);
});
