import type {Customer} from '../order.ts';
import {aliasTable} from './alias-table.ts';
import type {Catalogue} from './catalogue.ts';
import {DueQueue} from './due-queue.ts';
import type {Random} from './random.ts';
import {createShopper, customerOf, type Shopper, type ShopperSource} from './shopper.ts';
import {WeightedSet} from './weighted-set.ts';

/** New customers per order, such that those who come replace those who fall silent. */
const arrivalsPerOrder = 0.05;
const guestShare = 0.12;

/** Everybody who may buy: customers come, buy at their own rate and one day stop. */
export type Population = {
	/** @returns who buys at that moment of the shop's clock, `undefined` for a guest. */
	readonly buyer: (clock: number, readiness: Float64Array, random: Random) => Shopper | undefined;
	/** Who that is by name. */
	readonly customer: (shopper: Shopper) => Customer;
};

/**
 * The population as it stands at a moment of the shop's clock, in days of `ordersPerDay` orders: it
 * had customers before the clock began.
 */
export function createPopulation(options: {
	readonly catalogue: Catalogue;
	readonly seed: number;
	readonly ordersPerDay: number;
	readonly clock: number;
}): Population {
	const source: ShopperSource = {
		catalogue: options.catalogue,
		seed: options.seed,
		arrivalsPerDay: options.ordersPerDay * arrivalsPerOrder,
		drawRegion: aliasTable(options.catalogue.regions.map(({share}) => share)),
	};
	const alive = new WeightedSet<Shopper>();
	const leavers = new DueQueue<{readonly shopper: Shopper; readonly slot: number}>();
	const enter = (shopper: Shopper) => {
		leavers.add(shopper.leavesAt, {shopper, slot: alive.add(shopper, shopper.rate)});
	};

	// Whoever came earlier than the longest lifetime ago has left.
	let index = Math.max(0, Math.floor(options.clock * source.arrivalsPerDay) - 1);
	let newcomer = createShopper(source, index);
	while (newcomer.arrivesAt <= options.clock) {
		if (newcomer.leavesAt > options.clock) {
			enter(newcomer);
		}
		newcomer = createShopper(source, ++index);
	}

	return {
		buyer(clock, readiness, random) {
			if (random() < guestShare) {
				return undefined;
			}
			if (newcomer.arrivesAt <= clock) {
				const arrived = newcomer;
				enter(arrived);
				newcomer = createShopper(source, ++index);
				return arrived;
			}
			if (leavers.nextDue <= clock) {
				const {shopper, slot} = leavers.take()!;
				alive.remove(slot);
				return shopper;
			}
			let shopper = alive.draw(random);
			while (shopper && random() > readiness[shopper.region]!) {
				shopper = alive.draw(random);
			}
			return shopper;
		},
		customer(shopper) {
			shopper.customer ??= customerOf(source, shopper);
			return shopper.customer;
		},
	};
}
