import type {Zone} from '../business-time.ts';
import {parseMoment} from '../parse-moment.ts';
import type {Span} from './dashboard.ts';

/** The windows that the screen steps through, shortest first. */
export const windowNames = ['15m', '1h', '24h', '7d', '30d', '90d', 'all'] as const;

/**
 * A window as it is written: the last so many minutes, hours or days (`36h`), all there is, or from one
 * date or moment to another (`2026-11-01..2026-11-07`), of which the last may be left out.
 */
export type WindowName = `${number}${'m' | 'h' | 'd'}` | 'all' | `${string}..${string}`;

/** What is shown where nobody asks for anything. */
export const defaultWindow: WindowName = '24h';

/** Up to so many minutes, hours and days the buckets are minutes, hours and days; beyond, months. */
export const mostMinutes = 180;
export const mostHours = 8 * 24;
export const mostDays = 400;

/**
 * Reads a window that somebody wrote, also `2w` and a date alone.
 *
 * @returns it as it is written here
 * @throws RangeError that says how to write it
 */
export function parseWindow(text: string, zone: Zone): WindowName {
	const given = text.trim();
	if (given.toLowerCase() === 'all') {
		return 'all';
	}
	const [, count, unit] = /^(\d{1,5}) ?(m|min|h|d|w)$/i.exec(given) ?? [];
	if (unit !== undefined && Number(count) > 0) {
		return lastOf(Number(count), unit.charAt(0).toLowerCase());
	}
	const [, from = '', to = ''] = /^(.+?) *\.\. *(.*)$/.exec(given) ?? [undefined, given, given];
	const name: WindowName = `${from}..${to}`;
	const span = parsing(() => writtenSpan(name, zone));
	if (span.from >= span.to) {
		throw new RangeError('it ends before it begins');
	}
	return name;
}

function parsing<Result>(parse: () => Result): Result {
	try {
		return parse();
	} catch (error) {
		throw new RangeError(
			'write how long, such as 15m, 36h, 30d or all, or from when to when, such as 2026-11-01..2026-11-07',
			{cause: error},
		);
	}
}

function lastOf(count: number, unit: string): WindowName {
	switch (unit) {
		case 'm':
			if (count % 60 === 0) {
				return lastOf(count / 60, 'h');
			}
			if (count <= mostMinutes) {
				return `${count}m`;
			}
			break;
		case 'h':
			if (count <= mostHours) {
				return `${count}h`;
			}
			if (count % 24 === 0) {
				return `${count / 24}d`;
			}
			break;
		case 'd':
			return `${count}d`;
		default:
			return `${7 * count}d`;
	}
	throw new RangeError('so long a window counts by larger units: write it in hours or days');
}

/** Whether a window stands still in time. */
export function isSpan(name: WindowName): name is `${string}..${string}` {
	return name.includes('..');
}

/**
 * Nothing can have been sold in a window that lies ahead.
 *
 * @throws RangeError that says so
 */
export function assertBegun(name: WindowName, now: number, zone: Zone): void {
	if (isSpan(name) && writtenSpan(name, zone).from >= now) {
		throw new RangeError('it has not begun: write from when to when of what has passed');
	}
}

/** From when to when a window was written; without an end it has none. A date alone is the whole day. */
export function writtenSpan(name: `${string}..${string}`, zone: Zone): Span {
	const [from = '', to = ''] = name.split('..');
	return {
		from: parseMoment(from, zone, 'start'),
		to: to === '' ? Number.POSITIVE_INFINITY : parseMoment(to, zone),
	};
}
