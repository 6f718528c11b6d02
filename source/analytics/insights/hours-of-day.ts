import {meanTest} from '../statistics/mean-tests.ts';
import {sampleOf} from '../statistics/sample.ts';
import type {Finding} from './finding.ts';
import type {ShopHistory} from './shop-history.ts';
import {daySpan, hourWords, sum} from './spans.ts';

const blockHours = 3;

/** Fewer days say nothing of what an hour usually brings. */
const fewestDays = 7;

/** An hour with a smaller share of all orders is one in which the shop is closed. */
const openShare = 0.005;

/** The three hours in a row in which most and least is sold, of those in which the shop is open. */
export function hoursOfDay(shop: ShopHistory): Finding[] {
	const {days} = shop;
	const places = days.orders.flatMap((orders, place) => (orders > 0 ? [place] : []));
	if (places.length < fewestDays) {
		return [];
	}
	const totals = hourTotals(places.map(place => days.hours[place]!));
	const open = openSpan(totals);
	if (open.hours <= 2 * blockHours) {
		return [];
	}
	const isAllDay = open.hours === 24;
	const starts = Array.from(
		{length: isAllDay ? 24 : open.hours - blockHours + 1},
		(_, index) => open.from + index,
	);
	const blocks = starts
		.map(start => ({start, orders: sum(blockOf(start).map(hour => totals[hour]!))}))
		.sort((a, b) => b.orders - a.orders || a.start - b.start);
	return [blocks[0]!, blocks.at(-1)!].map(({start}, index) =>
		findingOf(shop, {start, places, open: open.hours, looked: starts.length, isBusiest: index === 0}),
	);
}

function blockOf(start: number): number[] {
	return Array.from({length: blockHours}, (_, index) => (start + index) % 24);
}

function hourTotals(days: readonly (readonly number[])[]): number[] {
	return Array.from({length: 24}, (_, hour) => sum(days.map(hours => hours[hour]!)));
}

/** The hours around the clock that leave out the longest stretch of closed ones. */
function openSpan(totals: readonly number[]): {from: number; hours: number} {
	const least = openShare * sum(totals);
	let longest = {from: 0, hours: 0};
	for (let start = 0; start < 24; start++) {
		let hours = 0;
		while (hours < 24 && totals[(start + hours) % 24]! < least) {
			hours++;
		}
		longest = hours > longest.hours ? {from: start, hours} : longest;
	}
	return {from: (longest.from + longest.hours) % 24, hours: 24 - longest.hours};
}

type Block = {
	readonly start: number;
	/** Places of the days. */
	readonly places: readonly number[];
	/** Hours in which the shop is open. */
	readonly open: number;
	/** How many blocks the most extreme was taken from, by which its p is multiplied (Bonferroni). */
	readonly looked: number;
	readonly isBusiest: boolean;
};

function findingOf(shop: ShopHistory, {start, places, open, looked, isBusiest}: Block): Finding {
	const {days, formats, windowDays} = shop;
	const even = blockHours / open;
	const inBlock = (place: number) => sum(blockOf(start).map(hour => days.hours[place]![hour]!));
	const test = meanTest(sampleOf(places.map(place => inBlock(place) / days.orders[place]! - even)));
	const orders = sum(places.map(place => days.orders[place]!));
	const share = sum(places.map(inBlock)) / orders;
	const span = `${hourWords(start)} to ${hourWords(start + blockHours)}`;
	const perHour = (part: number) => formats.count(Math.round((part * orders) / places.length / blockHours));
	const revenue = sum(places.map(place => days.revenue[place]!)) / places.length;
	return {
		kind: 'hours',
		subject: span,
		sentence: `${span} is the ${isBusiest ? 'busiest' : 'quietest'} time: ${formats.percent(share, 0)} of orders, ${perHour(share)} an hour where ${perHour(even)} are the mean of ${open === 24 ? 'all' : 'the open'} hours`,
		measure: {unit: 'share', value: share, usual: even},
		evidence: {
			n: places.length,
			of: 'days',
			test: 't test of daily shares, Bonferroni',
			p: test ? Math.min(1, looked * test.p) : undefined,
			interval: test && {
				of: 'share of orders',
				unit: 'share',
				lo: even + test.interval[0],
				hi: even + test.interval[1],
			},
			...daySpan(shop, {from: places[0]!, to: places.at(-1)! + 1}),
		},
		worth: Math.abs(share - even) * revenue * windowDays,
		isPattern: true,
	};
}
