import Papa, {type ParseError, type ParseStepResult} from 'papaparse';
import type {TableRecord} from './table.ts';

export type CsvDialect = {
	/** One character. */
	readonly delimiter: string;
	/** What ends a line; a carriage return before `\n` belongs to it. */
	readonly newline: '\n' | '\r';
};

export type CsvSplitter = {
	/** Takes more text and gives the rows that end in it. */
	readonly push: (text: string) => TableRecord[];
	/** Gives what is left when there is no more text. */
	readonly end: () => TableRecord[];
};

export const csvProblems = {
	ragged: 'more or fewer values than the header has',
	quotes: 'a quote is opened and not closed',
} as const;

/** In characters: what is longer is a quote that was never closed, or no CSV at all. */
const longestRecord = 1 << 20;

/**
 * Splits CSV text that comes in pieces into rows. Blank lines are no rows. The first row decides how
 * many values a row has; empty values beyond that are dropped.
 *
 * A quote that is not closed must cost one line, not all that follow. So a row of several lines that
 * comes out malformed is given up as its first line, and reading goes on at the second.
 *
 * @throws RangeError for a line that is far too long to be a row
 */
export function createCsvSplitter({delimiter, newline}: CsvDialect): CsvSplitter {
	let rest = '';
	let line = 1;
	let width: number | undefined;
	let records: TableRecord[] = [];

	/** Keeps one row. @returns where the next begins: after it, or after its first line */
	const take = (text: string, start: number, end: number, fields: string[], quotes: Quotes): number => {
		if (fields.length === 1 && fields[0]!.trim() === '' && quotes === 'right') {
			line += linesIn(text, start, end);
			return end;
		}
		if (text.endsWith('\r\n', end)) {
			fields.push(withoutReturn(fields.pop()!));
		}
		const fits = fitInto(fields, width ?? fields.length);
		const lineEnd = endOfLine(text, start);
		// Papa Parse is generous with quotes inside a quoted value, which is right as long as the row fits.
		const isGood = fits && (quotes === 'right' || (quotes === 'undoubled' && end <= lineEnd));
		const next = isGood || end <= lineEnd ? end : lineEnd;
		const problem = isGood ? undefined : quotes === 'right' ? csvProblems.ragged : csvProblems.quotes;
		const raw = withoutReturn(text.slice(start, text[next - 1] === newline ? next - 1 : next));
		records.push({line, raw, cells: fields, problem});
		if (isGood) {
			width ??= fields.length;
		}
		line += linesIn(text, start, next);
		return next;
	};

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
				if (next < end) {
					parser.abort();
				}
			},
		});
		parser.parse(from === 0 ? text : text.slice(from), 0, !isEnd);
		return start;
	};

	const split = (text: string, isEnd: boolean): TableRecord[] => {
		records = [];
		let start = 0;
		for (let before = -1; start > before && start < text.length; ) {
			before = start;
			start = readRows(text, start, isEnd);
			if (start === before && text.length - start > longestRecord) {
				start = giveUpLine(text, start);
			}
		}
		rest = text.slice(start);
		return records;
	};

	const giveUpLine = (text: string, start: number): number => {
		const next = endOfLine(text, start);
		if (next - start > longestRecord) {
			throw new RangeError(`line ${line} is longer than ${longestRecord} characters`);
		}
		records.push({
			line,
			raw: withoutReturn(text.slice(start, next - 1)),
			cells: [],
			problem: csvProblems.quotes,
		});
		line++;
		return next;
	};

	return {
		push: text => split(rest + text, false),
		end: () => split(rest, true),
	};
}

/** `undoubled`: a quote inside a quoted value stands alone. */
type Quotes = 'right' | 'undoubled' | 'open';

function quotesBy(errors: readonly ParseError[]): Quotes {
	if (errors.length === 0) {
		return 'right';
	}
	return errors.some(({code}) => code === 'MissingQuotes') ? 'open' : 'undoubled';
}

/** Drops empty values beyond the width; tells whether that many are there. */
function fitInto(fields: string[], width: number): boolean {
	while (fields.length > width && fields.at(-1)!.trim() === '') {
		fields.pop();
	}
	return fields.length === width;
}

function withoutReturn(text: string): string {
	return text.endsWith('\r') ? text.slice(0, -1) : text;
}
