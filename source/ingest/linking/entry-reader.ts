import type {RejectedRow} from '../../imported-line.ts';
import type {TableRecord} from '../formats/table.ts';
import type {Field} from '../mapping/fields.ts';
import {rowStraightener} from '../rows/straighten-row.ts';
import type {TableUnderstanding} from '../understanding/table-understanding.ts';
import {presentText} from '../values/present-text.ts';

/** Reads the row of a table that others refer to, or says why it cannot be read. */
export type EntryReader<Entry> = (
	record: TableRecord,
) => {readonly entry: Entry} | {readonly rejected: RejectedRow};

/** What can be asked of a row that could be taken apart. */
export type ReadRow = {
	readonly cells: readonly string[];
	readonly text: (field: Field) => string | undefined;
	readonly reject: (field: Field, reason: string) => {readonly rejected: RejectedRow};
};

/** @param read reads a row that could be taken apart */
export function entryReader<Entry>(
	table: TableUnderstanding,
	read: (row: ReadRow, record: TableRecord) => {readonly entry: Entry} | {readonly rejected: RejectedRow},
): EntryReader<Entry> {
	const straighten = rowStraightener(table);
	return record => {
		const {line, raw, problem, place, detail} = record;
		const reject = (field: Field | undefined, reason: string, value?: string) => ({
			rejected: {lineNumber: line, field, reason, value, raw, amount: 0, place},
		});
		const cells = problem === undefined ? record.cells : straighten(record);
		if (cells === undefined) {
			return reject(undefined, problem!, detail);
		}
		const text = (field: Field) => {
			const place = table.columns[field];
			return place === undefined ? undefined : presentText(cells[place]);
		};
		return read({cells, text, reject: (field, reason) => reject(field, reason, text(field))}, record);
	};
}
