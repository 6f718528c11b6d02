import {cellWidth, shorten} from './fit.ts';
import type {Frame} from './frame.ts';
import {innerHeight, innerWidth} from './frame.ts';
import {Lines} from './surface.tsx';
import type {Glyphs} from './theme/glyphs.ts';
import type {Brush, Theme} from './theme/theme.ts';

export type PanelProps = Pick<Frame, 'width' | 'height' | 'theme' | 'isFocused' | 'list'> & {
	readonly title: string;
	/** What the panel measures, at the right of its upper border. */
	readonly measure?: string | undefined;
	/** At the right of its lower border; may be painted. */
	readonly note?: string | undefined;
	/** Lines of text, painted or not, none wider than the panel's inside. */
	readonly rows: readonly string[];
	/**
	 * How many of them stand above the list.
	 * @default 1
	 */
	readonly rowsAboveList?: number;
};

/** A head or an axis. */
export const usualRowsAboveList = 1;

/** A quiet border with a title in it. */
export function Panel(props: PanelProps) {
	return <Lines lines={panelLines(props)} />;
}

/** Exactly `height` lines of `width` columns. */
export function panelLines({rowsAboveList = usualRowsAboveList, ...props}: PanelProps): readonly string[] {
	const {width, height, theme, isFocused = false, list, note, rows} = props;
	const {glyphs} = theme;
	const {paint, border} = borderOf(theme, isFocused);
	const side = paint(border.vertical);
	const room = innerWidth(width);
	const marked = list?.cursor === undefined ? -1 : list.cursor - list.top + rowsAboveList;
	const lines = Array.from({length: innerHeight(height)}, (_, index) => {
		const row = rows[index] ?? '';
		const padded = `${row}${' '.repeat(Math.max(0, room - cellWidth(row)))} `;
		return index === marked
			? `${side}${theme.cursorRow(`${glyphs.cursor}${padded}`)}${side}`
			: `${side} ${padded}${side}`;
	});
	const {topLeft, topRight} = border;
	const top = topLine(props, topLeft, topRight);
	const bottom = bottomBorder(props, list?.label ? theme.muted(list.label) : note);
	return height < 2 ? [top].slice(0, height) : [top, ...lines, bottom];
}

/** A title in a line, for what goes without a border. */
export function ruleLine(props: Omit<PanelProps, 'height' | 'rows'>): string {
	const {horizontal} = borderOf(props.theme, props.isFocused).border;
	return topLine(props, horizontal, horizontal);
}

/** Heavier lines, not colour alone, tell which panel has the cursor. */
function borderOf(theme: Theme, isFocused = false): {paint: Brush; border: Glyphs['border']} {
	const {border, heavyBorder} = theme.glyphs;
	return isFocused ? {paint: theme.accent, border: heavyBorder} : {paint: theme.faint, border};
}

function topLine(
	{width, theme, title, measure, isFocused}: Omit<PanelProps, 'height' | 'rows'>,
	left: string,
	right: string,
): string {
	const {ellipsis} = theme.glyphs;
	const {paint, border} = borderOf(theme, isFocused);
	const name = shorten(title, width - 6, ellipsis);
	const free = width - cellWidth(name) - 5;
	const fits = measure !== undefined && measure !== '' && cellWidth(measure) + 4 <= free;
	const line = border.horizontal.repeat(Math.max(0, fits ? free - cellWidth(measure) - 3 : free));
	const start = `${paint(left + border.horizontal)} ${theme.title(name)} `;
	return fits
		? `${start}${paint(line)} ${theme.muted(measure)} ${paint(border.horizontal + right)}`
		: `${start}${paint(line + right)}`;
}

function bottomBorder({width, theme, isFocused}: PanelProps, note: string | undefined): string {
	const {paint, border} = borderOf(theme, isFocused);
	const noteWidth = note === undefined ? 0 : cellWidth(note);
	if (!note || noteWidth + 8 > width) {
		return paint(border.bottomLeft + border.horizontal.repeat(Math.max(0, width - 2)) + border.bottomRight);
	}
	const line = paint(border.bottomLeft + border.horizontal.repeat(width - noteWidth - 5));
	return `${line} ${note} ${paint(border.horizontal + border.bottomRight)}`;
}
