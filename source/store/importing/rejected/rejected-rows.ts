import type {Database} from 'better-sqlite3';
import type {Money} from '../../../money.ts';

/** A row that could not be loaded and is not corrected yet. */
export type KeptRejectedRow = {
	readonly id: number;
	/** A path or an address. */
	readonly origin: string;
	readonly lineNumber: number;
	/** Where it is, where its line does not tell. */
	readonly place: string | null;
	readonly field: string | null;
	readonly reason: string;
	readonly value: string | null;
	readonly amount: Money;
	/** As the source has it. */
	readonly raw: string;
	readonly importId: number;
};

/** How the source of an import was written. */
export type SourceLayout = {
	readonly header: readonly string[];
	readonly delimiter: string;
	readonly mapping: Readonly<Record<string, string>>;
};

export type RejectedRowFilter = {
	/** A part of the reason, whatever its case. */
	readonly reason?: string | undefined;
	/** A part of the origin. */
	readonly source?: string | undefined;
};

/** The rows that wait to be corrected, by source and line. */
export const rejectedRows = (db: Database) => {
	const condition = `corrected_by IS NULL
		AND (@reason IS NULL OR instr(lower(reason), lower(@reason)) > 0)
		AND (@source IS NULL OR instr(origin, @source) > 0)`;
	const rows = db.prepare<{reason: string | null; source: string | null; limit: number}, KeptRejectedRow>(`
		SELECT rejected_row_id AS id, origin, line_number AS lineNumber, place, field, reason, value, amount,
			raw,
			import_id AS importId
		FROM rejected_rows WHERE ${condition}
		ORDER BY origin, line_number, rejected_row_id LIMIT @limit
	`);
	const count = db
		.prepare<{reason: string | null; source: string | null}, number>(
			`SELECT count(*) FROM rejected_rows WHERE ${condition}`,
		)
		.pluck();
	const layout = db.prepare<[number], {header: string | null; delimiter: string | null; mapping: string}>(
		'SELECT header, delimiter, mapping FROM imports WHERE import_id = ?',
	);

	return {
		list: ({reason, source}: RejectedRowFilter, limit: number) =>
			rows.all({reason: reason ?? null, source: source ?? null, limit}),
		count: ({reason, source}: RejectedRowFilter) =>
			count.get({reason: reason ?? null, source: source ?? null})!,
		layoutOf(importId: number): SourceLayout {
			const found = layout.get(importId)!;
			return {
				header: found.header === null ? [] : (JSON.parse(found.header) as string[]),
				delimiter: found.delimiter ?? ',',
				mapping: JSON.parse(found.mapping) as Record<string, string>,
			};
		},
	};
};
