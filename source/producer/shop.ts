import type {Order, OrderLine, Product, Restock, Store} from '../order.ts';
import {aliasTable} from './alias-table.ts';
import {createBaskets} from './basket.ts';
import type {Catalogue} from './catalogue.ts';
import {weeklyDeals} from './deals.ts';
import type {DemandHour} from './demand.ts';
import {createPopulation} from './population.ts';
import type {Random} from './random.ts';
import {Returns} from './returns.ts';
import type {ScenarioName} from './scenarios.ts';
import {createScenes, type Scene} from './scenes.ts';
import {stockShelves} from './shelves.ts';
import {type Delivery, StockRoom} from './stock-room.ts';

/** Stores are open from this hour up to that. */
const opensAt = 8;
const closesAt = 20;

export type ShopOptions = {
	readonly catalogue: Catalogue;
	readonly seed: number;
	readonly run: string;
	readonly ordersPerDay: number;
	readonly ordersBefore: number;
	readonly random: Random;
};

/** A sale, and the goods that came in just before it. */
export type SimulatedSale = {readonly order: Order; readonly restocks: readonly Restock[]};

export type Shop = {
	readonly products: readonly Product[];
	/** Makes the next order, at that moment of that hour; a return where one is due. */
	readonly sell: (at: number, hour: DemandHour) => SimulatedSale;
	readonly setStock: (levels: ReadonlyMap<string, number>) => void;
	/** Lets a scenario begin. @returns what it is about, in words */
	readonly beginScene: (name: ScenarioName) => string;
	readonly endScene: () => void;
	/** Tells of orders that were made before, so that they can be brought back. */
	readonly remember: (orders: readonly Order[]) => void;
};

/** Brings together who buys, what, from which stock. Its clock counts days of `ordersPerDay` orders. */
export function createShop(options: ShopOptions): Shop {
	const {catalogue, seed, run, ordersPerDay, ordersBefore, random} = options;
	const shelves = stockShelves(catalogue, ordersPerDay / catalogue.stockForOrdersPerDay);
	const {products, returnRate} = shelves;
	const indexOf = new Map(products.map((product, index) => [product, index]));
	const stockRoom = new StockRoom(shelves.stockRules, random);
	const fillBasket = createBaskets({shelves, stockRoom, random});
	const returns = new Returns(random);
	const scenes = createScenes({catalogue, shelves, stockRoom, seed, random});
	const population = createPopulation({catalogue, seed, ordersPerDay, clock: ordersBefore / ordersPerDay});
	const drawRegion = aliasTable(catalogue.regions.map(({share}) => share));
	const storesOf = catalogue.regions.map(({name}) => catalogue.stores.filter(({region}) => region === name));
	const returnRateOf = ({product}: OrderLine) => returnRate[indexOf.get(product)!]!;

	let orderCount = ordersBefore;
	let scene: Scene | undefined;
	let week: number | undefined;
	let deals: Uint8Array = new Uint8Array(products.length);

	const dealsOn = (day: number) => {
		const weekNow = Math.floor((day + 3) / 7);
		if (weekNow !== week) {
			week = weekNow;
			deals = weeklyDeals(seed, week, products.length);
		}
		return deals;
	};

	const guestRegion = (readiness: Float64Array) => {
		let region = drawRegion(random);
		while (random() > readiness[region]!) {
			region = drawRegion(random);
		}
		return region;
	};

	const storeIn = (region: number, hour: number): Store | undefined => {
		const stores = storesOf[region]!;
		const isStoreOrder =
			hour >= opensAt && hour < closesAt && stores.length > 0 && random() < catalogue.storeShare;
		return isStoreOrder ? stores[Math.floor(random() * stores.length)] : undefined;
	};

	const restockOf = ({product, quantity}: Delivery, at: number) => ({
		product: products[product]!,
		at,
		quantity,
	});

	const returnOrder = (number: string, at: number, clock: number): Order | undefined => {
		const planned = returns.due(clock);
		if (!planned) {
			return undefined;
		}
		for (const {product, quantity} of planned.lines) {
			stockRoom.sell(indexOf.get(product)!, quantity, clock);
		}
		const {region, store, customer} = planned.order;
		return {number, at, region, store, customer, lines: planned.lines};
	};

	return {
		products,
		beginScene(name) {
			scene = scenes.begin(name);
			return scene.words;
		},
		endScene() {
			scene = undefined;
		},
		remember(orders) {
			orders.forEach(scenes.remember);
		},
		setStock: levels => stockRoom.set(levels, orderCount / ordersPerDay),
		sell(at, hour) {
			orderCount++;
			const clock = orderCount / ordersPerDay;
			const number = `S-${run}-${String(orderCount).padStart(6, '0')}`;
			const restocks: Restock[] = [];
			for (let arrived = stockRoom.arrived(clock); arrived; arrived = stockRoom.arrived(clock)) {
				restocks.push(restockOf(arrived, at));
			}
			const staged = scene && scenes.order(scene, clock);
			if (staged) {
				return {order: {...staged, number, at}, restocks};
			}
			const returned = returnOrder(number, at, clock);
			if (returned) {
				return {order: returned, restocks};
			}

			const shopper = population.buyer(clock, hour.regions, random);
			const region = shopper?.region ?? guestRegion(hour.regions);
			const deals = dealsOn(hour.day);
			const context = {
				shopper,
				region,
				categories: scene ? scenes.categories(scene, hour.categories) : hour.categories,
				deals: scene ? scenes.deals(scene, deals) : deals,
				startsWith: scene && scenes.startsWith(scene),
			};
			let lines = fillBasket(context, clock);
			while (lines.length === 0) {
				const hurried = stockRoom.hurry();
				if (!hurried) {
					throw new Error('the shelves are empty and nothing is on the way');
				}
				restocks.push(restockOf(hurried, at));
				lines = fillBasket(context, clock);
			}
			const order: Order = {
				number,
				at,
				region: catalogue.regions[region]!.name,
				store: storeIn(region, hour.hour),
				customer: shopper && population.customer(shopper),
				lines,
			};
			if (!returns.consider(order, returnRateOf, clock)) {
				scenes.remember(order);
			}
			return {order, restocks};
		},
	};
}
