export const minuteMs = 60_000;
export const quarterHourMs = 15 * minuteMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/**
 * The business time zone: what turns UTC milliseconds into the days and hours of the shop.
 *
 * A *local* time is UTC milliseconds plus the zone's offset, so that integer arithmetic gives its
 * day and its hour.
 */
export type Zone = {
	/** IANA name, for example `Europe/Paris`. */
	readonly name: string;
	/** Local time minus UTC at that moment, in milliseconds. */
	readonly offsetAt: (utcMs: number) => number;
	/** The moments of that UTC year from which each offset holds, ascending; the first is its start. */
	readonly offsetsOfYear: (year: number) => readonly ZoneOffset[];
};

export type ZoneOffset = {readonly since: number; readonly offsetMs: number};

/** The zone that the system runs in. */
export function systemZoneName(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Opens a zone by its IANA name.
 *
 * @throws RangeError that names the value when no such zone is known.
 */
export function openZone(name: string): Zone {
	const probe = offsetProbe(name);
	const years = new Map<number, readonly ZoneOffset[]>();
	const offsetsOfYear = (year: number) => {
		let offsets = years.get(year);
		if (!offsets) {
			offsets = findOffsets(probe, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
			years.set(year, offsets);
		}
		return offsets;
	};
	return {
		name,
		offsetsOfYear,
		offsetAt(utcMs) {
			const offsets = offsetsOfYear(new Date(utcMs).getUTCFullYear());
			let index = offsets.length - 1;
			while (index > 0 && offsets[index]!.since > utcMs) {
				index--;
			}
			return offsets[index]!.offsetMs;
		},
	};
}

/** Asks Intl for local time minus UTC: right, but microseconds a call. */
function offsetProbe(name: string): (utcMs: number) => number {
	let formatter: Intl.DateTimeFormat;
	try {
		formatter = new Intl.DateTimeFormat('en-US', {
			timeZone: name,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	} catch (error) {
		throw new RangeError(
			`unknown time zone "${name}": use an IANA name such as Europe/Paris, America/New_York or UTC`,
			{cause: error},
		);
	}
	return utcMs => {
		const part = {year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0};
		for (const {type, value} of formatter.formatToParts(utcMs)) {
			if (type in part) {
				part[type as keyof typeof part] = Number(value);
			}
		}
		const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
		return local - Math.floor(utcMs / 1000) * 1000;
	};
}

/** Looks twice a month, because some zones leave summer time for little more than a month. */
function findOffsets(probe: (utcMs: number) => number, from: number, to: number): ZoneOffset[] {
	const stepMs = 15 * dayMs;
	const offsets: ZoneOffset[] = [{since: from, offsetMs: probe(from)}];
	for (let start = from; start < to; start += stepMs) {
		const end = Math.min(start + stepMs, to - 1);
		const before = offsets.at(-1)!.offsetMs;
		const after = probe(end);
		if (after !== before) {
			offsets.push({since: firstMinuteWithout(probe, before, start, end), offsetMs: after});
		}
	}
	return offsets;
}

function firstMinuteWithout(
	probe: (utcMs: number) => number,
	offset: number,
	start: number,
	end: number,
): number {
	let before = Math.floor(start / minuteMs);
	let after = Math.ceil(end / minuteMs);
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (probe(middle * minuteMs) === offset) {
			before = middle;
		} else {
			after = middle;
		}
	}
	return after * minuteMs;
}

/** The first moment after the given one at which the offset changes; the year after next at the latest. */
export function nextOffsetChange(zone: Zone, utcMs: number): number {
	const year = new Date(utcMs).getUTCFullYear();
	const offset = zone.offsetAt(utcMs);
	for (const candidate of [year, year + 1]) {
		const change = zone
			.offsetsOfYear(candidate)
			.find(({since, offsetMs}) => since > utcMs && offsetMs !== offset);
		if (change) {
			return change.since;
		}
	}
	return Date.UTC(year + 2, 0, 1);
}

/** Days since 1970-01-01 of the local day that holds the moment. */
export function localDay(zone: Zone, utcMs: number): number {
	return Math.floor((utcMs + zone.offsetAt(utcMs)) / dayMs);
}

/** 0 to 23. */
export function hourOfDay(zone: Zone, utcMs: number): number {
	return Math.floor((utcMs + zone.offsetAt(utcMs)) / hourMs) % 24;
}

/** 0 for Monday to 6 for Sunday, of a count of days since 1970-01-01. */
export function weekdayOfDay(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}

/**
 * The UTC moment of a local time. Where clocks are put back and it comes twice it is the first of the
 * two; where they are put forward and it never comes it is as much later as they were put forward.
 *
 * @param localMs as if it were UTC, in milliseconds
 */
export function utcOfLocal(zone: Zone, localMs: number): number {
	const before = zone.offsetAt(localMs - dayMs);
	const after = zone.offsetAt(localMs + dayMs);
	if (before === after || zone.offsetAt(localMs - before) === before) {
		return localMs - before;
	}
	return zone.offsetAt(localMs - after) === after ? localMs - after : localMs - before;
}

/** The UTC moment at which a local day begins; where clocks skip midnight, the first moment after it. */
export function startOfDay(zone: Zone, day: number): number {
	const local = day * dayMs;
	const guess = local - zone.offsetAt(local);
	const start = local - zone.offsetAt(guess);
	return localDay(zone, start) < day ? start + hourMs : start;
}

/** The UTC moment at which the local hour that holds the moment began. */
export function startOfHour(zone: Zone, utcMs: number): number {
	const offset = zone.offsetAt(utcMs);
	return Math.floor((utcMs + offset) / hourMs) * hourMs - offset;
}

/** `2026-11-20`, of a count of days since 1970-01-01. */
export function isoDate(day: number): string {
	return new Date(day * dayMs).toISOString().slice(0, 10);
}
