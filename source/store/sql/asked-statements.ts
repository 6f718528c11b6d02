import type {Database, Statement} from 'better-sqlite3';

/** A statement that was run, as often as it was. */
export type AskedStatement = {
	readonly sql: string;
	/** What was bound the last time. */
	readonly bound: readonly unknown[];
	readonly times: number;
	readonly rows: number;
	readonly elapsedMs: number;
};

type Tally = {-readonly [Key in keyof AskedStatement]: AskedStatement[Key]};

const counted = new Set(['get', 'all']);

/**
 * A connection that works as the other does and notes which statements it runs, with what, how long
 * they take and how much they return.
 */
export function noteStatements(db: Database): {
	readonly db: Database;
	readonly asked: () => readonly AskedStatement[];
} {
	const tallies = new Map<string, Tally>();
	const note = (sql: string, bound: readonly unknown[], rows: number, elapsedMs: number) => {
		const tally = tallies.get(sql) ?? {sql, bound, times: 0, rows: 0, elapsedMs: 0};
		tallies.set(sql, {
			sql,
			bound,
			times: tally.times + 1,
			rows: tally.rows + rows,
			elapsedMs: tally.elapsedMs + elapsedMs,
		});
	};
	const noting = (statement: Statement): Statement => {
		const noted: Statement = new Proxy(statement, {
			get(target, name) {
				const value: unknown = Reflect.get(target, name, target);
				if (typeof value !== 'function') {
					return value;
				}
				return (...bound: unknown[]) => {
					const startedAt = performance.now();
					const result: unknown = value.apply(target, bound);
					if (counted.has(String(name))) {
						const rows = Array.isArray(result) ? result.length : Number(result !== undefined);
						note(target.source, bound, rows, performance.now() - startedAt);
					}
					// `pluck` and its like return the statement itself.
					return result === target ? noted : result;
				};
			},
		});
		return noted;
	};
	const proxy: Database = new Proxy(db, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target);
			if (name === 'prepare') {
				return (sql: string) => noting(target.prepare(sql));
			}
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	return {db: proxy, asked: () => [...tallies.values()]};
}
