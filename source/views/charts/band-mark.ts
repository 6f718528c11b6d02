import type {Brush, Theme} from '../theme/theme.ts';

/** A band and what came, on a scale that several share. */
export type BandMark = {readonly low: number; readonly high: number; readonly value: number};

/** `──░░░●░░────`: the band on a line, and a dot where the value came. */
export function bandMark(
	{low, high, value}: BandMark,
	scale: Scale,
	width: number,
	theme: Theme,
	paint: Brush,
): string {
	const column = (at: number) =>
		Math.max(
			0,
			Math.min(width - 1, Math.round(((at - scale.from) / (scale.to - scale.from || 1)) * (width - 1))),
		);
	const [from, to, at] = [column(low), column(high), column(value)];
	const cells = (start: number, end: number) => {
		const [inFrom, inTo] = [Math.max(start, from), Math.min(end, to + 1)];
		const inside = Math.max(0, inTo - inFrom);
		const before = Math.max(0, Math.min(end, from) - start);
		const after = Math.max(0, end - start - before - inside);
		return [
			theme.faint(theme.glyphs.border.horizontal.repeat(before)),
			inside > 0 ? theme.bandCells(inside) : '',
			theme.faint(theme.glyphs.border.horizontal.repeat(after)),
		].join('');
	};
	return `${cells(0, at)}${paint(theme.glyphs.dot)}${cells(at + 1, width)}`;
}

export type Scale = {readonly from: number; readonly to: number};

/** From the least to the most of all. */
export function scaleOf(marks: readonly BandMark[]): Scale {
	return {
		from: Math.min(...marks.flatMap(({low, value}) => [low, value])),
		to: Math.max(...marks.flatMap(({high, value}) => [high, value])),
	};
}
