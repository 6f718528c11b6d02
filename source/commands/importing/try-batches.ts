import {setImmediate} from 'node:timers/promises';
import type {ImportBatch, RejectedRow} from '../../imported-line.ts';
import type {ImportTrial} from '../../store/importing/import-trial.ts';

/** What would be rejected of a source. */
export type TriedRows = {
	readonly rejected: number;
	/** Those that contradict what is loaded, the first of them. */
	readonly conflicts: readonly RejectedRow[];
};

/** Each of them is kept in memory. */
const mostConflicts = 10_000;

/** Reads all rows, and finds out which would be rejected. */
export async function tryBatches(
	batches: AsyncIterable<ImportBatch>,
	{load, settle, undo}: ImportTrial,
): Promise<TriedRows> {
	let rejected = 0;
	const conflicts: RejectedRow[] = [];
	const take = (some: readonly RejectedRow[]) => {
		rejected += some.length;
		conflicts.push(...some.slice(0, mostConflicts - conflicts.length));
	};
	try {
		for await (const batch of batches) {
			rejected += batch.rejected.length;
			take(load(batch));
			// A signal has its turn between two batches.
			await setImmediate();
		}
		take(settle());
	} finally {
		undo();
	}
	return {rejected, conflicts};
}
