import process from 'node:process';
import {dayMs, localDay, startOfDay, type Zone} from '../../business-time.ts';
import {messageOf} from '../../message-of.ts';
import type {Order, Restock} from '../../order.ts';
import {loadCatalogue} from '../../producer/catalogue.ts';
import {type Producer, startProducer} from '../../producer/producer.ts';
import {createSimulator, type Simulator} from '../../producer/simulator.ts';
import {latestPurchases} from '../../store/customers/latest-purchases.ts';
import {isBusy, type Store} from '../../store/open-store.ts';
import {extent} from '../../store/orders/extent.ts';
import {stockByCode} from '../../store/products/stock-levels.ts';
import {type OrderRecorder, openOrderRecorder} from '../../store/record-orders.ts';
import {settings} from '../../store/settings.ts';
import type {Clock} from './clock.ts';
import {assertOnly, simulated as source} from './sale-origins.ts';
import type {SimulationOptions} from './simulation-options.ts';

export type Simulation = {
	/**
	 * Fills a database that holds no orders with a past, in one transaction.
	 *
	 * @param onProgress hears the share done, 0 to 1
	 * @returns how many orders were made; 0 where there were some already
	 */
	readonly fillHistory: (now: number, onProgress: (share: number) => void) => number;
	/** Whether there is a past still to be filled in. */
	readonly needsHistory: () => boolean;
	/** Writes down which shop is simulated, where the database does not know it yet; `start` then writes nothing. */
	readonly settle: () => void;
	/** Starts selling; `onSale` is called after each commit. */
	readonly start: (onSale: () => void) => Producer;
};

/**
 * Connects the simulator to a database: what it sells is recorded, what is in stock limits it.
 *
 * @throws UsageError when the database holds real sales
 */
export function openSimulation(store: Store, options: SimulationOptions, clock: Clock): Simulation {
	const {now} = clock;
	assertOnly(store, source, options.isMixed);
	const recorder = openOrderRecorder(store);
	const ordersBefore = extent(store.db);
	const simulatorOf = ({seed, since}: Shop): Simulator =>
		createSimulator({
			catalogue: loadCatalogue(),
			seed,
			zone: store.zone,
			since,
			// Also of two that start in the same moment; a demo has the same numbers each time.
			run: `${now().toString(36)}${clock.isSet ? '' : process.pid.toString(36)}`,
			ordersBefore: ordersBefore().lastOrderId,
		});
	let simulator: Simulator | undefined;
	const needsHistory = () => options.historyDays > 0 && ordersBefore().lastOrderId === 0;

	return {
		needsHistory,
		// Whether there is a past is asked inside the transaction: of two programs that start at once,
		// one fills and the other waits and finds it filled.
		fillHistory: (until, onProgress) =>
			recorder.together(() => {
				if (!needsHistory()) {
					return 0;
				}
				const shop = shopOf(store, options, until);
				const shopSimulator = simulatorOf(shop);
				simulator = shopSimulator;
				return recorder.inBulk(() =>
					recordHistory(recorder, shopSimulator, {from: shop.since, to: until}, onProgress),
				);
			}),
		settle() {
			shopOf(store, options, now());
		},
		start(onSale) {
			const live = simulator ?? simulatorOf(shopOf(store, options, now()));
			live.setStock(stockByCode(store.db)(source));
			live.remember(purchases(store, live));
			const producer = startProducer({
				simulator: live,
				intervalMs: options.intervalMs,
				schedule: options.schedule,
				...(clock.isSet && {catchUpMs: demoCatchUpMs}),
				now,
				record(orders, restocks) {
					recorder.record(source, orders, restocks);
					onSale();
				},
				// While another program writes, the producer tries again and nobody needs to know.
				explain: error =>
					isBusy(error) ? undefined : `cannot record sales: ${messageOf(error)}; trying again`,
			});
			clock.start();
			return producer;
		},
	};
}

/** A demo that repeats skips no sale because the machine was busy; one that was stopped for longer does not repeat. */
const demoCatchUpMs = 60_000;

/** How many orders of before can be brought back. */
const purchasesRemembered = 300;

function purchases({db}: Store, {products}: Simulator): readonly Order[] {
	const byCode = new Map(products.map(product => [product.code, product]));
	return latestPurchases(db)(source, purchasesRemembered).map(({lines, ...order}) => ({
		...order,
		at: 0,
		lines: lines.flatMap(({productCode, ...line}) => {
			const product = byCode.get(productCode);
			return product ? [{product, ...line}] : [];
		}),
	}));
}

/** Which shop is simulated. */
type Shop = {readonly seed: number; readonly since: number};

/** A database goes on with the shop that it was begun with, whatever seed a later run asks for. */
function shopOf(store: Store, {seed, historyDays}: SimulationOptions, now: number): Shop {
	const {get, set} = settings(store.db);
	const known = get('simulation');
	if (known !== undefined) {
		return JSON.parse(known) as Shop;
	}
	const shop = {seed, since: firstMoment(store.zone, now, historyDays)};
	set('simulation', JSON.stringify(shop));
	return shop;
}

function firstMoment(zone: Zone, now: number, historyDays: number): number {
	return historyDays === 0 ? now - (now % dayMs) : startOfDay(zone, localDay(zone, now) - historyDays);
}

const ordersPerBatch = 4000;

function recordHistory(
	recorder: OrderRecorder,
	simulator: Simulator,
	span: {readonly from: number; readonly to: number},
	onProgress: (share: number) => void,
): number {
	let orders: Order[] = [];
	let restocks: Restock[] = [];
	let count = 0;
	const flush = () => {
		count += recorder.record(source, orders, restocks).orders;
		orders = [];
		restocks = [];
	};
	for (const moment of simulator.history(span)) {
		if ('restock' in moment) {
			restocks.push(moment.restock);
			continue;
		}
		orders.push(moment.order);
		if (orders.length === ordersPerBatch) {
			onProgress((moment.order.at - span.from) / (span.to - span.from));
			flush();
		}
	}
	flush();
	return count;
}
