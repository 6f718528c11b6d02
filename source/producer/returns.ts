import {moneyScale} from '../money.ts';
import type {Order, OrderLine} from '../order.ts';
import {gamma} from './distributions.ts';
import {DueQueue} from './due-queue.ts';
import type {Random} from './random.ts';

/** Days from a purchase to its return: at least two, eight on the whole. */
const shortestDelay = 2;
const delayShape = 2;
const delayScale = 3;
/** Of lines with several units, how many come back whole. */
const wholeShare = 0.7;
/** Money of a whole cent. */
const cent = moneyScale / 100;

/** What is to come back of an order. */
export type PlannedReturn = {readonly order: Order; readonly lines: readonly OrderLine[]};

/** Decides at the sale what will come back, so that only this is remembered and not every order. */
export class Returns {
	readonly #planned = new DueQueue<PlannedReturn>();
	readonly #random: Random;

	constructor(random: Random) {
		this.#random = random;
	}

	/**
	 * Considers an order that was just made; a guest's is never brought back.
	 *
	 * @param rate how likely a line comes back.
	 * @returns whether something will come back.
	 */
	consider(order: Order, rate: (line: OrderLine) => number, clock: number): boolean {
		if (!order.customer) {
			return false;
		}
		const random = this.#random;
		let lines: OrderLine[] | undefined;
		for (const line of order.lines) {
			if (random() < rate(line)) {
				lines ??= [];
				lines.push(returned(line, random));
			}
		}
		if (lines) {
			this.#planned.add(clock + shortestDelay + gamma(random, delayShape, delayScale), {order, lines});
		}
		return lines !== undefined;
	}

	/** @returns the next return whose moment has come. */
	due(clock: number): PlannedReturn | undefined {
		return this.#planned.nextDue <= clock ? this.#planned.take() : undefined;
	}
}

function returned({product, quantity, unitPrice, discount}: OrderLine, random: Random): OrderLine {
	const units = random() < wholeShare ? quantity : 1 + Math.floor(random() * quantity);
	const share = Math.round((discount * units) / quantity / cent) * cent;
	return {product, quantity: -units, unitPrice, discount: share === 0 ? 0 : -share};
}
