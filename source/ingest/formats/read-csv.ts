import {SourceError} from '../source-error.ts';
import {type CsvDialect, type CsvRow, createCsvSplitter} from './csv-records.ts';
import {sniffCsv, withoutSeparatorLine} from './sniff-csv.ts';
import {splitTables} from './split-tables.ts';
import type {TableReading} from './table.ts';

/** In characters: the rows of a piece are few enough to be gone before the space for young values is full. */
const piece = 1 << 15;

/**
 * Reads text whose lines are rows of values.
 *
 * @param beginning at least the first line, or all there is
 * @param rest what follows it
 * @throws SourceError when the header cannot be read
 */
export function readCsv(
	name: string,
	beginning: string,
	rest: AsyncGenerator<string>,
	{hasNoHeader = false}: {readonly hasNoHeader?: boolean | undefined} = {},
): Pick<TableReading, 'format' | 'delimiter' | 'tables'> {
	const {text: content, delimiter} = withoutSeparatorLine(beginning);
	const sniffed = sniffCsv(content);
	const dialect = delimiter === undefined ? sniffed : {...sniffed, delimiter};
	const splitter = createCsvSplitter(dialect);
	const split = (text: string | undefined) => {
		const rows = text === undefined ? splitter.end() : splitter.push(text);
		return hasNoHeader ? rows.map(row => ({...row, line: row.line - 1})) : rows;
	};
	let first = split(
		hasNoHeader ? `${numberedHeader(content, dialect)}${dialect.newline}${content}` : content,
	);
	if (first.length === 0) {
		first = split(undefined);
	}
	if (first[0]?.problem !== undefined) {
		throw new SourceError(`cannot read the header of ${name}: ${first[0].problem}`);
	}

	async function* batches(): AsyncGenerator<readonly CsvRow[]> {
		try {
			yield first;
			for await (const text of rest) {
				for (let start = 0; start < text.length; start += piece) {
					yield split(text.slice(start, start + piece));
				}
			}
			yield split(undefined);
		} finally {
			await rest.return(undefined);
		}
	}

	return {
		format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
		delimiter: dialect.delimiter,
		tables: splitTables(batches()),
	};
}

/** Numbers for the columns of a text without names for them, from 1. */
function numberedHeader(text: string, dialect: CsvDialect): string {
	const splitter = createCsvSplitter(dialect);
	const [first] = [...splitter.push(text), ...splitter.end()];
	return (first?.cells ?? []).map((_, place) => place + 1).join(dialect.delimiter);
}
