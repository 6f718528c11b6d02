import {periodStart, seasonOfUnit, type Unit} from '../analytics/forecast/unit.ts';
import {createCsvSplitter} from '../ingest/formats/csv-records.ts';
import {sniffCsv} from '../ingest/formats/sniff-csv.ts';
import {SourceError} from '../ingest/source-error.ts';
import {fillGaps} from './fill-gaps.ts';
import {type LabelStyle, labelStyles} from './period-label.ts';
import {type NumberReader, numberReader} from './read-number.ts';

/** A series of values, one a period, as a file has it. */
export type FileSeries = {
	readonly values: readonly number[];
	readonly unit: Unit;
	/** When the first period begins, in days since 1970-01-01. */
	readonly firstDay: number;
	/** What the values are, by the file's header. */
	readonly name: string | undefined;
	/** How the n-th period is written, in the style of the file. */
	readonly labelOf: (index: number) => string;
	/** What was decided that the reader should know. */
	readonly notes: readonly string[];
};

const sampleLength = 1 << 16;

/**
 * Reads a series from CSV text: a column of dates and one of values, in any order, with or without a
 * header. Delimiter, decimal sign, way of writing dates and length of a period are found out.
 *
 * @param text without a byte order mark
 * @param column header of the values; the first column of numbers unless told
 * @throws SourceError that names the line and the value which cannot be read
 */
export function readSeries(text: string, column?: string): FileSeries {
	const {rows, header} = rowsOf(text);
	const {labels: labelColumn, style, values: valueColumn} = findColumns(rows, header, column);
	const readNumber = numberReader(rows.map(row => row.fields[valueColumn] ?? ''));
	const entries = rows.flatMap(row => {
		const entry = readEntry(row, labelColumn, style, valueColumn, readNumber);
		return entry ? [entry] : [];
	});
	if (entries.length < 2) {
		throw new SourceError('it has fewer than two values: a series has a row for each date and its value');
	}
	const sorted = entries.toSorted((one, other) => one.day - other.day);
	const unit = style.unit ?? unitOf(sorted.map(({day}) => day));
	const firstDay = sorted[0]!.day;
	const {values, notes} = onGrid(sorted, unit, firstDay);
	const name = header?.[valueColumn]?.trim();
	return {
		values,
		unit,
		firstDay,
		name: name || undefined,
		labelOf: index => style.write(periodStart(unit, firstDay, index)),
		notes,
	};
}

type Row = {readonly line: number; readonly fields: readonly string[]};
type Entry = {
	readonly line: number;
	readonly label: string;
	readonly day: number;
	readonly value: number | undefined;
};

function rowsOf(text: string): {rows: Row[]; header: readonly string[] | undefined} {
	const dialect = sniffCsv(text.slice(0, sampleLength));
	const splitter = createCsvSplitter(dialect);
	const records = [...splitter.push(text), ...splitter.end()];
	// Public files end with a line or two of remarks.
	while (records.length > 0 && records.at(-1)!.problem !== undefined) {
		records.pop();
	}
	const broken = records.find(({problem}) => problem !== undefined);
	if (broken) {
		throw new SourceError(`line ${broken.line}, "${broken.raw}": ${broken.problem}`);
	}
	const rows = records.map(({line, cells}) => ({line, fields: cells.map(field => field.trim())}));
	const reads = numberReader([]);
	const isHeader = rows[0]?.fields.every(field => reads(field) === undefined && !hasStyle(field)) ?? false;
	return {rows: isHeader ? rows.slice(1) : rows, header: isHeader ? rows[0]!.fields : undefined};
}

const hasStyle = (text: string) => labelStyles.some(({read}) => read(text) !== undefined);

/** A series without dates is counted. */
const counted = labelStyles.find(({unit}) => unit === 'period')!;

function findColumns(
	rows: readonly Row[],
	header: readonly string[] | undefined,
	wanted: string | undefined,
) {
	const width = rows[0]?.fields.length ?? 0;
	const columns = Array.from({length: width}, (_, index) => rows.map(({fields}) => fields[index] ?? ''));
	const styles = columns.map(styleOf);
	const numeric = columns.map(isNumeric);
	const besideNumbers = (index: number) => numeric.some((is, other) => is && other !== index);
	// A column of plain numbers is one of dates only if no other is, and if it leaves one of values.
	const labels = [
		styles.findIndex(style => style && style.unit !== 'period' && style.unit !== 'year'),
		styles.findIndex((style, index) => style?.unit === 'year' && besideNumbers(index)),
		styles.findIndex(
			(style, index) => style?.unit === 'period' && isCount(columns[index]!) && besideNumbers(index),
		),
	].find(index => index >= 0);
	const names = header?.map(name => name.toLowerCase());
	const values =
		wanted === undefined
			? numeric.findIndex((is, index) => is && index !== labels)
			: (names?.indexOf(wanted.toLowerCase()) ?? -1);
	if (values < 0) {
		throw new SourceError(
			wanted === undefined
				? 'it has no column of numbers: give a CSV of dates and values'
				: `it has no column "${wanted}": ${header ? `there are ${header.join(', ')}` : 'it has no header'}`,
		);
	}
	if (labels === undefined && width > 1) {
		const first = rows[0]!;
		throw new SourceError(
			`line ${first.line}, "${first.fields.join(', ')}": no column holds dates that could be read; write them as 2026-11-20 or 2026-11`,
		);
	}
	return {labels, style: labels === undefined ? counted : styles[labels]!, values};
}

