import {Text} from 'ink';
import {cellWidth, shorten} from './fit.ts';
import type {Frame} from './frame.ts';
import {innerHeight, innerWidth} from './frame.ts';
import type {Theme} from './theme.ts';

export type PanelProps = Pick<Frame, 'width' | 'height' | 'theme'> & {
	readonly title: string;
	/** What the panel measures, at the right of its upper border. */
	readonly measure?: string | undefined;
	/** At the right of its lower border; may be painted. */
	readonly note?: string | undefined;
	/** Lines of text, painted or not, none wider than the panel's inside. */
	readonly rows: readonly string[];
};

/** A quiet border with a title in it. One text, because every node of a layout costs time in each frame. */
export function Panel({width, height, theme, title, measure, note, rows}: PanelProps) {
	return (
		<Text wrap="truncate">{panelLines({width, height, theme, title, measure, note, rows}).join('\n')}</Text>
	);
}

/** Exactly `height` lines of `width` columns. */
export function panelLines({
	width,
	height,
	theme,
	title,
	measure,
	note,
	rows,
}: PanelProps): readonly string[] {
	const {border} = theme.glyphs;
	const side = theme.faint(border.vertical);
	const room = innerWidth(width);
	const lines = Array.from({length: innerHeight(height)}, (_, index) => {
		const row = rows[index] ?? '';
		return `${side} ${row}${' '.repeat(Math.max(0, room - cellWidth(row)))} ${side}`;
	});
	const top = topBorder(width, theme, title, measure);
	const bottom = bottomBorder(width, theme, note);
	return height < 2 ? [top].slice(0, height) : [top, ...lines, bottom];
}

/** A title in a line, for what goes without a border. */
export function ruleLine({width, theme, title, measure}: Omit<PanelProps, 'height' | 'rows'>): string {
	const {horizontal} = theme.glyphs.border;
	return topLine(width, theme, title, measure, horizontal, horizontal);
}

function topBorder(width: number, theme: Theme, title: string, measure: string | undefined): string {
	const {topLeft, topRight} = theme.glyphs.border;
	return topLine(width, theme, title, measure, topLeft, topRight);
}

function topLine(
	width: number,
	theme: Theme,
	title: string,
	measure: string | undefined,
	left: string,
	right: string,
): string {
	const {border, ellipsis} = theme.glyphs;
	const name = shorten(title, width - 6, ellipsis);
	const free = width - cellWidth(name) - 5;
	const fits = measure !== undefined && measure !== '' && cellWidth(measure) + 4 <= free;
	const line = border.horizontal.repeat(Math.max(0, fits ? free - cellWidth(measure) - 3 : free));
	const start = `${theme.faint(left + border.horizontal)} ${theme.title(name)} `;
	return fits
		? `${start}${theme.faint(line)} ${theme.muted(measure)} ${theme.faint(border.horizontal + right)}`
		: `${start}${theme.faint(line + right)}`;
}

function bottomBorder(width: number, theme: Theme, note: string | undefined): string {
	const {border} = theme.glyphs;
	const noteWidth = note === undefined ? 0 : cellWidth(note);
	if (!note || noteWidth + 8 > width) {
		return theme.faint(
			border.bottomLeft + border.horizontal.repeat(Math.max(0, width - 2)) + border.bottomRight,
		);
	}
	const line = theme.faint(border.bottomLeft + border.horizontal.repeat(width - noteWidth - 5));
	return `${line} ${note} ${theme.faint(border.horizontal + border.bottomRight)}`;
}
