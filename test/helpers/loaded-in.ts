import {existsSync} from 'node:fs';
import Database from 'better-sqlite3';

/** How many rows another program sees loaded; nothing while there is no database yet. */
export function loadedIn(database: string): number {
	if (!existsSync(database)) {
		return 0;
	}
	const db = new Database(database, {readonly: true});
	try {
		return db.prepare<[], number>('SELECT coalesce(sum(rows_loaded), 0) FROM imports').pluck().get() ?? 0;
	} catch {
		// It is just being made.
		return 0;
	} finally {
		db.close();
	}
}
