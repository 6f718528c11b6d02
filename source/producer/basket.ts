import {moneyScale} from '../money.ts';
import type {OrderLine} from '../order.ts';
import {aliasTable} from './alias-table.ts';
import {exponential} from './distributions.ts';
import type {Random} from './random.ts';
import {type Shelves, spendLevels} from './shelves.ts';
import type {Shopper} from './shopper.ts';
import type {StockRoom} from './stock-room.ts';

/** Of baskets with one, two … six lines; who spends more fills them more. */
const lineCountWeights = [0.4, 0.27, 0.16, 0.09, 0.05, 0.03];
const lineCounts = Array.from({length: spendLevels}, (_, level) =>
	aliasTable(lineCountWeights.map((weight, index) => weight * (0.76 + 0.12 * level) ** index)),
);
/** Of one, two and three units. */
const cheapQuantities = aliasTable([0.82, 0.13, 0.05]);
const dearQuantities = aliasTable([0.97, 0.03]);
const cheapBelow = 25 * moneyScale;
/** Where the next product of a basket comes from: what goes with the one before, else its category, else anywhere. */
const companionShare = 0.5;
const sameCategoryShare = 0.3;
/** How often a customer who comes back begins with what goes with the purchase before. */
const laterCompanionShare = 0.4;
const favouriteFactor = 2.6;
const secondFavouriteFactor = 1.7;
/** How many baskets begin with what they should begin with. */
const startShare = 0.75;
const couponShare = 0.04;
const couponPercent = 10;
/** Money of a whole cent. */
const cent = moneyScale / 100;
const triesPerLine = 6;

export type BasketOptions = {
	readonly shelves: Shelves;
	readonly stockRoom: StockRoom;
	readonly random: Random;
};

/** What is known about the moment and the buyer of a basket. */
export type BasketContext = {
	readonly shopper: Shopper | undefined;
	/** Index of the region, and the weight of each category in each region. */
	readonly region: number;
	readonly categories: Float64Array;
	/** The percent that each product is reduced by. */
	readonly deals: Uint8Array;
	/** The product that most baskets begin with. */
	readonly startsWith?: number | undefined;
};

/** Fills baskets with one to six products that are in stock; empty when nothing is. */
export function createBaskets({shelves, stockRoom, random}: BasketOptions) {
	const {products, categoryOf, companions, draws} = shelves;
	const categoryCount = draws[0]!.length;
	const cumulative = new Float64Array(categoryCount);
	const chosen: number[] = [];

	const weighCategories = ({shopper, region, categories}: BasketContext) => {
		let sum = 0;
		for (let category = 0; category < categoryCount; category++) {
			let weight = categories[region * categoryCount + category]!;
			if (category === shopper?.favourite) {
				weight *= favouriteFactor;
			} else if (category === shopper?.secondFavourite) {
				weight *= secondFavouriteFactor;
			}
			sum += weight;
			cumulative[category] = sum;
		}
	};

	const drawCategory = () => {
		const position = random() * cumulative[categoryCount - 1]!;
		let category = 0;
		while (category < categoryCount - 1 && cumulative[category]! <= position) {
			category++;
		}
		return category;
	};

	const drawCompanion = (product: number) => {
		const partners = companions[product]!;
		return partners[Math.floor(random() * partners.length)];
	};

	const drawProduct = (level: number, lastChosen: number | undefined) => {
		const before = chosen.at(-1);
		let companion: number | undefined;
		if (before !== undefined) {
			const origin = random();
			if (origin < companionShare) {
				companion = drawCompanion(before);
			}
			if (companion === undefined && origin < companionShare + sameCategoryShare) {
				return draws[level]![categoryOf[before]!]!(random);
			}
		} else if (lastChosen !== undefined && random() < laterCompanionShare) {
			companion = drawCompanion(lastChosen);
		}
		return companion ?? draws[level]![drawCategory()]!(random);
	};

	/** @returns a product that is in stock and not yet in the basket, unless none turns up. */
	const nextProduct = (level: number, lastChosen: number | undefined) => {
		for (let tries = 0; tries < triesPerLine; tries++) {
			const product = drawProduct(level, lastChosen);
			if (stockRoom.available(product) > 0 && !chosen.includes(product)) {
				return product;
			}
		}
		return chosen.length > 0 ? undefined : anyProduct();
	};

	const anyProduct = () => {
		const start = Math.floor(random() * products.length);
		for (let step = 0; step < products.length; step++) {
			const product = (start + step) % products.length;
			if (stockRoom.available(product) > 0) {
				return product;
			}
		}
		return undefined;
	};

	const firstProduct = ({startsWith}: BasketContext) =>
		startsWith !== undefined &&
		chosen.length === 0 &&
		stockRoom.available(startsWith) > 0 &&
		random() < startShare
			? startsWith
			: undefined;

	return function fillBasket(context: BasketContext, clock: number): OrderLine[] {
		weighCategories(context);
		chosen.length = 0;
		const level = spendLevel(context.shopper?.spend ?? exponential(random, 1), random);
		const hasCoupon = random() < couponShare;
		const lines: OrderLine[] = [];
		for (let count = 1 + lineCounts[level]!(random); count > 0; count--) {
			const index = firstProduct(context) ?? nextProduct(level, context.shopper?.lastChosen);
			if (index === undefined) {
				break;
			}
			chosen.push(index);
			const product = products[index]!;
			const wanted = 1 + (product.price < cheapBelow ? cheapQuantities : dearQuantities)(random);
			const quantity = Math.min(wanted, stockRoom.available(index));
			stockRoom.sell(index, quantity, clock);
			const percent = context.deals[index]! || (hasCoupon ? couponPercent : 0);
			const unitPrice = product.price;
			lines.push({product, quantity, unitPrice, discount: percentOff(quantity * unitPrice, percent)});
		}
		if (context.shopper) {
			context.shopper.lastChosen = chosen[0];
		}
		return lines;
	};
}

/** A buyer of average spending is in the middle; twice or half as much is a level further. */
function spendLevel(spend: number, random: Random): number {
	const position = Math.floor(spendLevels / 2 + Math.log2(spend) + random());
	return Math.min(spendLevels - 1, Math.max(0, position));
}

function percentOff(amount: number, percent: number): number {
	return percent === 0 ? 0 : Math.round((amount * percent) / 100 / cent) * cent;
}
