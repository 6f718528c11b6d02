import {
	dayMs,
	hourMs,
	localDay,
	minuteMs,
	startOfDay,
	startOfHour,
	utcOfLocal,
	type Zone,
} from '../business-time.ts';
import type {BucketUnit, ComparisonName, Span} from './dashboard.ts';

/** The spans that the screen steps through, shortest first. */
export const windowNames = ['15m', '1h', '24h', '7d', '30d', '90d', 'all'] as const;

export type WindowName = (typeof windowNames)[number];

export const defaultWindow: WindowName = '24h';

/**
 * A window at one moment. It is made of whole buckets and the open one, so that the bars of a trend
 * add up to its total: `24h` is this clock hour and the 23 before, `30d` is today and 29 days.
 */
export type ResolvedWindow = {
	readonly name: WindowName;
	/** The local day of the moment, in days since 1970-01-01. */
	readonly today: number;
	/** `to` is the moment itself. */
	readonly span: Span;
	/**
	 * As much time earlier, as far as the window has come. `before` ends where the window begins: for
	 * `30d`, 30 days earlier by the clock.
	 */
	readonly comparisons: Readonly<Record<ComparisonName, Span>>;
	readonly unit: BucketUnit;
	/** When each bucket begins, oldest first. */
	readonly bucketStarts: readonly number[];
};

/** From this many days on, `all` counts by month. */
const monthlyFrom = 400;

/**
 * Places a window at a moment.
 *
 * @param firstOrderAt where `all` begins; without orders it is today
 */
export function resolveWindow(
	name: WindowName,
	now: number,
	zone: Zone,
	firstOrderAt: number | undefined,
): ResolvedWindow {
	const {before, ...placed} = placeWindow(name, now, zone, firstOrderAt);
	return {
		name,
		today: localDay(zone, now),
		...placed,
		comparisons: {
			before,
			week: movedByDays(placed.span, -7, zone),
			year: movedByDays(placed.span, -daysOfYear, zone),
		},
	};
}

/** 52 weeks, so that the weekdays are the same. */
export const daysOfYear = 364;

/** The same times of day so many days away. */
export function movedByDays({from, to}: Span, days: number, zone: Zone): Span {
	const move = (at: number) => utcOfLocal(zone, at + zone.offsetAt(at) + days * dayMs);
	return {from: move(from), to: move(to)};
}

type Placed = Omit<ResolvedWindow, 'name' | 'today' | 'comparisons'> & {readonly before: Span};

function placeWindow(name: WindowName, now: number, zone: Zone, firstOrderAt: number | undefined): Placed {
	switch (name) {
		case '15m':
			return minutes(now, 15);
		case '1h':
			return minutes(now, 60);
		case '24h':
			return hours(now, zone);
		case '7d':
			return days(now, zone, 7, 'hour');
		case '30d':
			return days(now, zone, 30, 'day');
		case '90d':
			return days(now, zone, 90, 'day');
		case 'all': {
			const first = Math.min(firstOrderAt ?? now, now);
			const count = localDay(zone, now) - localDay(zone, first) + 1;
			return days(now, zone, count, count < monthlyFrom ? 'day' : 'month');
		}
	}
}

function minutes(now: number, count: number): Placed {
	const from = Math.floor(now / minuteMs) * minuteMs - (count - 1) * minuteMs;
	return {
		span: {from, to: now},
		before: {from: from - count * minuteMs, to: now - count * minuteMs},
		unit: 'minute',
		bucketStarts: stepsFrom(from, now, minuteMs),
	};
}

function hours(now: number, zone: Zone): Placed {
	const from = startOfHour(zone, now) - 23 * hourMs;
	return {
		span: {from, to: now},
		before: {from: from - 24 * hourMs, to: now - 24 * hourMs},
		unit: 'hour',
		bucketStarts: stepsFrom(from, now, hourMs),
	};
}

function days(now: number, zone: Zone, count: number, unit: BucketUnit): Placed {
	const today = localDay(zone, now);
	const from = startOfDay(zone, today - count + 1);
	// Local, so that the comparison ends at the same time of day also across a change of the clocks.
	const sinceMidnight = now - startOfDay(zone, today);
	return {
		span: {from, to: now},
		before: {
			from: startOfDay(zone, today - 2 * count + 1),
			to: Math.min(startOfDay(zone, today - count) + sinceMidnight, from),
		},
		unit,
		bucketStarts: bucketsOfDays(today - count + 1, today, now, zone, unit),
	};
}

function bucketsOfDays(
	firstDay: number,
	lastDay: number,
	now: number,
	zone: Zone,
	unit: BucketUnit,
): number[] {
	if (unit === 'hour') {
		return stepsFrom(startOfDay(zone, firstDay), now, hourMs);
	}
	const starts: number[] = [];
	for (let day = firstDay; day <= lastDay; day++) {
		if (unit === 'day' || day === firstDay || new Date(day * 86_400_000).getUTCDate() === 1) {
			starts.push(startOfDay(zone, day));
		}
	}
	return starts;
}

function stepsFrom(from: number, now: number, stepMs: number): number[] {
	const starts: number[] = [];
	for (let start = from; start <= now; start += stepMs) {
		starts.push(start);
	}
	return starts;
}
