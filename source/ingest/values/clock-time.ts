import {hourMs, minuteMs} from '../../business-time.ts';

/** What may follow a date: a time of day, and an offset from UTC. */
export type ClockTime = {
	/** Since midnight, in milliseconds. */
	readonly sinceMidnightMs: number;
	/** Local time minus UTC, in milliseconds; absent where none is written. */
	readonly offsetMs: number | undefined;
};

const clock =
	/^(?:(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?\s*([AaPp])\.?\s?[Mm]\.?|(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:([A-Za-z]{1,4})?([+-]\d{2}(?::?\d{2})?)?)?(?:\s*\([^)]*\))?$/;

/** Hours from UTC of the names that exports write after a time. */
const namedOffsets: Readonly<Record<string, number>> = {
	Z: 0,
	UTC: 0,
	GMT: 0,
	WET: 0,
	BST: 1,
	WEST: 1,
	CET: 1,
	MEZ: 1,
	CEST: 2,
	MESZ: 2,
	EET: 2,
	EEST: 3,
	IST: 5.5,
	JST: 9,
	AEST: 10,
	AEDT: 11,
	EST: -5,
	EDT: -4,
	CST: -6,
	CDT: -5,
	MST: -7,
	MDT: -6,
	PST: -8,
	PDT: -7,
	BRT: -3,
};

/** Reads `08:26`, `8:26:30 PM`, `08:26:30.5 +0100`, `14h30`, `12:06:12 AM PST`, or nothing, which is midnight. */
export function readClockTime(text: string): ClockTime | undefined {
	if (text === '') {
		return {sinceMidnightMs: 0, offsetMs: undefined};
	}
	const match = clock.exec(text);
	if (!match) {
		return undefined;
	}
	const half = match[5]?.toLowerCase();
	const hour = Number(match[1] ?? match[6] ?? 0);
	const minute = Number(match[2] ?? match[7] ?? 0);
	const second = Number(match[3] ?? match[8] ?? 0);
	const fraction = Number((match[4] ?? match[9] ?? '').padEnd(3, '0').slice(0, 3));
	const offset = readOffset(match[10], match[11]);
	const isHour = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
	if (!isHour || minute > 59 || second > 59 || offset === 'unknown') {
		return undefined;
	}
	const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
	return {
		sinceMidnightMs: hours * hourMs + minute * minuteMs + second * 1000 + fraction,
		offsetMs: offset,
	};
}

function readOffset(name: string | undefined, digits: string | undefined): number | undefined | 'unknown' {
	const named = name === undefined ? undefined : namedOffsets[name.toUpperCase()];
	if (name !== undefined && (named === undefined || (digits !== undefined && named !== 0))) {
		return 'unknown';
	}
	if (digits === undefined) {
		return named === undefined ? undefined : named * hourMs;
	}
	const [hours, minutes] = [digits.slice(1, 3), digits.slice(3).replace(':', '') || '0'].map(Number);
	if (hours! > 24 || minutes! > 59) {
		return 'unknown';
	}
	const size = hours! * hourMs + minutes! * minuteMs;
	return digits.startsWith('-') ? -size : size;
}
