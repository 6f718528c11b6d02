import type {RejectedRow} from '../../imported-line.ts';
import type {TableRecord} from '../formats/table.ts';
import type {EntryReader} from './entry-reader.ts';
import type {Part} from './plan-import.ts';

export type EntryRows<Entry> = {
	readonly entries: readonly Entry[];
	readonly rejected: readonly RejectedRow[];
	/** How many of the entries had to be put together again. */
	readonly repaired: number;
};

/** Reads the rows of one table of a source, some at a time. */
export async function* readPart<Entry>(
	{source, index}: Part,
	read: EntryReader<Entry>,
): AsyncGenerator<EntryRows<Entry>> {
	for await (const some of recordsOf(source, index)) {
		const entries: Entry[] = [];
		const rejected: RejectedRow[] = [];
		let repaired = 0;
		for (const record of some) {
			const row = read(record);
			if ('entry' in row) {
				entries.push(row.entry);
				repaired += record.problem === undefined ? 0 : 1;
			} else {
				rejected.push(row.rejected);
			}
		}
		yield {entries, rejected, repaired};
	}
}

async function* recordsOf(source: Part['source'], wanted: number): AsyncGenerator<readonly TableRecord[]> {
	const {tables} = await source.open();
	let index = 0;
	for await (const table of tables) {
		if (index++ === wanted) {
			yield* table.records;
			return;
		}
	}
}
