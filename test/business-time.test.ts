import {describe, expect, test} from 'vitest';
import {
	dayMs,
	hourMs,
	hourOfDay,
	isoDate,
	localDay,
	nextOffsetChange,
	openZone,
	startOfDay,
	startOfHour,
	weekdayOfDay,
} from '../source/business-time.ts';

const moment = (iso: string) => Date.parse(iso);

// Offsets and changes from the IANA time zone database.
test.each([
	['Europe/Paris', '2026-03-29T00:59:59Z', 60],
	['Europe/Paris', '2026-03-29T01:00:00Z', 120],
	['Europe/Paris', '2026-10-25T00:59:59Z', 120],
	['Europe/Paris', '2026-10-25T01:00:00Z', 60],
	['America/New_York', '2010-03-14T06:59:59Z', -300],
	['America/New_York', '2010-03-14T07:00:00Z', -240],
	['Asia/Kathmandu', '2026-06-01T00:00:00Z', 345],
	['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 660],
	['Australia/Lord_Howe', '2026-07-01T00:00:00Z', 630],
	['UTC', '2026-06-01T00:00:00Z', 0],
])('%s at %s is %i minutes ahead of UTC', (name, iso, minutes) => {
	expect(openZone(name).offsetAt(moment(iso))).toBe(minutes * 60_000);
});

test.each([
	'Europe/Paris',
	'America/New_York',
	'Asia/Kathmandu',
	'Africa/Casablanca',
	'Pacific/Apia',
	'Australia/Lord_Howe',
])('in %s every moment of two years lies in the day and the hour that hold it', name => {
	const zone = openZone(name);
	const formatter = new Intl.DateTimeFormat('sv-SE', {
		timeZone: name,
		dateStyle: 'short',
		timeStyle: 'short',
	});
	for (let at = moment('2025-01-01T00:00:00Z'); at < moment('2027-01-01T00:00:00Z'); at += 7.3 * hourMs) {
		const [date, time] = formatter.format(at).split(' ');
		const day = localDay(zone, at);
		expect([isoDate(day), hourOfDay(zone, at)]).toEqual([date, Number(time!.slice(0, 2))]);
		expect(startOfDay(zone, day)).toBeLessThanOrEqual(at);
		expect(startOfDay(zone, day + 1)).toBeGreaterThan(at);
		expect(at - startOfHour(zone, at)).toBeLessThan(hourMs);
		expect(localDay(zone, startOfDay(zone, day))).toBe(day);
		expect(localDay(zone, startOfDay(zone, day) - 1)).toBe(day - 1);
	}
});

describe('where clocks skip midnight', () => {
	test('the day begins at the first moment after it', () => {
		// Beirut went from Saturday 23:59:59 to Sunday 01:00:00.
		const zone = openZone('Asia/Beirut');
		const sunday = moment('2024-03-31T00:00:00Z') / dayMs;
		expect(new Date(startOfDay(zone, sunday)).toISOString()).toBe('2024-03-30T22:00:00.000Z');
	});
});

test('the next change of the offset is found, and a zone without one has none for a year', () => {
	expect(
		new Date(nextOffsetChange(openZone('Europe/Paris'), moment('2026-11-20T00:00:00Z'))).toISOString(),
	).toBe('2027-03-28T01:00:00.000Z');
	expect(nextOffsetChange(openZone('UTC'), moment('2026-11-20T00:00:00Z'))).toBe(
		moment('2028-01-01T00:00:00Z'),
	);
});

test('weeks begin on Monday', () => {
	expect(weekdayOfDay(moment('2026-11-20T00:00:00Z') / dayMs)).toBe(4);
	expect(weekdayOfDay(0)).toBe(3);
	expect(weekdayOfDay(-4)).toBe(6);
});

test('an unknown zone is named, with what to write instead', () => {
	expect(() => openZone('Paris')).toThrow('unknown time zone "Paris": use an IANA name such as Europe/Paris');
});
