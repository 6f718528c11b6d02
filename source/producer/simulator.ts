import type {Zone} from '../business-time.ts';
import type {Order, Product, Restock} from '../order.ts';
import type {Catalogue} from './catalogue.ts';
import {createDemand, type DemandHour} from './demand.ts';
import {exponential} from './distributions.ts';
import {randomStream} from './random.ts';
import type {ScenarioName} from './scenarios.ts';
import {createShop, type SimulatedSale} from './shop.ts';

export type SimulatorOptions = {
	readonly catalogue: Catalogue;
	readonly seed: number;
	readonly zone: Zone;
	/** UTC milliseconds from which the shop grows. The same seed and `since` are the same shop. */
	readonly since: number;
	/** Stands in every order number; two runs on one database need two. */
	readonly run: string;
	/**
	 * The shop's size: the orders of an average day.
	 * @default 1300
	 */
	readonly ordersPerDay?: number;
	/**
	 * Orders that the shop has made before: it goes on from there, with the customers of that time.
	 * @default 0
	 */
	readonly ordersBefore?: number;
};

/** What happens next in the shop's past. */
export type SimulatedMoment = {readonly order: Order} | {readonly restock: Restock};

/**
 * A simulated shop with a past and a present.
 *
 * Its customers, deliveries and returns live by the shop's own clock, on which `ordersPerDay` orders
 * are a day: at a sale every two seconds, and at thousands a second, customers come and go, and goods
 * run out and come back, in the same proportions as in its past. The calendar only says how much
 * people buy, and what.
 */
export type Simulator = {
	/** Everything that is sold, with the stock of the first day. */
	readonly products: readonly Product[];
	/**
	 * The shop's past from `from` up to, not including, `to`, in the order of time. It is made as it is
	 * read; afterwards the shop goes on from there.
	 */
	readonly history: (span: {readonly from: number; readonly to: number}) => Iterable<SimulatedMoment>;
	/** One sale at that moment, however quiet the hour is. */
	readonly next: (at: number) => SimulatedSale;
	/** Makes the stock true, by product code; products that are not named keep theirs. */
	readonly setStock: (levels: ReadonlyMap<string, number>) => void;
	/** Lets a scenario begin, which colours what comes next. @returns what it is about, in words */
	readonly beginScene: (name: ScenarioName) => string;
	readonly endScene: () => void;
	/** Tells of orders that were made before, so that they can be brought back. */
	readonly remember: (orders: readonly Order[]) => void;
};

export function createSimulator({
	ordersPerDay = 1300,
	ordersBefore = 0,
	...options
}: SimulatorOptions): Simulator {
	const random = randomStream(options.seed, 'sales', ordersBefore);
	const demand = createDemand(options);
	const shop = createShop({...options, ordersPerDay, ordersBefore, random});

	let hour: DemandHour | undefined;
	const hourAt = (at: number) => {
		if (!hour || at < hour.since || at >= hour.until) {
			hour = demand.hourAt(at);
		}
		return hour;
	};

	return {
		products: shop.products,
		setStock: shop.setStock,
		beginScene: shop.beginScene,
		endScene: shop.endScene,
		remember: shop.remember,
		next: at => shop.sell(at, hourAt(at)),
		*history({from, to}) {
			const averageLevel = ordersPerDay / demand.meanGrowth(from, to);
			let at = from;
			while (at < to) {
				const current = hourAt(at);
				// Within an hour orders are a Poisson process, so it may begin anew with each hour.
				at += exponential(random, (current.until - current.since) / (averageLevel * current.level));
				if (at >= current.until) {
					at = current.until;
				} else if (at < to) {
					const {order, restocks} = shop.sell(Math.floor(at), current);
					for (const restock of restocks) {
						yield {restock};
					}
					yield {order};
				}
			}
		},
	};
}
