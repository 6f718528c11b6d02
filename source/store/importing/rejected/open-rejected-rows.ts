import type {Database} from 'better-sqlite3';
import type {ImportedLine} from '../../../imported-line.ts';

export type OpenRejectedRows = {
	/** Takes a row off the list of the rejected if this line is what it was corrected to. */
	readonly correctedBy: (line: ImportedLine) => void;
};

/**
 * The rows of a source that were rejected before and not corrected since. A line corrects the one that
 * it names, or the one that stood in its place in the same source, if it is much like it.
 */
export function openRejectedRows(db: Database, origin: string, importId: number): OpenRejectedRows {
	const correct = db.prepare(
		'UPDATE rejected_rows SET corrected_by = ? WHERE rejected_row_id = ? AND corrected_by IS NULL',
	);
	const byLine = new Map(
		db
			.prepare<[string], {id: number; line: number; raw: string}>(
				'SELECT rejected_row_id AS id, line_number AS line, raw FROM rejected_rows WHERE origin = ? AND corrected_by IS NULL',
			)
			.all(origin)
			.map(row => [row.line, row]),
	);

	return {
		correctedBy({rejectedRow, lineNumber, raw}) {
			if (rejectedRow !== undefined) {
				correct.run(importId, rejectedRow);
			}
			const row = byLine.size === 0 ? undefined : byLine.get(lineNumber);
			if (row && isLikeRow(row.raw, raw)) {
				correct.run(importId, row.id);
				byLine.delete(lineNumber);
			}
		},
	};
}

/** Whether at least half of what one row says stands in the other in the same place, from its start or its end. */
export function isLikeRow(one: string, other: string): boolean {
	const [values, others] = [one, other].map(raw => raw.split(/[,;\t|]/)) as [string[], string[]];
	const inPlace = values.filter((value, index) => value === others[index]).length;
	const first = values.findIndex((value, index) => value !== others[index]);
	const last = values.toReversed().findIndex((value, index) => value !== others.at(-1 - index));
	return Math.max(inPlace, first + last) * 2 >= Math.max(values.length, others.length);
}
