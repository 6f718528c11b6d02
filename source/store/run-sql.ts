import type {Database} from 'better-sqlite3';

export type SqlValue = string | number | bigint | null | Uint8Array;

export type SqlResult = {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly SqlValue[])[];
	/** Whether there were more rows than asked for. */
	readonly isCut: boolean;
	readonly elapsedMs: number;
};

/**
 * Runs one statement that only reads, on a connection that can do nothing else.
 *
 * @param limit rows at the most
 * @throws Error that says what is wrong with the statement
 */
export function runSql(
	db: Database,
	sql: string,
	parameters: Readonly<Record<string, number | string>>,
	limit: number,
): SqlResult {
	const statement = db.prepare<unknown[], SqlValue[]>(sql);
	if (!statement.reader || !statement.readonly) {
		throw new Error('only a statement that reads and returns rows can be run here, such as SELECT');
	}
	const startedAt = performance.now();
	const rows: SqlValue[][] = [];
	let isCut = false;
	const isBound = /@\w/.test(sql);
	for (const row of isBound ? statement.raw().iterate(parameters) : statement.raw().iterate()) {
		if (rows.length >= limit) {
			isCut = true;
			break;
		}
		rows.push(row);
	}
	const elapsedMs = performance.now() - startedAt;
	return {columns: statement.columns().map(({name}) => name), rows, isCut, elapsedMs};
}
