import type {Database} from 'better-sqlite3';

/** What all categories are called. */
export const categoryNames = (db: Database) => {
	const query = db.prepare<[], string>('SELECT name FROM categories ORDER BY name').pluck();

	return () => query.all();
};
