import process from 'node:process';
import Papa from 'papaparse';
import {printable} from '../../format.ts';
import {cellWidth} from '../../views/fit.ts';
import {type Column, tableLines} from '../../views/lists/table.ts';
import {createTheme} from '../../views/theme/theme.ts';

export const rowFormats = ['table', 'json', 'ndjson', 'csv', 'md'] as const;

/** For people, for programs as a whole or row by row, for a spreadsheet, for a document. */
export type RowFormat = (typeof rowFormats)[number];

/** A field of a row: as programs read it, and as people do. */
export type RowField<Row> = {
	/** Its name in JSON, NDJSON and CSV. */
	readonly name: string;
	/** Money as a decimal string, moments as ISO 8601; `undefined` becomes null, in CSV nothing. */
	readonly value: (row: Row) => string | number | boolean | undefined;
	/** Its head for people. */
	readonly title: string;
	/** @default the value, where it is missing `-` */
	readonly text?: (row: Row) => string;
	/** A name may be cut where it is too long; a word and a figure are shown whole. @default 'figure' */
	readonly kind?: 'name' | 'word' | 'figure';
	/** The higher, the sooner it is left out of a table that is too narrow; 0 stays. @default 0 */
	readonly rank?: number;
};

/** Columns of a line where there is no terminal to ask. */
const pipedWidth = 120;

/** How wide what is printed may be. */
export function printWidth(): number {
	return process.stdout.columns || pipedWidth;
}

/** Rows as plain objects, in the order of the fields: what JSON and NDJSON hold. */
export function rowObjects<Row>(rows: readonly Row[], fields: readonly RowField<Row>[]) {
	return rows.map(row => Object.fromEntries(fields.map(({name, value}) => [name, value(row) ?? null])));
}

/**
 * Rows as text, without a line end at the end.
 *
 * @param width columns of a table; other formats know no width
 */
export function rowsText<Row>(
	rows: readonly Row[],
	fields: readonly RowField<Row>[],
	format: RowFormat,
	width = printWidth(),
): string {
	switch (format) {
		case 'json':
			return JSON.stringify(rowObjects(rows, fields));
		case 'ndjson':
			return rowObjects(rows, fields)
				.map(row => JSON.stringify(row))
				.join('\n');
		case 'csv':
			return Papa.unparse(
				{
					fields: fields.map(({name}) => name),
					data: rows.map(row => fields.map(({value}) => value(row) ?? '')),
				},
				// A cell that begins like a formula is not to be one in a spreadsheet.
				{newline: '\n', escapeFormulae: /^[=@\t\r]/},
			).replace(/\n$/, '');
		case 'md':
			return markdownTable(
				fields.map(({title}) => title),
				rows.map(row => fields.map(field => textOf(row, field))),
				fields.map(({kind}) => kind !== undefined && kind !== 'figure'),
			).join('\n');
		case 'table':
			return tableLines({
				rows,
				columns: fields.map(field => columnOf(rows, field)),
				width,
				height: rows.length + 1,
				theme: plain,
			}).join('\n');
	}
}

const plain = createTheme({depth: 'none'});

function textOf<Row>(row: Row, {text, value}: RowField<Row>): string {
	return printable(text?.(row) ?? String(value(row) ?? '-'));
}

function columnOf<Row>(rows: readonly Row[], field: RowField<Row>): Column<Row> {
	const {title, rank = 0, kind = 'figure'} = field;
	const text = (row: Row) => textOf(row, field);
	if (kind !== 'name') {
		return {kind: 'number', title, rank, text, align: kind === 'word' ? 'left' : 'right'};
	}
	const most = Math.max(cellWidth(title), ...rows.map(row => cellWidth(text(row))));
	return {kind: 'name', title, rank, text, least: Math.min(leastName, most), most};
}

/** A name cut shorter than this says nothing. */
const leastName = 12;

/** @param isLeft for each column, whether it is aligned to the left */
function markdownTable(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	isLeft: readonly boolean[],
): string[] {
	const line = (cells: readonly string[]) =>
		`| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
	return [line(head), line(isLeft.map(left => (left ? '---' : '---:'))), ...rows.map(line)];
}
