import type {Order, Restock} from '../../source/order.ts';
import {loadCatalogue} from '../../source/producer/catalogue.ts';
import {createSimulator, type Simulator} from '../../source/producer/simulator.ts';
import type {Store} from '../../source/store/open-store.ts';
import type {Dataset} from './dataset.ts';

/** As the monitor names it, so that its own producer goes on with this shop. */
export const source = 'simulator';

/** Lines of an average order of the simulator (measured over 500,000 orders). */
const linesPerOrder = 2.217;

/** The simulator behind a database of about so many lines over so many days. */
export function shopOf(
	{size, days, seed, since}: Pick<Dataset, 'size' | 'days' | 'seed' | 'since'>,
	{zone}: Pick<Store, 'zone'>,
	{run, ordersBefore}: {readonly run: string; readonly ordersBefore: number},
): Simulator {
	// A little more than asked for, so that chance does not leave it short.
	const ordersPerDay = (1.01 * size) / linesPerOrder / days;
	return createSimulator({catalogue: loadCatalogue(), seed, zone, since, run, ordersPerDay, ordersBefore});
}

/** Makes sales that go on from where a database stands. */
export function moreSales(
	dataset: Dataset,
	store: Store,
): (at: number) => {
	order: Order;
	restocks: readonly Restock[];
} {
	return shopOf(dataset, store, {run: Date.now().toString(36), ordersBefore: dataset.orders}).next;
}
