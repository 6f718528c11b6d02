import {valueTiers} from '../value-tiers.ts';
import type {LifetimeValue} from './lifetime-value.ts';

/** Customers by id, as they were at a moment. */
export type ValuedCustomers = {readonly ids: ArrayLike<number>; readonly value: LifetimeValue};

/** A good customer who may be leaving. */
export type CustomerAtRisk = {
	/** The place among the customers of now. */
	readonly place: number;
	/** The tier then, as a place in `valueTiers`. */
	readonly tierBefore: number;
	readonly aliveBefore: number;
	readonly alive: number;
	/** How much of their value has gone with the probability that they still buy. */
	readonly valueLost: number;
};

/** A probability that moves less may do so by a quiet week. */
const leastFall = 0.05;

/** Who is less likely to buy again is lost already. */
const leastAlive = 0.1;

/**
 * Customers of all tiers but the last whose probability to be alive has fallen since then, the greatest loss
 * first. The loss is what a living customer like them is worth, CLV / P(alive), times the fall.
 *
 * Without a model at both moments nobody is known to be at risk.
 */
export function customersAtRisk(
	before: ValuedCustomers,
	now: ValuedCustomers,
	most: number,
): CustomerAtRisk[] {
	const {alive: aliveBefore, tiers: tiersBefore} = before.value.customers;
	const {alive, clv} = now.value.customers;
	if (!aliveBefore || !alive || !clv) {
		return [];
	}
	const placeBefore = new Map(Array.from(aliveBefore, (_, place) => [before.ids[place]!, place]));
	const lowest = valueTiers.indexOf('Bronze');
	const found: CustomerAtRisk[] = [];
	for (let place = 0; place < alive.length; place++) {
		const then = placeBefore.get(now.ids[place]!);
		if (then === undefined || tiersBefore[then]! >= lowest) {
			continue;
		}
		const fall = aliveBefore[then]! - alive[place]!;
		if (fall >= leastFall && alive[place]! >= leastAlive) {
			found.push({
				place,
				tierBefore: tiersBefore[then]!,
				aliveBefore: aliveBefore[then]!,
				alive: alive[place]!,
				valueLost: (fall * clv[place]!) / alive[place]!,
			});
		}
	}
	return found
		.sort((one, other) => other.valueLost - one.valueLost || one.place - other.place)
		.slice(0, most);
}
