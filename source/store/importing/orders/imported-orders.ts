import type {Database} from 'better-sqlite3';
import {createKeyFilter, type KeyFilter} from './key-filter.ts';
import type {OrderFacts} from './order-keys.ts';

/** An order that the database holds. */
export type KnownOrder = OrderFacts & {readonly orderId: number};

export type ImportedOrders = {
	/** The order of that key, where the database holds one. */
	readonly find: (key: string) => KnownOrder | undefined;
	/** Must be called for each order that is written. */
	readonly add: (key: string) => void;
	/** Must be called when another connection may have written orders. */
	readonly forget: () => void;
};

/**
 * Finds the orders of a source by their keys. Where the source had none to begin with, what was not added
 * since is not looked for.
 */
export function importedOrders(db: Database, sourceId: number): ImportedOrders {
	const select = db.prepare<
		[number, string],
		{orderId: number; at: number; store: string | null; customer: string | null}
	>(`
		SELECT order_id AS orderId, at, stores.name AS store, customers.code AS customer
		FROM orders LEFT JOIN stores USING (store_id) LEFT JOIN customers USING (customer_id)
		WHERE orders.source_id = ? AND number = ?
	`);
	const selectAny = db.prepare<[number]>('SELECT 1 FROM orders WHERE source_id = ? LIMIT 1');
	let added: KeyFilter | undefined = selectAny.get(sourceId) ? undefined : createKeyFilter();

	return {
		find(key) {
			if (added && !added.mayHold(key)) {
				return undefined;
			}
			const found = select.get(sourceId, key);
			return found && {...found, store: found.store ?? undefined, customer: found.customer ?? undefined};
		},
		add: key => added?.add(key),
		forget() {
			added = undefined;
		},
	};
}
