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

/** Loads rows, or refuses them all, batch by batch. */
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
	for await (const batch of batches) {
		if (isRefused) {
			source.refuse(batch);
		} else {
			found.reject(source.load(batch).conflicts);
		}
		found.reject(batch.rejected);
		found.see(batch.lines);
		rows += batch.lines.length + batch.rejected.length;
		onRows(rows);
	}
}
