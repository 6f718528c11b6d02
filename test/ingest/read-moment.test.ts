import {expect, test} from 'vitest';
import {openZone, utcOfLocal} from '../../source/business-time.ts';
import {isoMoments} from '../../source/ingest/read-moment.ts';

const london = openZone('Europe/London');
const read = isoMoments(openZone('America/New_York'));
const iso = (utcMs: number | undefined) => (utcMs === undefined ? undefined : new Date(utcMs).toISOString());

test.each([
	['2010-12-01 08:26:00', '2010-12-01T13:26:00.000Z'],
	['2010-12-01T08:26', '2010-12-01T13:26:00.000Z'],
	['2010-07-01 08:26:30.5', '2010-07-01T12:26:30.500Z'],
	['2010-12-01T08:26Z', '2010-12-01T08:26:00.000Z'],
	['2010-12-01 08:26:00 UTC', '2010-12-01T08:26:00.000Z'],
	['2010-12-01T08:26:00+05:30', '2010-12-01T02:56:00.000Z'],
	['2010-12-01T08:26:00-0800', '2010-12-01T16:26:00.000Z'],
	['2010-12-01', '2010-12-01T05:00:00.000Z'],
	['2010/12/1', '2010-12-01T05:00:00.000Z'],
	['2012-02-29', '2012-02-29T05:00:00.000Z'],
])('%s in New York is %s', (text, moment) => {
	expect(iso(read(text))).toBe(moment);
});

test.each([
	'2010-02-29',
	'2010-13-01',
	'2010-12-00',
	'2010-12-01 24:00',
	'2010-12-01 08:60',
	'2010-12/01',
	'0099-01-01',
	'yesterday',
	'1/12/2010',
])('%s is no moment', text => {
	expect(read(text)).toBeUndefined();
});

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
