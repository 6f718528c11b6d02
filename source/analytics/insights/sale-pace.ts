import {dayMs, hourMs} from '../../business-time.ts';
import {countAtLeast, countAtMost, spreadShape} from '../statistics/negative-binomial.ts';

const weekHours = 7 * 24;
const weekMs = 7 * dayMs;

/** With fewer weeks an hour of a weekday has not been seen often enough. */
const weeksNeeded = 4;

/** Below this many sales in all there is no shape of a week to be seen. */
const salesNeeded = 100;

/** So that an hour in which nothing was ever sold does not forbid a sale. */
const unseenSales = 0.5;

/** An hour is never more regular than this: what was learned is itself uncertain. */
const largestShape = 1000;

/** How many sales each hour of the week usually brings, learned from whole weeks. */
export type SalePace = {
	readonly weeks: number;
	/** Sales from the week's first hour up to each of its hours; the last is a whole week's. */
	readonly cumulative: Float64Array;
	/** How much the level of an hour varies beside chance, as the shape of a gamma distribution. */
	readonly shape: number;
};

/**
 * Learns the pace of an hour of each weekday from the sales of closed hours.
 *
 * @param counts sales of local hours without gaps, oldest first
 * @param endHour the local hour after the last of them, in hours since 1970-01-01
 * @returns `undefined` while there are too few
 */
export function learnSalePace(counts: readonly number[], endHour: number): SalePace | undefined {
	const weeks = Math.floor(counts.length / weekHours);
	const used = counts.slice(counts.length - weeks * weekHours);
	if (weeks < weeksNeeded || used.reduce((sum, count) => sum + count, 0) < salesNeeded) {
		return undefined;
	}
	const hourOf = (index: number) => (endHour - used.length + index) % weekHours;
	const sums = new Float64Array(weekHours);
	for (const [index, count] of used.entries()) {
		sums[hourOf(index)]! += count;
	}
	const means = sums.map(sum => (sum + unseenSales) / (weeks + unseenSales));
	const cumulative = new Float64Array(weekHours + 1);
	for (const [hour, mean] of means.entries()) {
		cumulative[hour + 1] = cumulative[hour]! + mean;
	}
	const expected = used.map((_, index) => means[hourOf(index)]!);
	return {weeks, cumulative, shape: Math.min(largestShape, spreadShape(used, expected, 1 / weeks))};
}

/** Sales that are usual between two local moments, in milliseconds as if they were UTC. */
export function usualSales({cumulative}: SalePace, localFrom: number, localTo: number): number {
	return salesUpTo(cumulative, localTo) - salesUpTo(cumulative, localFrom);
}

function salesUpTo(cumulative: Float64Array, local: number): number {
	const weeks = Math.floor(local / weekMs);
	const hours = (local - weeks * weekMs) / hourMs;
	const hour = Math.floor(hours);
	const begun = (cumulative[hour + 1]! - cumulative[hour]!) * (hours - hour);
	return weeks * cumulative[weekHours]! + cumulative[hour]! + begun;
}

/** Sales of the whole local hour that are usual. */
export function usualSalesOfHour(pace: SalePace, local: number): number {
	const start = Math.floor(local / hourMs) * hourMs;
	return usualSales(pace, start, start + hourMs);
}

/** How fast sales come now beside the usual, as a gamma distribution with mean `shape` / `scale`. */
export type PaceLevel = {readonly shape: number; readonly scale: number};

/** Rarer than this, sales do not come at the pace that was learned. */
const otherPaceBelow = 1e-4;

/**
 * The level of the present pace, from the latest sales: the usual level has a gamma distribution of
 * mean 1, and after `came` sales where `usual` were to be expected it is a gamma distribution of shape
 * `shape + came` and scale `shape + usual` (Gelman et al.: Bayesian Data Analysis, 3rd ed., §2.6).
 *
 * @returns `undefined` where these sales contradict what was learned, as when the shop has changed
 */
export function paceLevel({shape}: SalePace, came: number, usual: number): PaceLevel | undefined {
	const spread = {mean: usual, shape};
	const isOther = countAtLeast(came, spread) < otherPaceBelow || countAtMost(came, spread) < otherPaceBelow;
	return isOther ? undefined : {shape: shape + came, scale: shape + usual};
}

/**
 * How probable it is that nothing is sold where `usual` sales are to be expected:
 * (scale / (scale + usual)) ^ shape, a negative binomial count of zero.
 */
export function silenceProbability({shape, scale}: PaceLevel, usual: number): number {
	return Math.exp(-shape * Math.log1p(Math.max(0, usual) / scale));
}
