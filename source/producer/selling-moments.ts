import type {Demand} from './demand.ts';
import {exponential} from './distributions.ts';
import {randomStream} from './random.ts';

export type SellingMomentsOptions = {
	readonly demand: Pick<Demand, 'hourAt'>;
	readonly seed: number;
	/** UTC milliseconds; the last moment is before `to`. */
	readonly from: number;
	readonly to: number;
	readonly count: number;
};

/**
 * So many moments of a span in the order of time, as dense as demand is at each hour. They are the
 * points of a Poisson process, given their number: gaps between them are exponential.
 */
export function* sellingMoments({demand, seed, from, to, count}: SellingMomentsOptions): Generator<number> {
	const hours: {
		readonly since: number;
		readonly until: number;
		readonly before: number;
		readonly level: number;
	}[] = [];
	let total = 0;
	for (let at = from; at < to; ) {
		const hour = demand.hourAt(at);
		const until = Math.min(hour.until, to);
		const level = (hour.level * (until - at)) / (hour.until - hour.since);
		hours.push({since: at, until, before: total, level});
		total += level;
		at = until;
	}
	const gaps = () => {
		const random = randomStream(seed, 'moments');
		return () => exponential(random, 1);
	};
	// The same gaps twice, so that they need not be kept.
	let sum = 0;
	const measure = gaps();
	for (let index = 0; index <= count; index++) {
		sum += measure();
	}
	const draw = gaps();
	let reached = 0;
	let place = 0;
	for (let index = 0; index < count; index++) {
		reached += (draw() / sum) * total;
		while (place < hours.length - 1 && reached > hours[place + 1]!.before) {
			place++;
		}
		const {since, until, before, level} = hours[place]!;
		yield Math.min(until - 1, Math.floor(since + ((reached - before) / level) * (until - since)));
	}
}
