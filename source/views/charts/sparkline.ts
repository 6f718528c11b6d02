import type {Glyphs} from '../theme/glyphs.ts';
import {shrink} from './resample.ts';

/**
 * One glyph a value; at most `width` columns.
 *
 * @param base from zero, or from the lowest value where the level says less than the changes do
 */
export function sparkline(
	values: readonly number[],
	width: number,
	{sparkSteps}: Glyphs,
	base: 'zero' | 'lowest' = 'zero',
): string {
	const shown = shrink(values, width);
	const highest = Math.max(0, ...shown);
	const lowest = base === 'zero' ? 0 : Math.max(0, Math.min(...shown));
	const range = highest - lowest;
	return shown
		.map(value => {
			const share = range > 0 ? (Math.max(0, value) - lowest) / range : highest > 0 ? 0.5 : 0;
			return sparkSteps[Math.round(share * (sparkSteps.length - 1))]!;
		})
		.join('');
}
