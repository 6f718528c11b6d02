import {isoDate, localDay, type Zone} from '../../../business-time.ts';
import type {ImportedLine} from '../../../imported-line.ts';

/** What tells orders of one number apart. */
export type OrderFacts = {
	/** UTC milliseconds. */
	readonly at: number;
	readonly store: string | undefined;
	/** The source's own id of the customer. */
	readonly customer: string | undefined;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Counters of receipts start again each day or in each shop; larger numbers are of one order for good. */
const counterBelow = 100_000;

/**
 * Whether two rows of one order number are of one order. Tills begin to count anew each day, and each
 * till by itself: then the number alone names several orders.
 */
export function isSameOrder(number: string, one: OrderFacts, other: OrderFacts, zone: Zone): boolean {
	if (one.at === other.at && one.store === other.store && one.customer === other.customer) {
		return true;
	}
	if (isOther(one.store, other.store)) {
		return false;
	}
	const apartMs = Math.abs(one.at - other.at);
	if (apartMs === 0 && (one.at + zone.offsetAt(one.at)) % dayMs !== 0) {
		// At the same second: a customer who was given another name.
		return true;
	}
	if (!isCounter(number)) {
		return true;
	}
	const isSameTime =
		apartMs < hourMs || (apartMs <= dayMs && localDay(zone, one.at) === localDay(zone, other.at));
	return isSameTime && !isOther(one.customer, other.customer);
}

/**
 * Keys for the order of a row, the plain number first: the row belongs to the first that is free or
 * that its own order holds. What an order is known by never changes, so that the same rows find the
 * same keys again.
 */
export function* orderKeys({order, at, store, customer}: ImportedLine, zone: Zone): Generator<string> {
	yield order;
	const apart = [isoDate(localDay(zone, at))];
	yield `${order} (${apart.join(', ')})`;
	for (const more of [store, customer]) {
		if (more !== undefined) {
			apart.push(more);
			yield `${order} (${apart.join(', ')})`;
		}
	}
}

function isOther(one: string | undefined, other: string | undefined): boolean {
	return one !== undefined && other !== undefined && one !== other;
}

function isCounter(number: string): boolean {
	const digits = number.replaceAll(/\D/g, '');
	return digits !== '' && Number(digits) < counterBelow;
}
