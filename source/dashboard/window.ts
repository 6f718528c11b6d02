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
import {isSpan, mostDays, mostHours, mostMinutes, type WindowName, writtenSpan} from './window-name.ts';

/**
 * A window at one moment. One that ends now is made of whole buckets and the open one, so that the bars
 * of a trend add up to its total: `24h` is this clock hour and the 23 before, `30d` is today and 29 days.
 */
export type ResolvedWindow = {
	readonly name: WindowName;
	/** The local day of the last moment that counts, in days since 1970-01-01. */
	readonly today: number;
	/** `to` is the first moment that does not count. */
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

/**
 * Places a window at a moment.
 *
 * @param now the first moment that does not count
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
		today: localDay(zone, now - 1),
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
	const today = localDay(zone, now - 1);
	if (name === 'all') {
		const firstDay = localDay(zone, Math.min(firstOrderAt ?? now, now - 1));
		const count = today - firstDay + 1;
		return days(firstDay, count, now, zone, count < mostDays ? 'day' : 'month');
	}
	if (isSpan(name)) {
		return placeSpan(writtenSpan(name, zone), now, zone);
	}
	const count = Number.parseInt(name, 10);
	switch (name.at(-1)) {
		case 'm':
			return minutes(now, count);
		case 'h':
			return 60 * count <= mostMinutes ? minutes(now, 60 * count) : hours(now, zone, count);
		default:
			return days(today - count + 1, count, now, zone, unitOf(count * dayMs));
	}
}

function unitOf(lengthMs: number): BucketUnit {
	return lengthMs <= mostMinutes * minuteMs
		? 'minute'
		: lengthMs <= mostHours * hourMs
			? 'hour'
			: lengthMs < mostDays * dayMs
				? 'day'
				: 'month';
}

function minutes(now: number, count: number): Placed {
	const from = Math.floor((now - 1) / minuteMs) * minuteMs - (count - 1) * minuteMs;
	return {
		span: {from, to: now},
		before: {from: from - count * minuteMs, to: now - count * minuteMs},
		unit: 'minute',
		bucketStarts: stepsFrom(from, now, minuteMs),
	};
}

function hours(now: number, zone: Zone, count: number): Placed {
	const from = startOfHour(zone, now - 1) - (count - 1) * hourMs;
	return {
		span: {from, to: now},
		before: {from: from - count * hourMs, to: now - count * hourMs},
		unit: 'hour',
		bucketStarts: stepsFrom(from, now, hourMs),
	};
}

function days(firstDay: number, count: number, now: number, zone: Zone, unit: BucketUnit): Placed {
	const today = localDay(zone, now - 1);
	const from = startOfDay(zone, firstDay);
	// Local, so that the comparison ends at the same time of day also across a change of the clocks.
	const sinceMidnight = now - startOfDay(zone, today);
	return {
		span: {from, to: now},
		before: {
			from: startOfDay(zone, firstDay - count),
			to: Math.min(startOfDay(zone, today - count) + sinceMidnight, from),
		},
		unit,
		bucketStarts: bucketsFrom(from, now, zone, unit),
	};
}

/** Up to the moment, where that comes before the end. */
function placeSpan(written: Span, now: number, zone: Zone): Placed {
	const lastDay = localDay(zone, now - 1);
	const to = Number.isFinite(written.to) ? written.to : startOfDay(zone, lastDay + 1);
	const from = Math.min(written.from, now - 1);
	const unit = unitOf(to - from);
	const firstDay = localDay(zone, from);
	const endDay = localDay(zone, to);
	if (from === startOfDay(zone, firstDay) && to === startOfDay(zone, endDay)) {
		return days(firstDay, endDay - firstDay, now, zone, unit);
	}
	return {
		span: {from, to: now},
		before: {from: from - (to - from), to: Math.min(now - (to - from), from)},
		unit,
		bucketStarts: bucketsFrom(from, now, zone, unit),
	};
}

/** Buckets by the clock; the first may begin in the middle of one. */
function bucketsFrom(from: number, now: number, zone: Zone, unit: BucketUnit): number[] {
	switch (unit) {
		case 'minute':
			return stepsFrom(from, now, minuteMs);
		case 'hour':
			return [from, ...stepsFrom(startOfHour(zone, from) + hourMs, now, hourMs)];
		default: {
			const starts = [from];
			const lastDay = localDay(zone, now - 1);
			for (let day = localDay(zone, from) + 1; day <= lastDay; day++) {
				if (unit === 'day' || new Date(day * dayMs).getUTCDate() === 1) {
					starts.push(startOfDay(zone, day));
				}
			}
			return starts;
		}
	}
}

function stepsFrom(from: number, now: number, stepMs: number): number[] {
	const starts: number[] = [];
	for (let start = from; start < now; start += stepMs) {
		starts.push(start);
	}
	return starts;
}
