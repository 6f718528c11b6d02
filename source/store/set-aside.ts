import type {Database} from 'better-sqlite3';

/**
 * Drops triggers or indexes; calling what it returns makes them again as they were.
 *
 * @param which a condition on the rows of `sqlite_master`
 */
export function setAside(db: Database, which: string): () => () => void {
	const found = db.prepare<[], {type: string; name: string; sql: string}>(
		`SELECT type, name, sql FROM sqlite_master WHERE ${which}`,
	);
	return () => {
		const dropped = found.all();
		for (const {type, name} of dropped) {
			db.exec(`DROP ${type} ${name}`);
		}
		return () => {
			for (const {sql} of dropped) {
				db.exec(sql);
			}
		};
	};
}
