import type {Brush} from '../theme/theme.ts';

export type Part = {readonly value: number; readonly paint: Brush; readonly glyph: string};

/** Parts beside each other that fill `width` columns exactly; nothing below zero counts. */
export function stackedBar(parts: readonly Part[], width: number): string {
	const columns = allot(
		parts.map(part => Math.max(0, part.value)),
		width,
	);
	return parts.map((part, index) => part.paint(part.glyph.repeat(columns[index]!))).join('');
}

/**
 * Shares out whole columns by largest remainder (Hamilton), so that they add up to the width.
 *
 * All zero when there is nothing to share.
 */
export function allot(values: readonly number[], width: number): readonly number[] {
	const total = values.reduce((sum, value) => sum + value, 0);
	if (!(total > 0) || width < 1) {
		return values.map(() => 0);
	}
	const exact = values.map(value => (value / total) * width);
	const columns = exact.map(Math.floor);
	const left = width - columns.reduce((sum, count) => sum + count, 0);
	const byRemainder = exact
		.map((value, index) => ({index, remainder: value - Math.floor(value)}))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	for (const {index} of byRemainder.slice(0, left)) {
		columns[index]!++;
	}
	return columns;
}
