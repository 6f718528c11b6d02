import type {Zone} from '../business-time.ts';
import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';
import {parseMoney} from '../money.ts';
import {type CsvRecord, createCsvSplitter} from './csv-records.ts';
import {createRowReader, isRejected} from './row-reader.ts';
import {sniffCsv} from './sniff-csv.ts';
import {SourceError} from './source-error.ts';
import {type Columns, examplesOf, type Field, mappingOf, matchHeaders} from './source-fields.ts';
import type {TextSource} from './text-file.ts';

/** A source that was understood: what was decided about it, and its rows. */
export type SalesReading = {
	readonly format: 'csv' | 'tsv';
	readonly delimiter: string;
	/** Which column was taken for which field. */
	readonly mapping: Readonly<Partial<Record<Field, string>>>;
	/** Every row, in order, as they are read; only once. */
	readonly batches: AsyncIterable<ImportBatch>;
};

const defaultRowsPerBatch = 8192;

/**
 * Decides from its beginning how a source is written, then reads it to the end in bounded memory.
 *
 * @throws SourceError that names the source and says why nothing in it can be imported
 */
export async function readSales(
	source: TextSource,
	zone: Zone,
	{rowsPerBatch = defaultRowsPerBatch}: {readonly rowsPerBatch?: number} = {},
): Promise<SalesReading> {
	const chunks = source.chunks[Symbol.asyncIterator]();
	try {
		return await understand(source.name, chunks, zone, rowsPerBatch);
	} catch (error) {
		await chunks.return?.();
		throw error;
	}
}

async function understand(
	name: string,
	chunks: AsyncIterator<string>,
	zone: Zone,
	rowsPerBatch: number,
): Promise<SalesReading> {
	const beginning = await firstLines(chunks);
	assertText(name, beginning);
	const dialect = sniffCsv(beginning);
	const splitter = createCsvSplitter(dialect);
	const split = (text: string | undefined) =>
		naming(name, () => (text === undefined ? splitter.end() : splitter.push(text)));
	let first = split(beginning);
	if (first.length === 0) {
		first = split(undefined);
	}
	const header = first[0]!.fields;
	if (first[0]!.problem !== undefined) {
		throw new SourceError(`cannot read the header of ${name}: ${first[0]!.problem}`);
	}
	const columns = columnsOf(name, header);
	assertDiscountIsAmount(name, header, columns, first.slice(1));
	const readRow = createRowReader(columns, zone);

	async function* records(): AsyncGenerator<readonly CsvRecord[]> {
		yield first.slice(1);
		try {
			for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
				yield split(next.value);
			}
			yield split(undefined);
		} finally {
			await chunks.return?.();
		}
	}

	async function* batches(): AsyncGenerator<ImportBatch> {
		let lines: ImportedLine[] = [];
		let rejected: RejectedRow[] = [];
		for await (const some of records()) {
			for (const record of some) {
				const row = readRow(record);
				if (isRejected(row)) {
					rejected.push(row);
				} else {
					lines.push(row);
				}
				if (lines.length + rejected.length >= rowsPerBatch) {
					yield {lines, rejected};
					lines = [];
					rejected = [];
				}
			}
		}
		if (lines.length + rejected.length > 0) {
			yield {lines, rejected};
		}
	}

	return {
		format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
		delimiter: dialect.delimiter,
		mapping: mappingOf(columns, header),
		batches: {[Symbol.asyncIterator]: batches},
	};
}

/** Reads on until there is a whole line after the blank ones, or the end. */
async function firstLines(chunks: AsyncIterator<string>): Promise<string> {
	const longest = 1 << 20;
	let text = '';
	while (!/\S[^\n\r]*[\n\r]/.test(text) && text.length < longest) {
		const next = await chunks.next();
		if (next.done) {
			break;
		}
		text += next.value;
	}
	return text;
}

function assertText(name: string, beginning: string): void {
	const text = beginning.trimStart();
	if (text === '') {
		throw new SourceError(`${name} is empty`);
	}
	const other = text.startsWith('PK\u0003\u0004')
		? 'an XLSX or ZIP file'
		: text.startsWith('{') || text.startsWith('[')
			? 'JSON'
			: text.startsWith('PAR1')
				? 'Parquet'
				: isMostlyZeroBytes(beginning.slice(0, 4096))
					? 'no text in UTF-8'
					: undefined;
	if (other) {
		throw new SourceError(`${name} is ${other}: only CSV can be imported so far`);
	}
}

/** Binary, or UTF-16: a stray zero in a text is only a bad value. */
function isMostlyZeroBytes(text: string): boolean {
	return text.split('\0').length - 1 > text.length / 3;
}

function columnsOf(name: string, header: readonly string[]): Columns {
	const {columns, missing} = matchHeaders(header);
	if (missing.length > 0) {
		const wanted = missing.map(field => `${field} (for example ${examplesOf(field).join(', ')})`);
		const found = header.map(text => text.trim()).join(', ');
		throw new SourceError(`${name} has no column for ${wanted.join(', nor for ')}; its header is: ${found}`);
	}
	return columns;
}

/** A share of 0.15 taken for an amount of 0.15 would make every total wrong without a word. */
function assertDiscountIsAmount(
	name: string,
	header: readonly string[],
	{discount: place}: Columns,
	rows: readonly CsvRecord[],
): void {
	if (place === undefined || /amount|value/i.test(header[place]!)) {
		return;
	}
	const discounts = rows
		.filter(({problem}) => problem === undefined)
		.map(({fields}) => parseMoney(fields[place]!.trim()) ?? 0)
		.filter(discount => discount !== 0);
	if (discounts.length > 0 && discounts.every(discount => discount > 0 && discount < 10_000)) {
		throw new SourceError(
			`${name}: the discounts in "${header[place]!.trim()}" look like shares (all are below 1), and shares cannot be imported so far; ` +
				'if they are amounts, name the column "discount amount"',
		);
	}
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
