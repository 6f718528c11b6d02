import {SourceError} from '../source-error.ts';
import {createCsvSplitter} from './csv-records.ts';
import {sniffCsv} from './sniff-csv.ts';
import type {Table, TableReading, TableRecord} from './table.ts';

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
): Omit<TableReading, 'share'> {
	const dialect = sniffCsv(beginning);
	const splitter = createCsvSplitter(dialect);
	const split = (text: string | undefined) =>
		naming(name, () => (text === undefined ? splitter.end() : splitter.push(text)));
	let first = split(beginning);
	if (first.length === 0) {
		first = split(undefined);
	}
	const [header, ...rows] = first as [TableRecord, ...TableRecord[]];
	if (header.problem !== undefined) {
		throw new SourceError(`cannot read the header of ${name}: ${header.problem}`);
	}

	async function* records(): AsyncGenerator<readonly TableRecord[]> {
		yield rows;
		for await (const text of rest) {
			yield split(text);
		}
		yield split(undefined);
	}

	async function* tables(): AsyncGenerator<Table> {
		try {
			yield {name: undefined, header: header.cells, records: records()};
		} finally {
			await rest.return(undefined);
		}
	}

	return {
		format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
		delimiter: dialect.delimiter,
		tables: tables(),
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
