import {cellWidth, fitName, padEnd, padStart} from '../fit.ts';
import type {Theme} from '../theme/theme.ts';
import {type ListView, type Sort, sortSign} from './panel-list.ts';

/** A column of a table. */
export type Column<Row> = NameColumn<Row> | NumberColumn<Row> | DrawnColumn<Row>;

type Base<Row> = {
	readonly title: string;
	/** The higher, the sooner the column is left out where the table is narrow; 0 stays. */
	readonly rank: number;
	readonly paint?: (row: Row, text: string) => string;
};

/** Text that may be cut. Shares the columns that numbers leave over, by weight. */
export type NameColumn<Row> = Base<Row> & {
	readonly kind: 'name';
	readonly text: (row: Row) => string;
	/** What is written in so many columns, where it is not the text cut at their end. */
	readonly fit?: (row: Row, width: number) => string;
	readonly least: number;
	/** Wider it never becomes. */
	readonly most: number;
	/** @default 1 */
	readonly weight?: number;
};

/** A figure or a fixed word, which is shown whole, in its short form, or not at all. */
export type NumberColumn<Row> = Base<Row> & {
	readonly kind: 'number';
	readonly text: (row: Row) => string;
	/** For where the whole one has no room. */
	readonly short?: (row: Row) => string;
	/** @default 'right' */
	readonly align?: 'left' | 'right';
};

/** A chart in a cell: at most that many columns, already painted. */
export type DrawnColumn<Row> = Base<Row> & {
	readonly kind: 'drawn';
	readonly draw: (row: Row, width: number) => string;
	readonly least: number;
	readonly most: number;
	readonly weight?: number;
};

export type TableOptions<Row> = {
	readonly rows: readonly Row[];
	readonly columns: readonly Column<Row>[];
	readonly width: number;
	/** Lines, the head included. */
	readonly height: number;
	readonly theme: Theme;
	/** @default true */
	readonly hasHead?: boolean;
	/** Where it is scrolled to, and what its head says that it is sorted by. */
	readonly list?: ListView | undefined;
};

const gap = 2;

type Placed<Row> = {readonly column: Column<Row>; readonly width: number; readonly isShort: boolean};

/** Lines of a table no wider than `width`; columns that do not fit are left out by rank. */
export function tableLines<Row>(options: TableOptions<Row>): readonly string[] {
	const {rows, width, height, theme, hasHead = true, list} = options;
	const top = list?.top ?? 0;
	const shown = rows.slice(top, top + Math.max(0, height - (hasHead ? 1 : 0)));
	const columns = list?.sort ? signed(options.columns, list.sort, theme) : options.columns;
	const placed = place(shown, columns, width, hasHead);
	const head = placed.map(({column, width: cell}) =>
		column.kind === 'number' && column.align !== 'left'
			? padStart(column.title, cell)
			: padEnd(column.title, cell),
	);
	const lines = shown.map(row =>
		placed
			.map(cell => drawCell(row, cell, theme))
			.join(' '.repeat(gap))
			.trimEnd(),
	);
	return (hasHead ? [theme.muted(head.join(' '.repeat(gap)).trimEnd()), ...lines] : lines).slice(
		0,
		Math.max(0, height),
	);
}

/** The columns, with a sign in the title of the one that the rows are sorted by. */
function signed<Row>(columns: readonly Column<Row>[], sort: Sort, theme: Theme): readonly Column<Row>[] {
	return columns.map(column =>
		column.title === sort.by ? {...column, title: `${column.title} ${sortSign(sort, theme.glyphs)}`} : column,
	);
}

function drawCell<Row>(row: Row, {column, width, isShort}: Placed<Row>, theme: Theme): string {
	const paint = (text: string) => column.paint?.(row, text) ?? text;
	if (column.kind === 'drawn') {
		return padEnd(column.draw(row, width), width);
	}
	if (column.kind === 'name') {
		const text = fitName(column.fit?.(row, width) ?? column.text(row), width, theme.glyphs.ellipsis);
		return paint(text.trimEnd()) + ' '.repeat(width - cellWidth(text.trimEnd()));
	}
	const text = (isShort ? column.short : undefined)?.(row) ?? column.text(row);
	const blank = ' '.repeat(Math.max(0, width - cellWidth(text)));
	return column.align === 'left' ? paint(text) + blank : blank + paint(text);
}

/** First all columns; then short numbers; then without the least important column, and so on. */
function place<Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[],
	width: number,
	hasHead: boolean,
): readonly Placed<Row>[] {
	for (const isShort of [false, true]) {
		const least = columns.map(column => leastWidth(rows, column, isShort, hasHead));
		if (total(least) <= width) {
			return widen(columns, least, width, isShort);
		}
	}
	const rank = Math.max(...columns.map(column => column.rank));
	const fewer = columns.filter(column => column.rank < rank);
	return fewer.length > 0 ? place(rows, fewer, width, hasHead) : squeeze(rows, columns, width, hasHead);
}

/** The last resort: names as narrow as need be, numbers whole or not at all. */
function squeeze<Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[],
	width: number,
	hasHead: boolean,
): readonly Placed<Row>[] {
	const placed: Placed<Row>[] = [];
	let free = width;
	for (const column of [...columns].sort(
		(a, b) => Number(a.kind !== 'number') - Number(b.kind !== 'number'),
	)) {
		const least = leastWidth(rows, column, true, hasHead);
		const cell = column.kind === 'number' ? least : Math.min(least, free);
		if (cell > 0 && cell <= free) {
			placed.push({column, width: cell, isShort: true});
			free -= cell + gap;
		}
	}
	return columns.flatMap(column => placed.filter(cell => cell.column === column));
}

const total = (widths: readonly number[]) =>
	widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);

function leastWidth<Row>(
	rows: readonly Row[],
	column: Column<Row>,
	isShort: boolean,
	hasHead: boolean,
): number {
	const title = hasHead ? cellWidth(column.title) : 0;
	if (column.kind !== 'number') {
		return Math.max(title, column.least);
	}
	const write = (isShort ? column.short : undefined) ?? column.text;
	return Math.max(title, ...rows.map(row => cellWidth(write(row))));
}

function widen<Row>(
	columns: readonly Column<Row>[],
	least: readonly number[],
	width: number,
	isShort: boolean,
): readonly Placed<Row>[] {
	const widths = [...least];
	let free = width - total(widths);
	// Column by column, always the one that is narrowest for its weight: stable, and no remainders.
	while (free > 0) {
		let narrowest = -1;
		for (const [index, column] of columns.entries()) {
			if (column.kind === 'number' || widths[index]! >= column.most) {
				continue;
			}
			const stand = widths[index]! / (column.weight ?? 1);
			const best = columns[narrowest];
			if (!best || best.kind === 'number' || stand < widths[narrowest]! / (best.weight ?? 1)) {
				narrowest = index;
			}
		}
		if (narrowest < 0) {
			break;
		}
		widths[narrowest]!++;
		free--;
	}
	return columns.map((column, index) => ({column, width: widths[index]!, isShort}));
}
