import type {Database} from 'better-sqlite3';

export type SqlValue = string | number | null | Uint8Array;

export type SqlResult = {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly SqlValue[])[];
	/** Whether there were more rows than asked for. */
	readonly isCut: boolean;
	readonly elapsedMs: number;
};

/** A statement that cannot be run: whoever wrote it can mend it. */
export class StatementError extends Error {
	override readonly name = 'StatementError';
}

/**
 * Runs one statement that only reads, on a connection that can do nothing else.
 *
 * @param limit rows at the most
 * @throws StatementError that says what is wrong with the statement, and where
 */
export function runSql(
	db: Database,
	sql: string,
	parameters: Readonly<Record<string, number | string>>,
	limit: number,
): SqlResult {
	const statement = prepared(db, sql);
	if (!statement.reader || !statement.readonly) {
		throw new StatementError('only a statement that reads and returns rows can be run here, such as SELECT');
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

function prepared(db: Database, sql: string) {
	try {
		return db.prepare<unknown[], SqlValue[]>(sql);
	} catch (error) {
		if (!(error instanceof Error)) {
			throw error;
		}
		const place = placeOfProblem(db, sql, error.message);
		throw new StatementError(`${error.message}${place === undefined ? '' : `, ${placeWords(sql, place)}`}`, {
			cause: error,
		});
	}
}

/** Where the word stands that SQLite names: for a wrong syntax the first at which the statement goes wrong. */
function placeOfProblem(db: Database, sql: string, problem: string): number | undefined {
	const [, token, name] =
		/^near "(.+)": |^no such (?:table|column|function): (?:.*\.)?(.+)$/s.exec(problem) ?? [];
	if (name !== undefined) {
		const place = sql.search(new RegExp(`(?<!\\w)${name.replaceAll(/\W/g, '\\$&')}(?!\\w)`));
		return place < 0 ? undefined : place;
	}
	if (token === undefined) {
		return undefined;
	}
	for (let place = sql.indexOf(token); place >= 0; place = sql.indexOf(token, place + 1)) {
		if (problemOf(db, sql.slice(0, place + token.length)) === problem) {
			return place;
		}
	}
	return undefined;
}

function problemOf(db: Database, sql: string): string | undefined {
	try {
		db.prepare(sql);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : undefined;
	}
}

function placeWords(sql: string, place: number): string {
	const before = sql.slice(0, place).split('\n');
	return `line ${before.length}, character ${before.at(-1)!.length + 1}`;
}
