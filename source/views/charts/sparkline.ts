import type {Glyphs} from '../glyphs.ts';
import {shrink} from './resample.ts';

/** One glyph a value, from zero up to the highest; at most `width` columns. */
export function sparkline(values: readonly number[], width: number, {sparkSteps}: Glyphs): string {
	const shown = shrink(values, width);
	const highest = Math.max(0, ...shown);
	return shown
		.map(value => {
			const level = highest > 0 ? Math.round((Math.max(0, value) / highest) * (sparkSteps.length - 1)) : 0;
			return sparkSteps[level]!;
		})
		.join('');
}
