import {sourcesOfOrders} from '../../store/importing/orders/sources-of-orders.ts';
import type {Store} from '../../store/open-store.ts';
import {type Flag, UsageError} from '../command-line/command.ts';

/** The name under which the simulator's orders, customers and products are stored. */
export const simulated = 'simulator';

const replayPrefix = 'replay:';

/** The same for orders that are played again. */
export const replayed = (name: string) => `${replayPrefix}${name}`;

/** Lets simulated and real sales into one database. */
export const mixFlag: Flag = {
	type: 'boolean',
	about: 'let simulated, replayed and real sales into one database',
};

/**
 * Keeps invented sales out of a real shop, real ones out of an invented shop, and those that are played
 * again out of both.
 *
 * @param source the only source whose orders the database may hold
 * @throws UsageError that says what to do instead
 */
export function assertOnly(store: Store, source: string, isMixed: boolean): void {
	const [other] = sourcesOfOrders(store.db)().filter(name => name !== source);
	if (other === undefined || isMixed) {
		return;
	}
	const file = store.db.name;
	throw new UsageError(
		source === simulated && kindOf(other) === 'real'
			? `${file} holds real sales: watch them with salesmon attach --db ${file}; --mix adds simulated ones to them`
			: `${file} holds ${kindOf(other)} sales: give ${kindOf(source)} ones a database of their own with --db; --mix adds them`,
	);
}

function kindOf(source: string): string {
	return source === simulated ? 'simulated' : source.startsWith(replayPrefix) ? 'replayed' : 'real';
}
