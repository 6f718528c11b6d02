import {setImmediate} from 'node:timers/promises';
import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';
import type {SourceImport} from '../store/import-lines.ts';

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
const batchesAtOnce = 8;

/** Loads rows, or refuses them all, some batches at a time. */
export async function loadBatches(
	batches: AsyncIterable<ImportBatch>,
	source: SourceImport,
	{
		isRefused,
		found,
		onRows,
	}: {readonly isRefused: boolean; readonly found: Tally; readonly onRows: (rows: number) => void},
): Promise<void> {
	let rows = 0;
	/** Asks each batch for its lines once, and only when its turn comes. */
	function* seen(some: readonly ImportBatch[]): Generator<ImportBatch> {
		for (const {lines, rejected} of some) {
			found.reject(rejected);
			found.see(lines);
			rows += lines.length + rejected.length;
			yield {lines, rejected};
		}
	}
	for await (const some of inGroups(batches)) {
		if (isRefused) {
			for (const batch of seen(some)) {
				source.refuse(batch);
			}
		} else {
			found.reject(source.load(seen(some)).conflicts);
		}
		onRows(rows);
		// A signal has its turn between two commits.
		await setImmediate();
	}
}

async function* inGroups(batches: AsyncIterable<ImportBatch>): AsyncGenerator<readonly ImportBatch[]> {
	let group: ImportBatch[] = [];
	for await (const batch of batches) {
		group.push(batch);
		if (group.length === batchesAtOnce) {
			yield group;
			group = [];
		}
	}
	if (group.length > 0) {
		yield group;
	}
}
