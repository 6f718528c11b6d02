import Papa, {type ParseError, type ParseStepResult} from 'papaparse';
import {createHeaderWatch} from './header-watch.ts';
import type {TableRecord} from './table.ts';

export type CsvDialect = {
	/** One character. */
	readonly delimiter: string;
	/** What ends a line; a carriage return before `\n` belongs to it. */
	readonly newline: '\n' | '\r';
};

export type CsvRow = TableRecord & {
	/** It names the columns of the rows that follow. */
	readonly isHeader: boolean;
};

export type CsvSplitter = {
	/** Takes more text and gives the rows that end in it. */
	readonly push: (text: string) => CsvRow[];
	/** Gives what is left when there is no more text. */
	readonly end: () => CsvRow[];
};

export const csvProblems = {
	ragged: 'more or fewer values than the header has',
	quotes: 'a quote is opened and not closed',
	endless: 'a line of more than a million characters',
} as const;

/** In characters: what is longer is a quote that was never closed, or no CSV at all. */
const longestRecord = 1 << 20;

/**
 * Splits CSV text that comes in pieces into rows. Blank lines, and lines of empty values, are no rows.
 * A header decides how many values a row has; empty values beyond that are dropped.
 *
 * A quote that is not closed must cost one line, not all that follow. So a row of several lines that
 * comes out malformed is given up as its first line, and reading goes on at the second.
 * A line that is far too long to be a row is given up with what it begins with.
 */
