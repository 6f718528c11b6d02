import type {Zone} from '../../../business-time.ts';
import type {LinkedTables} from '../../../ingest/linking/linked-tables.ts';
import type {Part} from '../../../ingest/linking/plan-import.ts';
import {decisionsOf} from '../../../ingest/understanding/decisions/decisions.ts';
import {mappingOf} from '../../../ingest/understanding/mapping-of.ts';
import {writingOf} from '../../../ingest/understanding/writing.ts';
import type {ImportAccount} from '../../../store/importing/import-log.ts';
import type {Importer} from '../../../store/importing/open-importer.ts';
import type {SourceImport} from '../../../store/importing/source-import.ts';
import type {ImportResult} from '../import-source.ts';
import {type RowsSoFar, type Tally, tally} from '../load-batches.ts';
import {settledDecisions} from '../reporting/settled-decisions.ts';

export type LinkedOptions = {
	readonly importer: Importer;
	readonly zone: Zone;
	/** How many rows of one table may be rejected for the others to be loaded still. */
	readonly maxErrors: number;
	readonly onProgress: (share: number, rows: RowsSoFar) => void;
	/** Hears when a table begins to be loaded, with what tells how far it has come. */
	readonly onBegin?: (name: string, soFar: () => ImportAccount) => void;
	/** Hears of each table when it is done. */
	readonly onResult: (result: ImportResult) => void;
};

/** The same with the tables that lines refer to. */
export type LinkedJob = LinkedOptions & {
	readonly tables: LinkedTables;
	/** More rows were rejected than are allowed, so that none is loaded. */
	readonly isRefused: boolean;
};

/** Loads one table, and tells of its beginning and its end. */
export async function loadPart(
	{source: {origin, survey}, table}: Part,
	{importer, isRefused, onBegin, onResult}: LinkedJob,
	load: (into: SourceImport, found: Tally) => Promise<void>,
): Promise<void> {
	const startedAt = performance.now();
	const {format, delimiter} = survey;
	const mapping = mappingOf(table);
	const into = importer.begin(
		{origin, format, mapping, header: table.header, delimiter, writing: writingOf(table)},
		Date.now(),
	);
	onBegin?.(table.name, into.soFar);
	const found = tally();
	await load(into, found);
	const settled = into.settle();
	found.reject(settled.conflicts);
	onResult({
		source: table.name,
		format,
		delimiter,
		encoding: undefined,
		mapping,
		decisions: [`it is a table of ${table.shape}`, ...decisionsOf(table), ...settledDecisions(settled)],
		...into.finish(Date.now()),
		updated: into.updated(),
		reasons: found.reasons,
		firstLines: found.firstLines,
		isRefused,
		elapsedMs: performance.now() - startedAt,
	});
}
