import type {Formats} from '../../format.ts';
import {bar} from '../charts/bar.ts';
import type {Brush, Theme} from '../theme/theme.ts';
import type {DrawnColumn, NameColumn, NumberColumn} from './table.ts';

type BarsLook<Row> = Partial<Omit<DrawnColumn<Row>, 'kind' | 'draw' | 'paint'>> & {
	/** @default accent */
	readonly brush?: (row: Row) => Brush;
	/** From which value on a bar is full. @default the most that a row has */
	readonly full?: number;
};

/** The kinds of columns that lists are made of. Their titles are what the lists are sorted by. */
export function listColumns(theme: Theme, formats: Formats) {
	const {muted} = theme;
	/** A figure in its whole and its short form; below zero it stands out. */
	const figure =
		(write: (value: number) => string, writeShort: (value: number) => string) =>
		<Row>(title: string, rank: number, value: (row: Row) => number): NumberColumn<Row> => ({
			...{kind: 'number', title, rank},
			text: row => write(value(row)),
			short: row => writeShort(value(row)),
			paint: (row, text) => (value(row) < 0 ? theme.bad(text) : text),
		});
	const time =
		(write: (value: number) => string, align: 'left' | 'right') =>
		<Row>(title: string, rank: number, value: (row: Row) => number): NumberColumn<Row> => ({
			...{kind: 'number', align, title, rank},
			text: row => write(value(row)),
			short: row => formats.date(value(row)),
			paint: (_, text) => muted(text),
		});
	const paintedBy =
		(brush: Brush) =>
		<Row>(column: NumberColumn<Row>): NumberColumn<Row> => ({...column, paint: (_, text) => brush(text)});
	return {
		/** The same column for what matters less. */
		quiet: paintedBy(muted),
		/** The same column for what matters most. */
		strong: paintedBy(theme.bold),
		/** The same column for what has not come yet. */
		foretold: paintedBy(theme.forecast),
		/** What a row is called where the rank is 0, else something about it. */
		name: <Row>(
			title: string,
			rank: number,
			text: (row: Row) => string,
			widths: Pick<NameColumn<Row>, 'least' | 'most' | 'weight'> = rank === 0
				? {least: 14, most: 60, weight: 3}
				: {least: 11, most: 28, weight: 1},
		): NameColumn<Row> => ({
			...{kind: 'name', title, rank, text, ...widths},
			...(rank > 0 && {paint: (_, written) => muted(written)}),
		}),
		number: <Row>(title: string, rank: number, text: (row: Row) => string): NumberColumn<Row> => ({
			...{kind: 'number', title, rank, text},
		}),
		/** A word or two, which is shown whole or not at all. */
		word: <Row>(title: string, rank: number, text: (row: Row) => string): NumberColumn<Row> => ({
			...{kind: 'number', align: 'left', title, rank, text},
		}),
		money: figure(formats.money, formats.shortMoney),
		wholeMoney: figure(formats.wholeMoney, formats.shortMoney),
		count: figure(formats.count, formats.shortCount),
		date: time(formats.fullDate, 'right'),
		moment: time(at => `${formats.fullDate(at)} ${formats.time(at)}`, 'left'),
		/** A bar of what each row has of the most that one has. */
		bars: <Row>(
			rows: readonly Row[],
			value: (row: Row) => number,
			{brush = () => theme.accent, full, ...look}: BarsLook<Row> = {},
		): DrawnColumn<Row> => {
			const most = full ?? rows.reduce((highest, row) => Math.max(highest, value(row)), 0);
			return {
				...{kind: 'drawn', title: '', rank: 8, least: 5, most: 30, ...look},
				draw: (row, columns) => brush(row)(bar(value(row), most, columns, theme.glyphs)),
			};
		},
		/** @param value below zero where something came back */
		returned: <Row>(value: (row: Row) => number): NumberColumn<Row> => ({
			kind: 'number',
			align: 'left',
			title: '',
			rank: 7,
			text: row => (value(row) < 0 ? 'return' : ''),
			paint: (_, text) => theme.news(text),
		}),
		stock: <Row extends {readonly stock: number | undefined}>(rank: number): NumberColumn<Row> => ({
			kind: 'number',
			title: 'stock',
			rank,
			text: row => (row.stock === undefined ? theme.glyphs.dash : formats.count(row.stock)),
			paint: (row, text) => ((row.stock ?? 1) <= 0 ? theme.bad(text) : muted(text)),
		}),
	};
}

export type ListColumns = ReturnType<typeof listColumns>;
