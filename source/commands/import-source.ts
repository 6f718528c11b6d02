import type {Zone} from '../business-time.ts';
import type {Encoding} from '../ingest/encoding/encodings.ts';
import {openFile, type TableOptions} from '../ingest/formats/open-tables.ts';
import {readSales, type SalesReading} from '../ingest/read-sales.ts';
import type {SourceFile} from '../ingest/sources/source-file.ts';
import type {Asked} from '../ingest/understand-table.ts';
import type {Importer} from '../store/import-lines.ts';
import type {ImportAccount} from '../store/import-log.ts';

/** What importing one source did. */
export type ImportResult = ImportAccount &
	Pick<SalesReading, 'format' | 'delimiter' | 'mapping' | 'decisions'> & {
		/** How its bytes were taken for text. */
		readonly encoding: Encoding | undefined;
		/** As it was asked for. */
		readonly source: string;
		/** How often each reason to reject a row came up. */
		readonly reasons: ReadonlyMap<string, number>;
		/** More rows were rejected than were allowed, so that none was loaded. */
		readonly isRefused: boolean;
		readonly elapsedMs: number;
	};

export type ImportOptions = TableOptions & {
	readonly importer: Importer;
	/** By which times without an offset are read. */
	readonly zone: Zone;
	readonly asked: Asked;
	/** How many rows may be rejected for the others to be loaded still. */
	readonly maxErrors: number;
	/** Hears after each batch how far the source is read, 0 to 1, and how many rows that was. */
	readonly onProgress: (share: number, rows: number) => void;
};

/** Reads one file into the database, batch by batch. */
export async function importSource(file: SourceFile, options: ImportOptions): Promise<ImportResult> {
	const {importer, maxErrors, onProgress} = options;
	const startedAt = performance.now();
	// Whether too many rows are bad is known only at the end, and by then nothing may have been loaded.
	const isRefused = Number.isFinite(maxErrors) && (await countRejected(file, options)) > maxErrors;
	const reading = await open(file, options);
	const {format, delimiter, encoding, header, mapping, decisions, batches, share} = reading;
	const source = importer.begin({origin: file.origin, format, mapping, header, delimiter}, Date.now());
	const reasons = new Map<string, number>();
	let rows = 0;
	for await (const batch of batches) {
		if (isRefused) {
			source.refuse(batch);
		} else {
			source.load(batch);
		}
		for (const {reason} of batch.rejected) {
			reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
		}
		rows += batch.lines.length + batch.rejected.length;
		onProgress(share(), rows);
	}
	const account = source.finish(Date.now());
	return {
		source: file.name,
		format,
		delimiter,
		encoding: encoding(),
		mapping,
		decisions,
		...account,
		reasons,
		isRefused,
		elapsedMs: performance.now() - startedAt,
	};
}

async function open(file: SourceFile, {zone, asked, sheet}: ImportOptions): Promise<SalesReading> {
	return readSales({name: file.name, open: () => openFile(file, {sheet})}, zone, {asked});
}

async function countRejected(file: SourceFile, options: ImportOptions): Promise<number> {
	const {batches} = await open(file, options);
	let rejected = 0;
	for await (const batch of batches) {
		rejected += batch.rejected.length;
	}
	return rejected;
}