export function createCsvSplitter({delimiter, newline}: CsvDialect): CsvSplitter {
	const watch = createHeaderWatch();
	let rest = '';
	let line = 1;
	let isApart = false;
	let records: CsvRow[] = [];
	/** The last record, while it may turn out to be a header. */
	let suspect: CsvRow | undefined;
	/** Where the next quote is, at or after the place that was last asked about. */
	let quoteAt = -1;
	/** The rest of a line that was given up is still to come. */
	let isPassingOver = false;

	/** Keeps one row. @returns where the next begins: after it, or after its first line */
	const take = (text: string, start: number, end: number, cells: string[], quotes: Quotes): number => {
		if (quotes === 'right' && isBlank(cells)) {
			line += linesIn(text, start, end);
			isApart = true;
			return end;
		}
		if (text.endsWith('\r\n', end)) {
			cells.push(withoutReturn(cells.pop()!));
		}
		const lineEnd = endOfLine(text, start);
		// Papa Parse is generous with quotes inside a quoted value, which is right as long as the row fits.
		const isReadable = quotes === 'right' || (quotes === 'undoubled' && end <= lineEnd);
		const isGood = isReadable && keep(text, start, end, cells);
		if (isGood || end <= lineEnd) {
			if (!isReadable) {
				giveUp(text, start, end, cells, csvProblems.quotes);
			} else if (!isGood) {
				giveUp(text, start, end, cells, csvProblems.ragged);
			}
			line += linesIn(text, start, end);
			return end;
		}
		giveUp(text, start, lineEnd, cells, isReadable ? csvProblems.ragged : csvProblems.quotes);
		line++;
		return lineEnd;
	};

	/** @returns whether the row belongs to a table */
	const keep = (text: string, start: number, end: number, cells: string[]): boolean => {
		const fit = watch.fit(cells, isApart);
		if (fit === 'ragged') {
			return false;
		}
		if (fit === 'confirms') {
			records[records.length - 1] = {...suspect!, cells: watch.header(), isHeader: true, problem: undefined};
		}
		const isHeader = fit === 'header';
		const problem = fit === 'suspect' && !watch.isRow(cells) ? csvProblems.ragged : undefined;
		const record = {line, raw: rawOf(text, start, end), cells, problem, isHeader};
		records.push(record);
		suspect = fit === 'suspect' ? record : undefined;
		isApart = false;
		return true;
	};

	const giveUp = (text: string, start: number, end: number, cells: string[], problem: string) => {
		records.push({line, raw: rawOf(text, start, end), cells, problem, isHeader: false});
		suspect = undefined;
		isApart = false;
	};

	const rawOf = (text: string, start: number, end: number): string =>
		withoutReturn(text.slice(start, text[end - 1] === newline ? end - 1 : end));

	const endOfLine = (text: string, start: number): number => {
		const at = text.indexOf(newline, start);
		return at < 0 ? text.length : at + 1;
	};

	/** A row ends with one line end; any more are inside its quotes. */
	const linesIn = (text: string, start: number, end: number): number => {
		let lines = 0;
		for (let at = text.indexOf(newline, start); at >= 0 && at < end; at = text.indexOf(newline, at + 1)) {
			lines++;
		}
		return lines;
	};

	/** Where the line ends that begins here, if it is whole and has no quotes in it; else -1. */
	const plainEnd = (text: string, start: number): number => {
		if (quoteAt < start) {
			const next = text.indexOf('"', start);
			quoteAt = next < 0 ? Number.POSITIVE_INFINITY : next;
		}
		const end = text.indexOf(newline, start);
		return end < quoteAt ? end : -1;
	};

	/** Lines without quotes need no parser. @returns where the first line begins that needs one */
	const takePlainLines = (text: string, from: number): number => {
		let start = from;
		for (let end = plainEnd(text, start); end >= 0; end = plainEnd(text, start)) {
			const contentEnd = end > start && text[end - 1] === '\r' ? end - 1 : end;
			const cells = text.slice(start, contentEnd).split(delimiter);
			if (isBlank(cells)) {
				isApart = true;
			} else if (!keep(text, start, end + 1, cells)) {
				giveUp(text, start, end + 1, cells, csvProblems.ragged);
			}
			line++;
			start = end + 1;
		}
		return start;
	};

	/** @returns where the text begins that no row was read from */
	const readRows = (text: string, from: number, isEnd: boolean): number => {
		let start = from;
		const parser = new Papa.Parser({
			delimiter,
			newline,
			step({data, errors, meta}: ParseStepResult<string[][]>) {
				const end = from + meta.cursor;
				const next = take(text, start, end, data[0]!, quotesBy(errors));
				start = next;
				if (next < end || plainEnd(text, next) >= 0) {
					parser.abort();
				}
			},
		});
		parser.parse(from === 0 ? text : text.slice(from), 0, !isEnd);
		return start;
	};

	const split = (text: string, isEnd: boolean): CsvRow[] => {
		records = suspect ? [suspect] : [];
		quoteAt = -1;
		let start = isPassingOver ? passOver(text, 0) : 0;
		for (let before = -1; start > before && start < text.length; ) {
			before = start;
			start = takePlainLines(text, start);
			start = start < text.length ? readRows(text, start, isEnd) : start;
			if (start === before && text.length - start > longestRecord) {
				start = giveUpLine(text, start);
			}
		}
		rest = text.slice(start);
		if (suspect && !isEnd) {
			records.pop();
		}
		return records;
	};

	const giveUpLine = (text: string, start: number): number => {
		const next = endOfLine(text, start);
		if (next - start > longestRecord) {
			giveUp(text, start, start + longestRecord, [], csvProblems.endless);
			return passOver(text, start);
		}
		giveUp(text, start, next, [], csvProblems.quotes);
		line++;
		return next;
	};

	/** @returns where the line ends, or the text if it does not */
	const passOver = (text: string, start: number): number => {
		const next = endOfLine(text, start);
		isPassingOver = text[next - 1] !== newline;
		line += isPassingOver ? 0 : 1;
		return next;
	};

	return {
		push: text => split(rest + text, false),
		end: () => split(rest, true),
	};
}

function isBlank(cells: readonly string[]): boolean {
	return cells[0]!.trim() === '' && cells.every(cell => cell.trim() === '');
}

/** `undoubled`: a quote inside a quoted value stands alone. */
type Quotes = 'right' | 'undoubled' | 'open';

function quotesBy(errors: readonly ParseError[]): Quotes {
	if (errors.length === 0) {
		return 'right';
	}
	return errors.some(({code}) => code === 'MissingQuotes') ? 'open' : 'undoubled';
}

function withoutReturn(text: string): string {
	return text.endsWith('\r') ? text.slice(0, -1) : text;
}
