import type {Order, OrderLine} from '../order.ts';
import type {Catalogue} from './catalogue.ts';
import {type Random, randomStream} from './random.ts';
import type {ScenarioName} from './scenarios.ts';
import type {Shelves} from './shelves.ts';
import type {StockRoom} from './stock-room.ts';

const flashPercent = 40;
/** How much more often people look for what is on sale. */
const flashDemand = 8;
/** How many of the best sellers a trader buys up. */
const boughtUp = 5;
/** Of a hundred orders of a returns wave, how many bring something back. */
const returnPercent = 60;
/** Orders that can still be brought back in a returns wave. */
const ordersRemembered = 300;

/** A scenario with what it is about in this shop. */
export type Scene = {
	readonly name: ScenarioName;
	/** Such as `Toys at 40 % off`. */
	readonly words: string;
	/** Index of the product or category that it is about; of the region for bots. */
	readonly subject: number;
};

export type SceneOptions = {
	readonly catalogue: Catalogue;
	readonly shelves: Shelves;
	readonly stockRoom: StockRoom;
	readonly seed: number;
	/** Of the shop's own course. */
	readonly random: Random;
};

/** What a scene makes of an order: its lines and where it comes from; the rest is as usual. */
export type StagedOrder = Pick<Order, 'region' | 'store' | 'customer' | 'lines'>;

/** Stages scenarios in a shop; which product, category or region they are about follows from the seed. */
export function createScenes({catalogue, shelves, stockRoom, seed, random}: SceneOptions) {
	const {products, categoryOf} = shelves;
	const remembered: Order[] = [];
	const popularity = catalogue.categories.flatMap(({share, products: entries}) => {
		const total = entries.reduce((sum, entry) => sum + entry.popularity, 0);
		return entries.map(entry => (share * entry.popularity) / total);
	});
	const byPopularity = [...products.keys()].sort((a, b) => popularity[b]! - popularity[a]!);
	const byPrice = [...products.keys()].sort((a, b) => products[a]!.price - products[b]!.price);
	let count = 0;
	let isBought = false;

	const lineOf = (product: number, quantity: number, clock: number): OrderLine => {
		stockRoom.sell(product, quantity, clock);
		return {product: products[product]!, quantity, unitPrice: products[product]!.price, discount: 0};
	};

	const buyUp = (clock: number): OrderLine[] =>
		byPopularity
			.slice(0, boughtUp)
			.filter(product => stockRoom.available(product) > 0)
			.map(product => lineOf(product, stockRoom.available(product), clock));

	return {
		/** Begins a scene. Which ones came before decides, with the seed, what it is about. */
		begin(name: ScenarioName): Scene {
			const draw = randomStream(seed, 'scenes', count++);
			const among = (size: number) => Math.floor(draw() * size);
			isBought = false;
			switch (name) {
				case 'flash-sale': {
					const subject = among(catalogue.categories.length);
					return {name, subject, words: `${catalogue.categories[subject]!.name} at ${flashPercent} % off`};
				}
				case 'viral-product': {
					const subject = byPopularity[among(byPopularity.length)]!;
					return {name, subject, words: `everybody wants ${products[subject]!.name}`};
				}
				case 'bot-burst': {
					const subject = among(catalogue.regions.length);
					return {name, subject, words: `guests from ${catalogue.regions[subject]!.name}`};
				}
				case 'outage':
					return {name, subject: 0, words: 'no sales'};
				case 'stock-out':
					return {name, subject: 0, words: `the ${boughtUp} best sellers are bought up`};
				case 'returns-wave':
					return {name, subject: 0, words: 'most orders bring something back'};
			}
		},
		/** The percent off each product. */
		deals: (scene: Scene, usual: Uint8Array): Uint8Array =>
			scene.name === 'flash-sale'
				? usual.map((percent, product) =>
						categoryOf[product] === scene.subject ? Math.max(percent, flashPercent) : percent,
					)
				: usual,
		/** What people look for, a row of categories per region. */
		categories: (scene: Scene, usual: Float64Array): Float64Array =>
			scene.name === 'flash-sale'
				? usual.map((weight, place) =>
						place % catalogue.categories.length === scene.subject ? weight * flashDemand : weight,
					)
				: usual,
		/** What a basket begins with. */
		startsWith: (scene: Scene): number | undefined =>
			scene.name === 'viral-product' ? scene.subject : undefined,
		/** An order that only this scene makes; nothing where it is one as usual. */
		order(scene: Scene, clock: number): StagedOrder | undefined {
			switch (scene.name) {
				case 'stock-out': {
					if (isBought) {
						return undefined;
					}
					isBought = true;
					const lines = buyUp(clock);
					return lines.length > 0 ? {region: catalogue.regions[0]!.name, lines} : undefined;
				}
				case 'returns-wave': {
					const isReturn = random() * 100 < returnPercent;
					const place = Math.floor(random() * remembered.length);
					const [brought] = isReturn ? remembered.splice(place, 1) : [];
					return brought && {...brought, lines: brought.lines.map(line => takeBack(line, clock))};
				}
				case 'bot-burst': {
					const product = byPrice.find(index => stockRoom.available(index) > 0);
					return product === undefined
						? undefined
						: {region: catalogue.regions[scene.subject]!.name, lines: [lineOf(product, 1, clock)]};
				}
				default:
					return undefined;
			}
		},
		/** Remembers an order that may be brought back. */
		remember(order: Order) {
			if (order.customer && order.lines.every(({quantity}) => quantity > 0)) {
				remembered.push(order);
				if (remembered.length > ordersRemembered) {
					remembered.shift();
				}
			}
		},
	};

	function takeBack(line: OrderLine, clock: number): OrderLine {
		const product = products.indexOf(line.product);
		if (product >= 0) {
			stockRoom.sell(product, -line.quantity, clock);
		}
		return {...line, quantity: -line.quantity, discount: line.discount === 0 ? 0 : -line.discount};
	}
}
