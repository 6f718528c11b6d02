import {dayMs, hourMs, isoDate, minuteMs, utcOfLocal, type Zone} from '../business-time.ts';

/** Reads what a source writes for a moment. @returns UTC milliseconds; nothing when it cannot be read */
export type MomentReader = (text: string) => number | undefined;

const isoPattern =
	/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads ISO-like moments: `2010-12-01 08:26:00`, `2010-12-01T08:26Z`, `2010/12/01`. Without an offset
 * they are local times of the business zone, and a date alone is the beginning of its day.
 *
 * A format of some other kind gets a reader of its own beside this one.
 */
export function isoMoments(zone: Zone): MomentReader {
	// The lines of an order follow one another and bear one moment.
	let last: {readonly text: string; readonly moment: number | undefined} = {text: '', moment: undefined};
	return text => {
		if (text !== last.text) {
			last = {text, moment: readIso(text, zone)};
		}
		return last.moment;
	};
}

function readIso(text: string, zone: Zone): number | undefined {
	const match = isoPattern.exec(text);
	if (!match) {
		return undefined;
	}
	const [, year, , month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
	const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
	// Date.UTC carries 30 February over into March, and takes the year 99 for 1999.
	const isDate =
		isoDate(Math.floor(date / dayMs)) === `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
	if (!isDate || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
		return undefined;
	}
	const local =
		date +
		Number(hour) * hourMs +
		Number(minute) * minuteMs +
		Number(second) * 1000 +
		Number(fraction.padEnd(3, '0').slice(0, 3));
	if (offset === undefined) {
		return utcOfLocal(zone, local);
	}
	const offsetMs = readOffset(offset);
	return offsetMs === undefined ? undefined : local - offsetMs;
}

function readOffset(text: string): number | undefined {
	if (/^[a-z]/i.test(text)) {
		return 0;
	}
	const digits = text.slice(1).replace(':', '').padEnd(4, '0');
	const offsetMs = Number(digits.slice(0, 2)) * hourMs + Number(digits.slice(2)) * minuteMs;
	return offsetMs > dayMs ? undefined : text.startsWith('-') ? -offsetMs : offsetMs;
}
