import {
	dayMs,
	hourMs,
	isoDate,
	localDay,
	minuteMs,
	startOfDay,
	startOfHour,
	utcOfLocal,
	type Zone,
} from '../business-time.ts';
import type {Dashboard, Span} from './dashboard.ts';
import type {Scope} from './scope.ts';
import {isSpan, type WindowName, windowNames, writtenSpan} from './window-name.ts';

/** Where a dashboard stands in time. */
export type Standing = Pick<Dashboard, 'asOf' | 'window' | 'present' | 'firstSaleAt'>;

export type TravelStep = 'back' | 'forward' | 'dayBack' | 'dayForward' | 'first' | 'now';

/** Moves a scope through time; the window stays as long as it is, and playing ends. */
export function travel(scope: Scope, step: TravelStep, standing: Standing, zone: Zone): Scope {
	const still = {...scope, speed: undefined};
	const from = scope.asOf ?? standing.asOf;
	switch (step) {
		case 'now':
			return {...withoutSpan(still, standing), asOf: undefined};
		case 'first':
			return {...withoutSpan(still, standing), asOf: firstMoment(standing)};
		case 'dayBack':
		case 'dayForward':
			return arrive(still, from, daysLater(from, step === 'dayBack' ? -1 : 1, zone), standing, zone);
		case 'back':
		case 'forward': {
			const stepMs = partOf(lengthOf(standing));
			const target = from + (step === 'back' ? -stepMs : stepMs);
			const round = roundTo(stepMs, target, zone);
			const isOnTheWay = step === 'back' ? round < from : round > from;
			return arrive(still, from, isOnTheWay ? round : target, standing, zone);
		}
	}
}

function arrive(scope: Scope, from: number, to: number, standing: Standing, zone: Zone): Scope {
	if (isSpan(scope.window) && scope.asOf === undefined) {
		return {...scope, window: shifted(writtenSpan(scope.window, zone), to - from, zone)};
	}
	if (to >= standing.present) {
		return {...scope, asOf: undefined};
	}
	return {...scope, asOf: Math.max(to, firstMoment(standing))};
}

/** The first moment at which something was sold. */
function firstMoment({firstSaleAt, present}: Standing): number {
	return (firstSaleAt ?? present - 1) + 1;
}

const lengthOf = ({window, firstSaleAt}: Standing) =>
	window.to - (window.name === 'all' ? Math.max(window.from, firstSaleAt ?? window.from) : window.from);

const parts = [
	minuteMs,
	5 * minuteMs,
	15 * minuteMs,
	hourMs,
	6 * hourMs,
	12 * hourMs,
	dayMs,
	7 * dayMs,
	30 * dayMs,
	90 * dayMs,
];

/** A good third of a window, in a round unit. */
function partOf(lengthMs: number): number {
	return parts.findLast(part => 3 * part <= 1.1 * lengthMs) ?? minuteMs;
}

function roundTo(stepMs: number, moment: number, zone: Zone): number {
	if (stepMs < hourMs) {
		return Math.round(moment / stepMs) * stepMs;
	}
	return stepMs < dayMs
		? startOfHour(zone, moment + hourMs / 2)
		: startOfDay(zone, localDay(zone, moment + dayMs / 2));
}

function daysLater(moment: number, count: number, zone: Zone): number {
	return utcOfLocal(zone, moment + zone.offsetAt(moment) + count * dayMs);
}

/** A window that was written from when to when, some time earlier or later. */
function shifted({from, to}: Span, byMs: number, zone: Zone): WindowName {
	const isWhole = (moment: number) => moment === startOfDay(zone, localDay(zone, moment));
	const end = Number.isFinite(to) ? to : from;
	if (isWhole(from) && isWhole(end)) {
		const days = Math.sign(byMs) * Math.max(1, Math.round(Math.abs(byMs) / dayMs));
		const last = Number.isFinite(to) ? isoDate(localDay(zone, to) - 1 + days) : '';
		return `${isoDate(localDay(zone, from) + days)}..${last}`;
	}
	const written = (moment: number) => {
		const later = moment + byMs;
		return new Date(later + zone.offsetAt(later)).toISOString().slice(0, 16);
	};
	return `${written(from)}..${Number.isFinite(to) ? written(to) : ''}`;
}

/** The same scope with a window that moves, about as long as the one that stood still. */
function withoutSpan(scope: Scope, standing: Standing): Scope {
	return isSpan(scope.window) ? {...scope, window: nearestName(lengthOf(standing))} : scope;
}

const lengths = new Map<WindowName, number>([
	['15m', 15 * minuteMs],
	['1h', hourMs],
	['24h', dayMs],
	['7d', 7 * dayMs],
	['30d', 30 * dayMs],
	['90d', 90 * dayMs],
	['all', Number.POSITIVE_INFINITY],
]);

function nearestName(lengthMs: number): WindowName {
	return windowNames.find(name => lengths.get(name)! >= lengthMs) ?? 'all';
}

/** The next longer or shorter window, as of the same moment; stops at the ends. */
export function zoom(scope: Scope, direction: 'longer' | 'shorter', standing: Standing): Scope {
	const index = windowNames.indexOf(scope.window as (typeof windowNames)[number]);
	if (index >= 0) {
		const next = windowNames[index + (direction === 'longer' ? 1 : -1)];
		return {...scope, window: next ?? scope.window};
	}
	const isPast = standing.asOf < standing.present;
	const lengthMs = lengthOf(standing);
	const window =
		direction === 'longer'
			? windowNames.find(name => lengths.get(name)! > lengthMs)
			: windowNames.findLast(name => lengths.get(name)! < lengthMs);
	return {
		...scope,
		window: window ?? (direction === 'longer' ? 'all' : '15m'),
		asOf: scope.asOf ?? (isSpan(scope.window) && isPast ? standing.asOf : undefined),
	};
}

/** How many times as fast as life the past can be played. */
const speeds = [60, 300, 900, 3600, 21_600, 86_400, 604_800] as const;

/** About how long a whole window takes to play, in seconds. */
const windowSeconds = 24;

/** Plays from where the scope stands, from the present its window again; what is played goes faster. */
export function play(scope: Scope, standing: Standing): Scope {
	if (scope.speed !== undefined) {
		return changeSpeed(scope, 'faster');
	}
	const wanted = lengthOf(standing) / 1000 / windowSeconds;
	const distance = (speed: number) => Math.abs(Math.log(speed / wanted));
	const speed = [...speeds].sort((a, b) => distance(a) - distance(b))[0];
	const asOf = scope.asOf ?? Math.max(standing.window.from + 1, firstMoment(standing));
	return {...scope, asOf, speed};
}

/** After the fastest comes the slowest. */
export function changeSpeed(scope: Scope, to: 'faster' | 'slower'): Scope {
	const index = (speeds as readonly number[]).indexOf(scope.speed ?? 0);
	const next = (index + (to === 'faster' ? 1 : -1) + speeds.length) % speeds.length;
	return scope.speed === undefined ? scope : {...scope, speed: speeds[next]};
}

/** Where a scope that is played stands some time later; at the present it is the present again. */
export function playOn(scope: Scope, elapsedMs: number, present: number, zone: Zone): Scope {
	if (scope.speed === undefined || scope.asOf === undefined) {
		return scope;
	}
	const asOf = scope.asOf + scope.speed * elapsedMs;
	const end = isSpan(scope.window) ? Math.min(writtenSpan(scope.window, zone).to, present) : present;
	return asOf >= end ? {...scope, asOf: undefined, speed: undefined} : {...scope, asOf};
}
