import type {Zone} from '../business-time.ts';
import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';
import {type RowsOptions, readRows, type SalesUnderstanding} from './read-rows.ts';
import type {SalesRow} from './rows/sales-row.ts';
import {isRejected} from './rows/sales-row.ts';
import type {SalesSource} from './understanding/survey-source.ts';

/** A source that was understood: what was decided about it, and its rows. */
export type SalesReading = SalesUnderstanding & {
	/** Every row, in order, as they are read; only once. */
	readonly batches: AsyncIterable<ImportBatch>;
};

export type SalesOptions = RowsOptions & {readonly rowsPerBatch?: number};

const defaultRowsPerBatch = 1024;

/**
 * Decides what the columns of a source hold and how they are written, then reads its rows to the end
 * in bounded memory.
 *
 * @throws SourceError that names the source and says why nothing in it can be imported
 */
export async function readSales(
	source: SalesSource,
	zone: Zone,
	{rowsPerBatch = defaultRowsPerBatch, ...options}: SalesOptions = {},
): Promise<SalesReading> {
	const {rows, ...understood} = await readRows(source, zone, options);
	return {...understood, batches: inBatches(rows, rowsPerBatch)};
}

async function* inBatches(
	rows: AsyncIterable<Iterable<SalesRow>>,
	rowsPerBatch: number,
): AsyncGenerator<ImportBatch> {
	let lines: ImportedLine[] = [];
	let rejected: RejectedRow[] = [];
	for await (const some of rows) {
		for (const row of some) {
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
