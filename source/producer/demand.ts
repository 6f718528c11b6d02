import {dayMs, hourMs, hourOfDay, localDay, startOfHour, weekdayOfDay, type Zone} from '../business-time.ts';
import type {Catalogue} from './catalogue.ts';
import {normal} from './distributions.ts';
import {randomStream} from './random.ts';

const quarterDays = 365.25 / 4;
/** What ups and downs last from one day to the next, and how large they are (as logarithms). */
const dayMemory = 0.6;
const daySpread = 0.05;
/** Categories and regions drift apart by no more than this factor, however long the shop runs. */
const driftLimit = 2.5;

/** What people want in one hour of the business zone. */
export type DemandHour = {
	/** UTC milliseconds; the hour ends before `until`. */
	readonly since: number;
	readonly until: number;
	/** 0 to 23 and days since 1970-01-01, in the business zone. */
	readonly hour: number;
	readonly day: number;
	/** Orders in this hour, when one is an average day's orders at the moment that the shop began. */
	readonly level: number;
	/** Weight of each category, a row per region. */
	readonly categories: Float64Array;
	/** How readily people of each region buy: above zero, at most 1. */
	readonly regions: Float64Array;
};

export type Demand = {
	readonly hourAt: (utcMs: number) => DemandHour;
	/** The factor by which the shop has grown since it began, in the mean over a span. */
	readonly meanGrowth: (from: number, to: number) => number;
};

/**
 * When people buy, and what: each category's hours of the day × its weekdays × slow growth × a random
 * level per day (autoregressive of order one in the logarithm, mean 1).
 */
export function createDemand(options: {
	readonly catalogue: Catalogue;
	readonly seed: number;
	readonly zone: Zone;
	readonly since: number;
}): Demand {
	const {catalogue, zone, since} = options;
	const {categories, regions} = catalogue;
	const hourShapes = categories.map(({hours}) => scaledTo(1, hours));
	const weekdayShapes = categories.map(({weekdays}) => scaledTo(7, weekdays));
	const dayLevel = dayLevels(options.seed);
	const firstDay = localDay(zone, since);
	const quartersAt = (utcMs: number) => (utcMs - since) / dayMs / quarterDays;
	const logGrowth = Math.log1p(catalogue.growthPerQuarter);
	const growthAt = (utcMs: number) => Math.exp(logGrowth * quartersAt(utcMs));

	return {
		meanGrowth(from, to) {
			const logSpan = logGrowth * (quartersAt(to) - quartersAt(from));
			return Math.abs(logSpan) < 1e-9 ? growthAt(from) : (growthAt(to) - growthAt(from)) / logSpan;
		},
		hourAt(utcMs) {
			const start = startOfHour(zone, utcMs);
			const hour = hourOfDay(zone, start);
			const day = localDay(zone, start);
			const weekday = weekdayOfDay(day);
			const quarters = quartersAt(start);
			const shares = scaledTo(
				1,
				categories.map(({share, growthPerQuarter}) => share * drift(growthPerQuarter, quarters)),
			);
			const wanted = shares.map(
				(share, index) => share * weekdayShapes[index]![weekday]! * hourShapes[index]![hour]!,
			);
			const drifts = regions.map(({growthPerQuarter}) => drift(growthPerQuarter, quarters));
			const fastest = Math.max(...drifts);
			return {
				since: start,
				until: start + hourMs,
				hour,
				day,
				level: growthAt(start) * dayLevel(day - firstDay) * wanted.reduce((sum, part) => sum + part, 0),
				categories: Float64Array.from(
					regions.flatMap(({taste}) =>
						wanted.map((part, index) => part * (taste[categories[index]!.name] ?? 1)),
					),
				),
				regions: Float64Array.from(drifts, factor => factor / fastest),
			};
		},
	};
}

function scaledTo(total: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((partial, weight) => partial + weight, 0);
	return weights.map(weight => (weight * total) / sum);
}

function drift(growthPerQuarter: number, quarters: number): number {
	const factor = (1 + growthPerQuarter) ** quarters;
	return Math.min(driftLimit, Math.max(1 / driftLimit, factor));
}

/** The level of the n-th day, 1 on the whole; days before the first are like it. */
function dayLevels(seed: number): (day: number) => number {
	const random = randomStream(seed, 'days');
	const levels: number[] = [];
	let deviation = 0;
	const variance = daySpread ** 2 / (1 - dayMemory ** 2);
	return day => {
		while (levels.length <= day) {
			deviation = dayMemory * deviation + daySpread * normal(random);
			levels.push(Math.exp(deviation - variance / 2));
		}
		return levels[Math.max(0, day)] ?? 1;
	};
}
