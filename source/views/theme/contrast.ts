import type {Color} from './palettes.ts';

/** Levels of a channel in the 6×6×6 cube of the 256-colour table. */
const cubeLevels = [0, 95, 135, 175, 215, 255] as const;

/** Red, green and blue from 0 to 255; nothing for the terminal's own 16, which nobody knows. */
export function channelsOf(color: Color): readonly [number, number, number] | undefined {
	if (typeof color === 'string') {
		const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
		return [channel(1), channel(3), channel(5)];
	}
	if (color < 16) {
		return undefined;
	}
	if (color >= 232) {
		const grey = 8 + 10 * (color - 232);
		return [grey, grey, grey];
	}
	const place = color - 16;
	return [
		cubeLevels[Math.floor(place / 36)]!,
		cubeLevels[Math.floor(place / 6) % 6]!,
		cubeLevels[place % 6]!,
	];
}

/**
 * How far two colours stand apart, from 1 to 21: (L1 + 0.05) / (L2 + 0.05) of their relative luminances.
 *
 * 4.5 and more can be read as text, 3 and more seen as a bar or a line (WCAG 2.2, 1.4.3 and 1.4.11).
 *
 * @returns nothing where one of them is the terminal's own
 */
export function contrast(one: Color, other: Color): number | undefined {
	const [a, b] = [luminance(one), luminance(other)];
	return a === undefined || b === undefined ? undefined : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance of sRGB, 0 to 1 (WCAG 2.2). */
function luminance(color: Color): number | undefined {
	const channels = channelsOf(color);
	if (!channels) {
		return undefined;
	}
	const [red, green, blue] = channels.map(linear);
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(channel: number): number {
	const share = channel / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
