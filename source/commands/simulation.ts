import {dayMs, localDay, startOfDay, type Zone} from '../business-time.ts';
import type {Order, Restock} from '../order.ts';
import {loadCatalogue} from '../producer/catalogue.ts';
import {parseInterval, parseRate} from '../producer/pace.ts';
import {type Producer, startProducer} from '../producer/producer.ts';
import {createSimulator, type Simulator} from '../producer/simulator.ts';
import {extent} from '../store/extent.ts';
import {isBusy, type Store} from '../store/open-store.ts';
import {type OrderRecorder, openOrderRecorder} from '../store/record-orders.ts';
import {settings} from '../store/settings.ts';
import {stockByCode} from '../store/stock-levels.ts';
import {type Flags, type Given, UsageError} from './command.ts';
import {checking} from './common-options.ts';

/** The flags of every command that runs the simulator. */
export const simulationFlags = {
	interval: {type: 'string', value: '2s', about: 'time from one sale to the next'},
	rate: {type: 'string', value: '50/s', about: 'sales per time, instead of an interval'},
	history: {type: 'string', value: '90d', about: 'past that an empty database is filled with, 0 for none'},
	seed: {type: 'string', value: '42', about: 'which shop is simulated; the same seed is the same shop'},
} as const satisfies Flags;

export type SimulationOptions = {
	readonly intervalMs: number;
	readonly historyDays: number;
	readonly seed: number;
};

const defaults = {intervalMs: 2000, historyDays: 90, seed: 42};

/** The most days of history that are made at once: three years. */
const mostHistoryDays = 1096;

/** @throws UsageError that names the value which cannot be */
export function simulationOptions(given: Given): SimulationOptions {
	const [interval, rate] = [given.text('interval'), given.text('rate')];
	if (interval !== undefined && rate !== undefined) {
		throw new UsageError('give --interval or --rate, not both: each says how fast sales come');
	}
	return checking(() => ({
		intervalMs: interval ? parseInterval(interval) : rate ? parseRate(rate) : defaults.intervalMs,
		historyDays: parseHistory(given.text('history')),
		seed: parseSeed(given.text('seed')),
	}));
}

function parseHistory(text: string | undefined): number {
	if (text === undefined) {
		return defaults.historyDays;
	}
	const days = Number(/^(\d+)\s*d?$/.exec(text.trim())?.[1]);
	if (!(days <= mostHistoryDays)) {
		throw new RangeError(
			`--history ${text}: write a number of days from 0 to ${mostHistoryDays}, such as 90d, or 0 for none`,
		);
	}
	return days;
}

function parseSeed(text: string | undefined): number {
	if (text === undefined) {
		return defaults.seed;
	}
	const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (!(seed < 2 ** 32)) {
		throw new RangeError(`--seed ${text}: write a whole number from 0 to 4294967295`);
	}
	return seed;
}

/** The name under which the simulator's orders, customers and products are stored. */
const source = 'simulator';

export type Simulation = {
	/**
	 * Fills a database that holds no orders with a past, in one transaction.
	 *
	 * @param onProgress hears the share done, 0 to 1
	 * @returns how many orders were made; 0 where there were some already
	 */
	readonly fillHistory: (now: number, onProgress: (share: number) => void) => number;
	/** Starts selling; `onSale` is called after each commit. */
	readonly start: (onSale: () => void, onError: (error: unknown) => void) => Producer;
};

/** Connects the simulator to a database: what it sells is recorded, what is in stock limits it. */
export function openSimulation(store: Store, options: SimulationOptions, now: () => number): Simulation {
	const recorder = openOrderRecorder(store);
	const {seed, since} = shopOf(store, options, now());
	const newSimulator = (): Simulator =>
		createSimulator({
			catalogue: loadCatalogue(),
			seed,
			zone: store.zone,
			since,
			run: now().toString(36),
			ordersBefore: extent(store.db)().lastOrderId,
		});
	let simulator: Simulator | undefined;

	return {
		fillHistory(until, onProgress) {
			if (options.historyDays === 0 || extent(store.db)().lastOrderId > 0) {
				return 0;
			}
			simulator = newSimulator();
			return recordHistory(recorder, simulator, {from: since, to: until}, onProgress);
		},
		start(onSale, onError) {
			const live = simulator ?? newSimulator();
			live.setStock(stockByCode(store.db)(source));
			return startProducer({
				simulator: live,
				intervalMs: options.intervalMs,
				now,
				record(orders, restocks) {
					recorder.record(source, orders, restocks);
					onSale();
				},
				onError(error) {
					// Another program is writing: the producer tries again, so nobody needs to know.
					if (!isBusy(error)) {
						onError(error);
					}
				},
			});
		},
	};
}

/** A database goes on with the shop that it was begun with, whatever seed a later run asks for. */
function shopOf(
	store: Store,
	{seed, historyDays}: SimulationOptions,
	now: number,
): {seed: number; since: number} {
	const {get, set} = settings(store.db);
	const known = get('simulation');
	if (known !== undefined) {
		return JSON.parse(known) as {seed: number; since: number};
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
	return recorder.together(() => {
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
	});
}
