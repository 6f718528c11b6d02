import type {Database} from 'better-sqlite3';

/** What remembers the sources that are watched, by the state in which they were loaded. */
export const seenSourcesSchema = `
	-- What was watched and is loaded, so that it is not looked into again until it changes.
	CREATE TABLE seen_sources (
		-- An absolute path or an address.
		origin TEXT PRIMARY KEY,
		-- What told it from a later state of it: size and time of change of a file, or what a server said.
		state TEXT NOT NULL,
		seen_at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
`;

/** Remembers in which state the sources that are watched were loaded. */
export const seenSources = (db: Database) => {
	const select = db.prepare<[string], string>('SELECT state FROM seen_sources WHERE origin = ?').pluck();
	const upsert = db.prepare(`
		INSERT INTO seen_sources VALUES (?, ?, ?)
		ON CONFLICT (origin) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at
	`);
	return {
		stateOf: (origin: string): string | undefined => select.get(origin),
		remember: (origin: string, state: string, at: number) => {
			upsert.run(origin, state, at);
		},
	};
};
