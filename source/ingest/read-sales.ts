import type {Zone} from '../business-time.ts';
import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';
import {parseMoney} from '../money.ts';
import type {Table, TableReading, TableRecord} from './formats/table.ts';
import {createRowReader, isRejected, type RowReader} from './row-reader.ts';
import {SourceError} from './source-error.ts';
import {type Columns, examplesOf, type Field, mappingOf, matchHeaders} from './source-fields.ts';

/** A source that was understood: what was decided about it, and its rows. */
export type SalesReading = Pick<TableReading, 'format' | 'delimiter' | 'share'> & {
	/** Which column was taken for which field. */
	readonly mapping: Readonly<Partial<Record<Field, string>>>;
	/** Every row, in order, as they are read; only once. */
	readonly batches: AsyncIterable<ImportBatch>;
};

const defaultRowsPerBatch = 8192;

/**
 * Decides which columns of a source hold what, then reads its rows to the end in bounded memory.
 *
 * @param name of the source in messages
 * @throws SourceError that names the source and says why nothing in it can be imported
 */
export async function readSales(
	name: string,
	{format, delimiter, share, tables}: TableReading,
	zone: Zone,
	{rowsPerBatch = defaultRowsPerBatch}: {readonly rowsPerBatch?: number} = {},
): Promise<SalesReading> {
	const left = tables[Symbol.asyncIterator]();
	try {
		const table = (await left.next()).value as Table;
		const columns = columnsOf(name, table.header);
		const records = table.records[Symbol.asyncIterator]();
		const first = await records.next();
		const beginning = first.done ? [] : first.value;
		assertDiscountIsAmount(name, table.header, columns, beginning);
		const readRow = createRowReader(columns, zone);
		return {
			format,
			delimiter,
			share,
			mapping: mappingOf(columns, table.header),
			batches: inBatches(beginning, records, left, readRow, rowsPerBatch),
		};
	} catch (error) {
		await left.return?.();
		throw error;
	}
}

async function* inBatches(
	beginning: readonly TableRecord[],
	rest: AsyncIterator<readonly TableRecord[]>,
	tables: AsyncIterator<Table>,
	readRow: RowReader,
	rowsPerBatch: number,
): AsyncGenerator<ImportBatch> {
	let lines: ImportedLine[] = [];
	let rejected: RejectedRow[] = [];
	try {
		let records = beginning;
		for (let next = await rest.next(); ; next = await rest.next()) {
			for (const record of records) {
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
			if (next.done) {
				break;
			}
			records = next.value;
		}
		if (lines.length + rejected.length > 0) {
			yield {lines, rejected};
		}
	} finally {
		await tables.return?.();
	}
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
	rows: readonly TableRecord[],
): void {
	if (place === undefined || /amount|value/i.test(header[place]!)) {
		return;
	}
	const discounts = rows
		.filter(({problem}) => problem === undefined)
		.map(({cells}) => parseMoney(cells[place]!.trim()) ?? 0)
		.filter(discount => discount !== 0);
	if (discounts.length > 0 && discounts.every(discount => discount > 0 && discount < 10_000)) {
		throw new SourceError(
			`${name}: the discounts in "${header[place]!.trim()}" look like shares (all are below 1), and shares cannot be imported so far; ` +
				'if they are amounts, name the column "discount amount"',
		);
	}
}
