import {dayMs} from '../../business-time.ts';
import {parseDuration} from '../../duration.ts';

/** Timers cannot wait for a month. */
const longestMs = 24 * dayMs;

/**
 * Reads a time between two looks, views or the like.
 *
 * @returns milliseconds
 * @throws RangeError that names the value and says how to write it
 */
export function parsePause(text: string): number {
	const ms = parseDuration(text);
	if (ms === undefined) {
		throw new RangeError(`"${text}" is no time: write a number and a unit, such as 15s, 5m or 1h`);
	}
	if (ms > longestMs) {
		throw new RangeError(`"${text}" is too long: write 24d or less`);
	}
	return ms;
}
