import type {Product} from '../order.ts';
import {DueQueue} from './due-queue.ts';
import type {Random} from './random.ts';

/** How a product is kept in stock; units, and days on the shop's clock. */
export type StockRule = {
	readonly product: Product;
	readonly stock: number;
	readonly reorderLevel: number;
	readonly orderUpTo: number;
	readonly leadDays: number;
};

/** Units that have arrived of the product with that index. */
export type Delivery = {readonly product: number; readonly quantity: number};

/** Now and then a supplier takes three times as long, so that some products are out at any moment. */
const lateShare = 0.1;
const lateFactor = 3;

/** The simulated stock: it runs down, is ordered at the reorder level and arrives some days later. */
export class StockRoom {
	readonly #rules: readonly StockRule[];
	readonly #random: Random;
	readonly #stock: Int32Array;
	readonly #isOrdered: Uint8Array;
	readonly #onTheWay = new DueQueue<Delivery>();

	constructor(rules: readonly StockRule[], random: Random) {
		this.#rules = rules;
		this.#random = random;
		this.#stock = Int32Array.from(rules, ({stock}) => stock);
		this.#isOrdered = new Uint8Array(rules.length);
	}

	available(product: number): number {
		return this.#stock[product]!;
	}

	/** Takes units out, or back in when negative; not more than are available. */
	sell(product: number, quantity: number, clock: number): void {
		this.#stock[product]! -= quantity;
		this.#reorder(product, clock);
	}

	/** Makes the levels true, by product code; products that are not named keep theirs. */
	set(levels: ReadonlyMap<string, number>, clock: number): void {
		this.#rules.forEach(({product}, index) => {
			this.#stock[index] = Math.max(0, levels.get(product.code) ?? this.#stock[index]!);
			this.#reorder(index, clock);
		});
	}

	/** @returns the next delivery that has arrived by then. */
	arrived(clock: number): Delivery | undefined {
		return this.#onTheWay.nextDue <= clock ? this.hurry() : undefined;
	}

	/** @returns the next delivery, whenever it was due: for a shop with empty shelves. */
	hurry(): Delivery | undefined {
		const delivery = this.#onTheWay.take();
		if (delivery) {
			this.#stock[delivery.product]! += delivery.quantity;
			this.#isOrdered[delivery.product] = 0;
		}
		return delivery;
	}

	#reorder(product: number, clock: number): void {
		const {reorderLevel, orderUpTo, leadDays} = this.#rules[product]!;
		const stock = this.#stock[product]!;
		if (stock > reorderLevel || this.#isOrdered[product]) {
			return;
		}
		this.#isOrdered[product] = 1;
		const delay = this.#random() < lateShare ? lateFactor : 0.5 + this.#random();
		this.#onTheWay.add(clock + leadDays * delay, {product, quantity: orderUpTo - stock});
	}
}
