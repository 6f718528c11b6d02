import {SourceError} from '../source-error.ts';
import {type CsvRow, createCsvSplitter} from './csv-records.ts';
import {sniffCsv, withoutSeparatorLine} from './sniff-csv.ts';
import {splitTables} from './split-tables.ts';
import type {TableReading} from './table.ts';

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
): Pick<TableReading, 'format' | 'delimiter' | 'tables'> {
	const {text: content, delimiter} = withoutSeparatorLine(beginning);
	const sniffed = sniffCsv(content);
	const dialect = delimiter === undefined ? sniffed : {...sniffed, delimiter};
	const splitter = createCsvSplitter(dialect);
	const split = (text: string | undefined) =>
		naming(name, () => (text === undefined ? splitter.end() : splitter.push(text)));
	let first = split(content);
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
				yield split(text);
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

function naming<Result>(name: string, work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		throw error instanceof RangeError
			? new SourceError(`cannot read ${name}: ${error.message}`, {cause: error})
			: error;
	}
}
