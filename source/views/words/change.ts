import type {Formats} from '../../format.ts';
import type {Brush, Theme} from '../theme/theme.ts';

/** How a number stands against the one before, with a sign, so that it reads without colour. */
export type Change = {readonly text: string; readonly paint: Brush};

/** Whole percent, because a finer change would be redrawn with every sale and say no more. */
export function changeOf(
	value: number,
	before: number,
	formats: Formats,
	theme: Theme,
	better: 'more' | 'less' = 'more',
): Change {
	const {up, down, dash} = theme.glyphs;
	if (before === 0) {
		return value === 0 ? {text: dash, paint: theme.muted} : {text: 'new', paint: theme.news};
	}
	const share = (value - before) / Math.abs(before);
	const percent = Math.round(Math.abs(share) * 100);
	if (percent === 0) {
		return {text: `= ${formats.percent(0, 0)}`, paint: theme.muted};
	}
	const size =
		percent >= 1000
			? `${theme.glyphs.times}${formats.count(Math.round(Math.abs(value / before)))}`
			: formats.percent(percent / 100, 0);
	const isMore = share > 0;
	return {
		text: `${isMore ? up : down} ${size}`,
		paint: isMore === (better === 'more') ? theme.good : theme.bad,
	};
}
