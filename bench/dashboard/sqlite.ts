import Database from 'better-sqlite3';
import type {Peer} from './peer.ts';

/** SQLite over the same file, its facts and indexes only: no rollup is read. */
export function openSqlite(file: string): Peer {
	const db = new Database(file, {readonly: true, fileMustExist: true});
	// From the orders of a span to their lines: without CROSS the planner starts at the wrong end.
	db.exec(`
		CREATE TEMP VIEW sales AS
		SELECT order_id, at AS moment, region_id, customer_id, product_id, quantity, amount
		FROM orders CROSS JOIN order_lines USING (order_id);

		CREATE TEMP VIEW categorised_sales AS
		SELECT order_id, at AS moment, region_id, customer_id, product_id, category_id, quantity, amount
		FROM orders CROSS JOIN order_lines USING (order_id) CROSS JOIN products USING (product_id);
	`);
	return {
		name: 'SQLite',
		dialect: {
			divide: (a, b) => `${a} / ${b}`,
			month: localMs => `strftime('%Y-%m', ${localMs} / 1000, 'unixepoch')`,
		},
		async prepare(sql) {
			const statement = db.prepare<[], unknown[]>(sql).raw();
			return async () => statement.all();
		},
		close: () => {
			db.close();
		},
	};
}
