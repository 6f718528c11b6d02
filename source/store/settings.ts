import type {Database} from 'better-sqlite3';

/** What a database remembers about itself, by name. */
export const settings = (db: Database) => {
	const get = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck();
	const set = db.prepare<[string, string]>(
		'INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
	);

	return {
		get: (key: string) => get.get(key),
		set: (key: string, value: string) => {
			set.run(key, value);
		},
	};
};
