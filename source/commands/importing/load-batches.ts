import {setImmediate} from 'node:timers/promises';
import type {ImportBatch, ImportedLine, RejectedRow} from '../../imported-line.ts';
import type {SourceImport} from '../../store/importing/source-import.ts';

/** What comes up while the rows of a source are loaded. */
export type Tally = {
	/** How often each reason to reject a row came up. */
	readonly reasons: ReadonlyMap<string, number>;
	/** The first few lines as they are loaded. */
	readonly firstLines: readonly ImportedLine[];
	readonly reject: (rows: readonly RejectedRow[]) => void;
	readonly see: (lines: readonly ImportedLine[]) => void;
};

const linesShown = 5;

export function tally(): Tally {
	const reasons = new Map<string, number>();
	const firstLines: ImportedLine[] = [];
	return {
		reasons,
		firstLines,
		reject(rows) {
			for (const {reason} of rows) {
				reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
			}
		},
		see(lines) {
			if (firstLines.length < linesShown) {
				firstLines.push(...lines.slice(0, linesShown - firstLines.length));
			}
		},
	};
}

/**
 * Of one transaction: a page of an index that many of them touch is written once, and other writers wait
 * a fifth of a second.
 */
const rowsAtOnce = 32_768;

/**
 * Of the first transaction of a database, which ends after so many rows or so long: what is beyond keeps the
 * indexes as it comes. Few others write into a database that holds nothing, and those wait.
 */
const firstRowsAtOnce = 600_000;
const firstMs = 4000;

/** How many rows were read, and how many of them are loaded for good. */
export type RowsSoFar = {readonly read: number; readonly loaded: number};

export type LoadOptions = {
	/** All rows are refused. */
	readonly isRefused: boolean;
	readonly found: Tally;
	readonly onRows: (rows: RowsSoFar) => void;
};

/** Loads rows, or refuses them all, many in a transaction. */
export async function loadBatches(
	batches: AsyncIterable<ImportBatch>,
	source: SourceImport,
	{isRefused, found, onRows}: LoadOptions,
): Promise<void> {
	let rows = 0;
	let committed = 0;
	let startedAt = performance.now();
	const isFull = () =>
		source.isFirst()
			? rows - committed >= firstRowsAtOnce || performance.now() - startedAt >= firstMs
			: rows - committed >= rowsAtOnce;
	const commit = () => {
		source.commit();
		committed = rows;
	};
	try {
		for await (const {lines, rejected} of batches) {
			if (rows === committed) {
				startedAt = performance.now();
			}
			found.reject(rejected);
			found.see(lines);
			rows += lines.length + rejected.length;
			if (isRefused) {
				source.refuse({lines, rejected});
				committed = rows;
			} else {
				found.reject(source.load({lines, rejected}).conflicts);
				if (isFull()) {
					commit();
				}
			}
			onRows({read: rows, loaded: committed});
			// A signal has its turn between two batches.
			await setImmediate();
		}
	} catch (error) {
		// What was read before the source turned out bad stays.
		source.commit();
		throw error;
	}
	commit();
	onRows({read: rows, loaded: committed});
}
