import {stat} from 'node:fs/promises';
import type {Zone} from '../../business-time.ts';
import type {ImportedLine} from '../../imported-line.ts';
import type {Encoding} from '../../ingest/encoding/encodings.ts';
import type {SurveyedSource} from '../../ingest/linking/plan-import.ts';
import type {KnownTables} from '../../ingest/read-rows.ts';
import {readSales, type SalesReading} from '../../ingest/read-sales.ts';
import type {SourceFile} from '../../ingest/sources/source-file.ts';
import {stocksInSales} from '../../ingest/stocks-in-sales.ts';
import {sheetDecisions} from '../../ingest/understanding/decisions/sheet-decisions.ts';
import type {SourceSurvey} from '../../ingest/understanding/survey-source.ts';
import type {AskedUnderstanding} from '../../ingest/understanding/table-understanding.ts';
import type {ImportAccount, ImportedSource} from '../../store/importing/import-log.ts';
import type {Importer} from '../../store/importing/open-importer.ts';
import {type ReadApart, readApart} from '../../worker/read-apart.ts';
import {loadBatches, type RowsSoFar, tally} from './load-batches.ts';
import {againDecisions, apartDecisions, settledDecisions} from './reporting/settled-decisions.ts';
import {type TriedRows, tryBatches} from './try-batches.ts';

/** What importing one source did. */
export type ImportResult = ImportAccount &
	Pick<SalesReading, 'format' | 'delimiter' | 'mapping' | 'decisions'> & {
		/** How its bytes were taken for text. */
		readonly encoding: Encoding | undefined;
		/** As it was asked for. */
		readonly source: string;
		/** How often each reason to reject a row came up. */
		readonly reasons: ReadonlyMap<string, number>;
		/** The first few lines as they are loaded. */
		readonly firstLines: readonly ImportedLine[];
		/** Rows among those that were loaded that have replaced others. */
		readonly updated: number;
		/** More rows were rejected than were allowed, so that none was loaded. */
		readonly isRefused: boolean;
		readonly elapsedMs: number;
	};

export type ImportOptions = {
	readonly importer: Importer;
	/** By which times without an offset are read. */
	readonly zone: Zone;
	/** Of a source that only this thread can read. */
	readonly asked: AskedUnderstanding;
	/** How many rows may be rejected for the others to be loaded still. */
	readonly maxErrors: number;
	/** Reads a large source in a thread of its own. */
	readonly readApart?: ReadApart;
	/** Hears when loading begins, with what tells how far it has come. */
	readonly onBegin?: (soFar: () => ImportAccount) => void;
	/** Hears after each batch how far the source is read, 0 to 1, and what became of how many rows. */
	readonly onProgress: (share: number, rows: RowsSoFar) => void;
};

/** From so many bytes on, starting a thread to read in pays. */
const largeFrom = 1 << 21;

export async function isLarge(file: SourceFile): Promise<boolean> {
	return (await stat(file.path)).size >= largeFrom;
}

/** Reads one source of whole sales into the database, batch by batch. */
export async function importSource(source: SurveyedSource, options: ImportOptions): Promise<ImportResult> {
	const {importer, maxErrors, onProgress} = options;
	const startedAt = performance.now();
	// Whether too many rows are bad is known only at the end, and by then nothing may have been loaded.
	const tried = Number.isFinite(maxErrors) ? await tryOut(source, options) : undefined;
	const isRefused = tried !== undefined && tried.rejected > maxErrors;
	const reading = await read(source, options);
	const {format, delimiter, mapping, decisions, share, batches} = reading;
	const into = importer.begin(sourceOf(source, reading), Date.now());
	options.onBegin?.(into.soFar);
	const found = tally();
	await loadBatches(batches, into, {isRefused, found, onRows: rows => onProgress(share(), rows)});
	if (isRefused) {
		into.keepRejected(tried.conflicts);
		found.reject(tried.conflicts);
	} else {
		importer.setStocks(await stocksInSales(source, options.zone));
	}
	const settled = into.settle();
	found.reject(settled.conflicts);
	return {
		source: source.name,
		format,
		delimiter,
		encoding: reading.encoding(),
		mapping,
		decisions: [
			...sheetDecisions(source.survey.sheets),
			...decisions,
			...reading.laterDecisions(),
			...againDecisions(into.comeAgain()),
			...settledDecisions(settled),
			...apartDecisions(into.keyedApart()),
		],
		...into.finish(Date.now()),
		updated: into.updated(),
		reasons: found.reasons,
		firstLines: found.firstLines,
		isRefused,
		elapsedMs: performance.now() - startedAt,
	};
}

function sourceOf(
	{origin}: SurveyedSource,
	{format, mapping, header, delimiter, writing}: SalesReading,
): ImportedSource {
	return {origin, format, mapping, header, delimiter, writing};
}

async function tryOut(source: SurveyedSource, options: ImportOptions): Promise<TriedRows> {
	const reading = await read(source, options);
	return tryBatches(reading.batches, options.importer.tryOut(sourceOf(source, reading)));
}

async function read(
	source: SurveyedSource,
	{zone, asked, readApart: readInThread = readApart}: ImportOptions,
): Promise<SalesReading> {
	const {apart, survey} = source;
	return apart && (await isLarge(apart.file))
		? readInThread({...apart, zoneName: zone.name, survey: withoutRows(survey)})
		: readSales(source, zone, {asked: apart?.asked ?? asked, survey});
}

/** The rows that were looked at are many, and need not go to another thread. */
function withoutRows({tables}: SourceSurvey): KnownTables {
	return {tables: tables.map(({understanding}) => ({understanding}))};
}
