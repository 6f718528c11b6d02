import {openZone} from '../../source/business-time.ts';
import type {ImportedLine, RejectedRow} from '../../source/imported-line.ts';
import {readSales, type SalesOptions} from '../../source/ingest/read-sales.ts';
import {textSource} from './import-csv.ts';

/** Reads a text as if it were a file, in UTC. */
export async function readSource(
	text: string,
	{name = 'sales.csv', ...options}: SalesOptions & {name?: string} = {},
) {
	const reading = await readSales(textSource(name, text), openZone('UTC'), options);
	const lines: ImportedLine[] = [];
	const rejected: RejectedRow[] = [];
	for await (const batch of reading.batches) {
		lines.push(...batch.lines);
		rejected.push(...batch.rejected);
	}
	return {...reading, lines, rejected};
}
