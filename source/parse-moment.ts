import {dayMs, hourMs, localDay, minuteMs, startOfDay, type Zone} from './business-time.ts';

const pattern =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads until when something counts, or from when. A date alone means to its end, or from its start; a
 * time without an offset is one of the business zone.
 *
 * @returns UTC milliseconds of the first moment that no longer counts, or that counts
 * @throws RangeError that names the value
 */
export function parseMoment(text: string, zone: Zone, edge: 'start' | 'end' = 'end'): number {
	const [, date, hours, minutes, seconds = '00', fraction = '', offset] = pattern.exec(text.trim()) ?? [];
	const midnight = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
	// Date.parse turns 30 February into 1 March.
	if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) {
		throw new RangeError(
			`${text}: write a date such as 2026-11-20, or a moment such as 2026-11-20T18:30 or 2026-11-20T17:30Z`,
		);
	}
	const day = midnight / dayMs;
	if (hours === undefined) {
		return startOfDay(zone, edge === 'start' ? day : day + 1);
	}
	if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
		throw new RangeError(`${text}: there is no such time of day`);
	}
	const time =
		Number(hours) * hourMs +
		Number(minutes) * minuteMs +
		Number(seconds) * 1000 +
		Number(fraction.padEnd(3, '0'));
	if (offset !== undefined) {
		return midnight + time - offsetMs(offset);
	}
	const guess = midnight + time - zone.offsetAt(startOfDay(zone, day));
	const moment = midnight + time - zone.offsetAt(guess);
	return localDay(zone, moment) < day ? startOfDay(zone, day) : moment;
}

/**
 * The same for the value of a flag, which the error names.
 *
 * @throws RangeError that names the flag and the value
 */
export function namedMoment(flag: string, text: string, zone: Zone, edge?: 'start' | 'end'): number {
	try {
		return parseMoment(text, zone, edge);
	} catch (error) {
		throw error instanceof RangeError ? new RangeError(`${flag} ${error.message}`, {cause: error}) : error;
	}
}

function offsetMs(offset: string): number {
	if (/z/i.test(offset)) {
		return 0;
	}
	const sign = offset.startsWith('-') ? -1 : 1;
	return sign * (Number(offset.slice(1, 3)) * hourMs + Number(offset.slice(-2)) * minuteMs);
}
