import type {Formats} from '../../format.ts';
import {bar} from '../charts/bar.ts';
import type {Theme} from '../theme/theme.ts';
import type {Column, NameColumn, NumberColumn} from './table.ts';

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
	return {
		/** The same column for what matters less. */
		quiet: <Row>(column: NumberColumn<Row>): NumberColumn<Row> => ({
			...column,
			paint: (_, text) => muted(text),
		}),
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
		share: <Row>(rows: readonly Row[], value: (row: Row) => number): Column<Row> => {
			const most = rows.reduce((highest, row) => Math.max(highest, value(row)), 0);
			return {
				kind: 'drawn',
				title: '',
				rank: 8,
				draw: (row, columns) => theme.accent(bar(Math.max(0, value(row)), most, columns, theme.glyphs)),
				least: 5,
				most: 30,
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
