import type {RejectedRow} from '../../imported-line.ts';
import type {TableRecord} from '../formats/table.ts';
import {isSameHeader} from '../mapping/header-key.ts';
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
	part: Part,
	read: EntryReader<Entry>,
): AsyncGenerator<EntryRows<Entry>> {
	for await (const some of recordsOf(part)) {
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

/** Of a text that was joined of several the header may come again below. */
async function* recordsOf({source, index: wanted, table}: Part): AsyncGenerator<readonly TableRecord[]> {
	const {tables} = await source.open();
	const known = source.survey.tables.length;
	let index = 0;
	for await (const {header, records} of tables) {
		const isAgain = index >= known && isSameHeader(header, table.header);
		if (index++ === wanted || isAgain) {
			yield* records;
		}
		if (table.delimiter === undefined && index > wanted) {
			return;
		}
	}
}
