import type {Database} from 'better-sqlite3';

/** The names of the sources that have orders; orders without a source do not count. */
export const sourcesOfOrders = (db: Database) => {
	const query = db
		.prepare<[], string>(`
			SELECT name FROM sources
			WHERE EXISTS (SELECT 1 FROM orders WHERE orders.source_id = sources.source_id)
			ORDER BY name
		`)
		.pluck();

	return () => query.all();
};
