import type {Database} from 'better-sqlite3';
import type {RejectedRow} from '../../../imported-line.ts';
import {isLikeRow} from './open-rejected-rows.ts';

type Kept = {readonly id: number; readonly line: number; readonly reason: string; readonly raw: string};

/**
 * Keeps the rows that a source could not load. One that was rejected before and was changed in vain takes the
 * place of what it was: the row that it names, or the one that stood on its line in the same source.
 */
export const keepRejectedRows = (db: Database) => {
	const openOf = db.prepare<[string], Kept>(`
		SELECT rejected_row_id AS id, line_number AS line, reason, raw FROM rejected_rows
		WHERE origin = ? AND corrected_by IS NULL
	`);
	const remove = db.prepare<[number]>(
		'DELETE FROM rejected_rows WHERE rejected_row_id = ? AND corrected_by IS NULL',
	);
	const supersede = db.prepare<[number, number]>(
		'UPDATE rejected_rows SET corrected_by = ? WHERE rejected_row_id = ? AND corrected_by IS NULL',
	);
	const insert = db.prepare(`
		INSERT OR IGNORE INTO rejected_rows
			(rejected_row_id, import_id, origin, line_number, field, reason, value, raw, amount, place)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	`);
	let current: {readonly importId: number; readonly byLine: ReadonlyMap<number, Kept>} | undefined;

	/** What the source has left from earlier imports, by line. */
	const openBefore = (importId: number, origin: string) => {
		if (current?.importId !== importId) {
			current = {importId, byLine: new Map(openOf.all(origin).map(row => [row.line, row]))};
		}
		return current.byLine;
	};

	return (importId: number, origin: string, rows: readonly RejectedRow[]): void => {
		if (rows.length === 0) {
			return;
		}
		const byLine = openBefore(importId, origin);
		for (const {lineNumber, field, reason, value, raw, amount, rejectedRow, place} of rows) {
			const before = byLine.get(lineNumber);
			const isAnew = before && (before.raw === raw ? before.reason !== reason : isLikeRow(before.raw, raw));
			if (rejectedRow !== undefined) {
				// It stays known, so that its source does not bring it back.
				supersede.run(importId, rejectedRow);
			}
			if (isAnew) {
				remove.run(before.id);
			}
			insert.run(
				...[isAnew ? before.id : null, importId, origin, lineNumber],
				...[field ?? null, reason, value ?? null, raw, amount, place ?? null],
			);
		}
	};
};
