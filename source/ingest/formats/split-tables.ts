import type {CsvRow} from './csv-records.ts';
import {isTitle} from './header-watch.ts';
import type {Table, TableRecord} from './table.ts';

/** Rows of a title above the first header at most. */
const longestTitle = 20;

/**
 * The tables that lie one after another in a stream of rows, each from its header to the next one.
 * A title above the first table is none of them.
 *
 * @param name of the part of the source that the rows are from, if it has parts
 */
export async function* splitTables(
	batches: AsyncGenerator<readonly CsvRow[]>,
	name?: string,
): AsyncGenerator<Table> {
	let batch = withoutTitle(await nextBatch(batches));
	let count = 0;

	async function* records(): AsyncGenerator<readonly TableRecord[]> {
		while (batch) {
			const end = batch.findIndex(({isHeader}) => isHeader);
			if (end >= 0) {
				const rows = batch.slice(0, end);
				batch = batch.slice(end);
				yield rows;
				return;
			}
			yield batch;
			batch = await nextBatch(batches);
		}
	}

	try {
		while (batch) {
			const [header, ...rows] = batch as [CsvRow, ...CsvRow[]];
			batch = rows;
			count++;
			const part = count === 1 ? name : [name, `line ${header.line}`].filter(Boolean).join(', ');
			yield {name: part, header: header.cells, records: records()};
			// Whoever asks for the next table is done with this one.
			while (batch && !batch[0]?.isHeader) {
				const end: number = batch.findIndex(({isHeader}) => isHeader);
				batch = end > 0 ? batch.slice(end) : await nextBatch(batches);
			}
		}
	} finally {
		await batches.return(undefined);
	}
}

async function nextBatch(batches: AsyncGenerator<readonly CsvRow[]>): Promise<readonly CsvRow[] | undefined> {
	for (let next = await batches.next(); !next.done; next = await batches.next()) {
		if (next.value.length > 0) {
			return next.value;
		}
	}
	return undefined;
}

function withoutTitle(batch: readonly CsvRow[] | undefined): readonly CsvRow[] | undefined {
	const first = batch?.[0]?.cells ?? [];
	if (!batch || (first.length !== 1 && !isTitle(first))) {
		return batch;
	}
	const header = batch.findIndex(({isHeader}, place) => isHeader && place > 0);
	return header > 0 && header <= longestTitle ? batch.slice(header) : batch;
}
