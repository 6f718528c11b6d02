import {dayMs, openZone} from '../../source/business-time.ts';
import type {Order, Restock} from '../../source/order.ts';
import {loadCatalogue} from '../../source/producer/catalogue.ts';
import {createSimulator, type SimulatorOptions} from '../../source/producer/simulator.ts';

export const zone = openZone('Europe/Paris');
/** A Monday, at midnight in Paris. */
export const firstMoment = Date.UTC(2026, 5, 7, 22);
export const catalogue = loadCatalogue();

export function simulator(options: Partial<SimulatorOptions> = {}) {
	return createSimulator({catalogue, seed: 42, zone, since: firstMoment, run: 'test', ...options});
}

/** The first days of a shop, apart and in the order of time. */
export function shopHistory({days, ...options}: Partial<SimulatorOptions> & {readonly days: number}) {
	const shop = simulator(options);
	const moments = [...shop.history({from: firstMoment, to: firstMoment + days * dayMs})];
	const orders: Order[] = moments.flatMap(moment => ('order' in moment ? [moment.order] : []));
	const restocks: Restock[] = moments.flatMap(moment => ('restock' in moment ? [moment.restock] : []));
	return {
		shop,
		moments,
		orders,
		restocks,
		sales: orders.filter(order => !isReturn(order)),
		returns: orders.filter(isReturn),
	};
}

export function isReturn({lines}: Order): boolean {
	return lines[0]!.quantity < 0;
}
