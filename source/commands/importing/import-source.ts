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
import type {Importer, SourceImport} from '../../store/importing/import-lines.ts';
import type {ImportAccount} from '../../store/importing/import-log.ts';
import type {SomeLines} from '../../store/importing/lines/vanished-lines.ts';
import {type ReadApart, readApart} from '../../worker/read-apart.ts';
import {loadBatches, tally} from './load-batches.ts';

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
	/** Hears after each batch how far the source is read, 0 to 1, and how many rows that was. */
	readonly onProgress: (share: number, rows: number) => void;
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
	const isRefused = Number.isFinite(maxErrors) && (await countRejected(source, options)) > maxErrors;
	const reading = await read(source, options);
	const {format, delimiter, mapping, decisions, header, writing, batches, share} = reading;
	const into = importer.begin(
		{origin: source.origin, format, mapping, header, delimiter, writing},
		Date.now(),
	);
	options.onBegin?.(into.soFar);
	const found = tally();
	await loadBatches(batches, into, {isRefused, found, onRows: rows => onProgress(share(), rows)});
	if (!isRefused) {
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

async function countRejected(source: SurveyedSource, options: ImportOptions): Promise<number> {
	const {batches} = await read(source, options);
	let rejected = 0;
	for await (const batch of batches) {
		rejected += batch.rejected.length;
	}
	return rejected;
}

function againDecisions(orders: number): readonly string[] {
	return orders === 0
		? []
		: [
				orders === 1
					? '1 order comes again: its later record counts'
					: `${orders} orders come again: the later record counts`,
			];
}

/** What became of lines that are loaded, and that the source undoes or lacks. */
export function settledDecisions({vanished, undone}: ReturnType<SourceImport['settle']>): readonly string[] {
	const whatOf = ({lines, orders}: SomeLines) =>
		`${lines} ${lines === 1 ? 'line' : 'lines'} of ${orders} ${orders === 1 ? 'order' : 'orders'}`;
	const such = ({example}: SomeLines) => `such as of "${example}"`;
	return [
		...(undone.orders === 0
			? []
			: [
					undone.areOut
						? `${whatOf(undone)} that came to nothing since they were loaded were taken out, ${such(undone)}`
						: `${whatOf(undone)} that are loaded came to nothing since, ${such(undone)}: --update takes them out`,
				]),
		...(vanished.orders === 0
			? []
			: [
					vanished.areOut
						? `${whatOf(vanished)} that are no longer in the source were taken out, ${such(vanished)}`
						: `${whatOf(vanished)} that are loaded are not in the source, ${such(vanished)}: --update takes them out where the source has its orders whole`,
				]),
	];
}

/** Tills that begin to count anew are told, because a number that a person has typed wrong looks alike. */
function apartDecisions({orders, example}: ReturnType<SourceImport['keyedApart']>): readonly string[] {
	return orders === 0
		? []
		: [
				orders === 1
					? `1 order has the number of an order of another day, store or customer: it is an order of its own, "${example}"`
					: `${orders} orders have the number of an order of another day, store or customer: they are orders of their own, such as "${example}"`,
			];
}
