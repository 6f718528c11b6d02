import {dayMs} from '../business-time.ts';
import {parseDuration} from '../duration.ts';

/** The fastest and slowest pace, as milliseconds from one sale to the next: 10,000 a second, one a day. */
const shortestMs = 0.1;
const longestMs = dayMs;

/**
 * Reads the time from one sale to the next, such as `2s`, `500ms` or `1m`.
 *
 * @returns milliseconds.
 * @throws RangeError that names the value and says how to write it.
 */
export function parseInterval(text: string): number {
	const ms = parseDuration(text);
	if (ms === undefined) {
		throw new RangeError(`"${text}" is no interval: write a number and a unit, such as 2s, 500ms or 1m`);
	}
	return withinReach(ms, `the interval "${text}"`);
}

/**
 * Reads a number of sales per time, such as `50/s` or `30/min`; a number alone is per second.
 *
 * @returns milliseconds from one sale to the next.
 * @throws RangeError that names the value and says how to write it.
 */
export function parseRate(text: string): number {
	const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(?:\/\s*([a-z]+))?$/i.exec(text.trim());
	const unit = parseDuration(`1${match?.[2] ?? 's'}`);
	if (!match || unit === undefined) {
		throw new RangeError(`"${text}" is no rate: write sales per time, such as 50/s, 30/min or 10`);
	}
	const count = Number(match[1]);
	if (count === 0) {
		throw new RangeError(
			`the rate "${text}" sells nothing: use a rate above 0, or attach without a producer`,
		);
	}
	return withinReach(unit / count, `the rate "${text}"`);
}

function withinReach(intervalMs: number, what: string): number {
	if (intervalMs < shortestMs) {
		throw new RangeError(`${what} is too fast: the most is 10000/s, a sale every 0.1ms`);
	}
	if (intervalMs > longestMs) {
		throw new RangeError(`${what} is too slow: the least is a sale every 24h`);
	}
	return intervalMs;
}

const ladder = [
	0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000,
] as const;

/** The next step of the ladder towards more sales; the same where there is none. */
export function fasterInterval(intervalMs: number): number {
	return ladder.findLast(step => step < intervalMs) ?? intervalMs;
}

/** The next step of the ladder towards fewer sales; the same where there is none. */
export function slowerInterval(intervalMs: number): number {
	return ladder.find(step => step > intervalMs) ?? intervalMs;
}
