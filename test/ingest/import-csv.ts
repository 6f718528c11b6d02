import {readSales} from '../../source/ingest/read-sales.ts';
import {openImporter, type SourceImport} from '../../source/store/import-lines.ts';
import type {ImportAccount} from '../../source/store/import-log.ts';
import type {Store} from '../../source/store/open-store.ts';

export type ImportCsvOptions = {
	readonly name?: string;
	readonly rowsPerBatch?: number;
	/** Characters that are read at once. */
	readonly chunkLength?: number;
	readonly load?: keyof Pick<SourceImport, 'load' | 'refuse'>;
	/** The program dies after so many batches. */
	readonly batches?: number;
};

/** Imports a CSV text as if it were a file. */
export async function importCsv(
	store: Store,
	text: string,
	options: ImportCsvOptions = {},
): Promise<ImportAccount> {
	const {
		name = 'sales.csv',
		rowsPerBatch = 8192,
		load = 'load',
		batches = Number.POSITIVE_INFINITY,
	} = options;
	const reading = await readSales(textSource(name, text, options.chunkLength), store.zone, {rowsPerBatch});
	const source = openImporter(store).begin(
		{origin: name, format: reading.format, mapping: reading.mapping},
		0,
	);
	let done = 0;
	for await (const batch of reading.batches) {
		if (done++ === batches) {
			break;
		}
		source[load](batch);
	}
	return source.finish(1);
}

export function textSource(name: string, text: string, chunkLength = Math.max(1, text.length)) {
	async function* chunks() {
		for (let start = 0; start < text.length; start += chunkLength) {
			yield text.slice(start, start + chunkLength);
		}
	}
	return {name, chunks: {[Symbol.asyncIterator]: chunks}, share: () => 1};
}
