import type {Store} from '../store/open-store.ts';
import {sourcesOfOrders} from '../store/sources-of-orders.ts';
import {type Flag, UsageError} from './command.ts';

/** The name under which the simulator's orders, customers and products are stored. */
export const simulated = 'simulator';

/** Lets simulated and real sales into one database. */
export const mixFlag: Flag = {
	type: 'boolean',
	about: 'let simulated and real sales into one database',
};

/**
 * Keeps invented sales out of a real shop, and real ones out of an invented shop.
 *
 * @param source the only source whose orders the database may hold
 * @throws UsageError that says what to do instead
 */
export function assertOnly(store: Store, source: string, isMixed: boolean): void {
	const others = sourcesOfOrders(store.db)().filter(name => name !== source);
	if (others.length === 0 || isMixed) {
		return;
	}
	const file = store.db.name;
	throw new UsageError(
		source === simulated
			? `${file} holds real sales: watch them with salesmon attach --db ${file}; --mix adds simulated ones to them`
			: `${file} holds simulated sales: give real ones a database of their own with --db; --mix adds them`,
	);
}