/** Rows at the end that may be remarks, and cells that may be mistaken, do not hide what a column is. */
const mostlyShare = 0.9;

/** The first style that reads nearly every cell; of day/month and month/day, the more regular one. */
function styleOf(cells: readonly string[]): LabelStyle | undefined {
	const filled = cells.filter(cell => cell !== '');
	const fitting = labelStyles.filter(
		({read}) =>
			filled.length > 0 &&
			filled.filter(cell => read(cell) !== undefined).length >= mostlyShare * filled.length,
	);
	const complete = fitting.filter(({read}) => filled.every(cell => read(cell) !== undefined));
	const candidates = complete.length > 0 ? complete : fitting;
	if (candidates[0]?.unit !== undefined) {
		return candidates[0];
	}
	return candidates
		.filter(({unit}) => unit === undefined)
		.toSorted((one, other) => irregularity(one, filled) - irregularity(other, filled))[0];
}

/** How many different steps there are from one date to the next. */
function irregularity({read}: LabelStyle, cells: readonly string[]): number {
	const days = cells.flatMap(cell => read(cell) ?? []);
	return new Set(days.slice(1).map((day, index) => Math.round(24 * (day - days[index]!)))).size;
}

function isNumeric(cells: readonly string[]): boolean {
	const reads = numberReader(cells);
	const filled = cells.filter(cell => cell !== '');
	return (
		filled.length > 0 &&
		filled.filter(cell => reads(cell) !== undefined).length >= mostlyShare * filled.length
	);
}

function isCount(cells: readonly string[]): boolean {
	return cells.every((cell, index) => index === 0 || Number(cell) === Number(cells[index - 1]) + 1);
}

function readEntry(
	{line, fields}: Row,
	labelColumn: number | undefined,
	style: LabelStyle,
	valueColumn: number,
	readNumber: NumberReader,
): Entry | undefined {
	const text = fields[valueColumn] ?? '';
	const label = labelColumn === undefined ? String(line) : (fields[labelColumn] ?? '');
	// An empty value is a hole in the series.
	const isMissing = text === '' || /^(?:na|nan|null|none|-)$/i.test(text);
	const day = style.read(label);
	if (day === undefined) {
		if (isMissing) {
			return undefined;
		}
		throw new SourceError(
			`line ${line}: "${label}" is no ${style.name} as the others are; correct it or leave it out`,
		);
	}
	if (isMissing) {
		return undefined;
	}
	const value = readNumber(text);
	if (value === undefined) {
		throw new SourceError(`line ${line}: "${text}" is no number; correct it or leave it empty`);
	}
	return {line, label, day, value};
}

/** The usual step between dates. */
function unitOf(days: readonly number[]): Unit {
	const steps = days
		.slice(1)
		.map((day, index) => day - days[index]!)
		.filter(step => step > 0)
		.toSorted((one, other) => one - other);
	const usual = steps[Math.floor(steps.length / 2)] ?? 1;
	if (usual < 0.9) {
		return 'hour';
	}
	return usual < 6 ? 'day' : usual < 20 ? 'week' : usual < 60 ? 'month' : usual < 200 ? 'quarter' : 'year';
}

/** Puts each value on its period and fills the ones between. */
function onGrid(
	sorted: readonly Entry[],
	unit: Unit,
	firstDay: number,
): {values: readonly number[]; notes: string[]} {
	const last = indexOf(unit, firstDay, sorted.at(-1)!.day);
	if (last > mostPeriods) {
		throw new SourceError(
			`from ${sorted[0]!.label} to ${sorted.at(-1)!.label} there are more than ${mostPeriods} ${unit}s`,
		);
	}
	const taken = new Map<number, Entry>();
	for (const entry of sorted) {
		const index = indexOf(unit, firstDay, entry.day);
		const other = taken.get(index);
		if (other) {
			throw new SourceError(
				`lines ${other.line} and ${entry.line} both are of the ${unit} ${entry.label}: give one value for each`,
			);
		}
		taken.set(index, entry);
	}
	const series = Array.from({length: last + 1}, (_, index) => taken.get(index)?.value);
	const {values, closed, guessed} = fillGaps(series, seasonOfUnit(unit));
	return {
		values,
		notes: [
			...(closed > 0 ? [`${closed} ${unit}s on which nothing is ever sold were counted as 0`] : []),
			...(guessed > 0 ? [`${guessed} missing ${unit}s were filled in from those around them`] : []),
		],
	};
}

const mostPeriods = 100_000;

function indexOf(unit: Unit, firstDay: number, day: number): number {
	const months = (of: number) => {
		const date = new Date(of * 86_400_000);
		return date.getUTCFullYear() * 12 + date.getUTCMonth();
	};
	switch (unit) {
		case 'hour':
			return Math.round((day - firstDay) * 24);
		case 'week':
			return Math.round((day - firstDay) / 7);
		case 'month':
			return months(day) - months(firstDay);
		case 'quarter':
			return Math.round((months(day) - months(firstDay)) / 3);
		case 'year':
			return Math.round((months(day) - months(firstDay)) / 12);
		default:
			return Math.round(day - firstDay);
	}
}
