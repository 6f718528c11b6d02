import type {Formats} from '../../format.ts';
import {bar} from '../charts/bar.ts';
import type {Column, NameColumn, NumberColumn} from '../lists/table.ts';
import type {Theme} from '../theme/theme.ts';

/** The kinds of columns that lists of pages are made of. Their titles are what the lists are sorted by. */
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
		name: <Row>(title: string, rank: number, text: (row: Row) => string): NameColumn<Row> => ({
			kind: 'name',
			title,
			rank,
			text,
			least: rank === 0 ? 14 : 11,
			most: rank === 0 ? 60 : 28,
			weight: rank === 0 ? 3 : 1,
			...(rank > 0 && {paint: (_, written) => muted(written)}),
		}),
		number: <Row>(title: string, rank: number, text: (row: Row) => string): NumberColumn<Row> => ({
			...{kind: 'number', title, rank, text},
		}),
		money: figure(formats.money, formats.shortMoney),
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
