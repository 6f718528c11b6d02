import {openTables} from '../../source/ingest/formats/open-tables.ts';
import {readSales} from '../../source/ingest/read-sales.ts';
import type {SalesSource} from '../../source/ingest/understanding/survey-source.ts';
import type {AskedUnderstanding} from '../../source/ingest/understanding/table-understanding.ts';
import type {ImportAccount} from '../../source/store/importing/import-log.ts';
import {openImporter} from '../../source/store/importing/open-importer.ts';
import type {SourceImport} from '../../source/store/importing/source-import.ts';
import type {Store} from '../../source/store/open-store.ts';
import {bytesOf} from '../helpers/tables.ts';

export type ImportCsvOptions = {
	readonly name?: string;
	readonly rowsPerBatch?: number;
	/** Bytes that are read at once. */
	readonly chunkLength?: number;
	readonly load?: keyof Pick<SourceImport, 'load' | 'refuse'>;
	readonly asked?: AskedUnderstanding;
	readonly isUpdate?: boolean;
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
	const reading = await readSales(textSource(name, text, options.chunkLength), store.zone, {
		rowsPerBatch,
		...(options.asked && {asked: options.asked}),
	});
	const source = openImporter(store, {isUpdate: options.isUpdate ?? false}).begin(
		{...reading, origin: name},
		0,
	);
	let done = 0;
	for await (const batch of reading.batches) {
		if (done++ === batches) {
			break;
		}
		if (load === 'load') {
			source.load(batch);
			source.commit();
		} else {
			source.refuse(batch);
		}
	}
	source.settle();
	return source.finish(1);
}

/** A text as if it were a file. */
export function textSource(name: string, text: string, chunkLength?: number): SalesSource {
	return {name, open: () => openTables(name, bytesOf(text, chunkLength))};
}
