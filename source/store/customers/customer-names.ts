import type {Database} from 'better-sqlite3';

export type NamedCustomer = {
	readonly customerId: number;
	/** What their source calls them. */
	readonly code: string | null;
	readonly name: string | null;
};

/** Every customer by id. */
export const customerNames = (db: Database) => {
	const query = db.prepare<[], NamedCustomer>(
		'SELECT customer_id AS customerId, code, name FROM customers ORDER BY customer_id',
	);

	return () => query.all();
};
