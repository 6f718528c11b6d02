import {expect, test} from 'vitest';
import {openZone, utcOfLocal} from '../source/business-time.ts';

const london = openZone('Europe/London');
const iso = (utcMs: number) => new Date(utcMs).toISOString();

test.each([
	['before summer time', '2026-03-29T00:59', '2026-03-29T00:59'],
	['skipped when clocks go forward', '2026-03-29T01:30', '2026-03-29T01:30'],
	['after it has begun', '2026-03-29T02:00', '2026-03-29T01:00'],
	['the first of two when clocks go back', '2026-10-25T01:30', '2026-10-25T00:30'],
	['after it has ended', '2026-10-25T02:00', '2026-10-25T02:00'],
])('a local time %s has its moment', (_, local, utc) => {
	expect(iso(utcOfLocal(london, Date.parse(`${local}Z`)))).toBe(`${utc}:00.000Z`);
});

test('local times of every hour of a year lead back to themselves, but for the hour that never comes', () => {
	const hourMs = 3_600_000;
	const start = Date.UTC(2026, 0, 1);
	const astray = Array.from({length: 365 * 24}, (_, hour) => start + hour * hourMs).filter(local => {
		const moment = utcOfLocal(london, local);
		return moment + london.offsetAt(moment) !== local;
	});
	expect(astray.map(iso)).toEqual(['2026-03-29T01:00:00.000Z']);
});
