import {expect, test} from 'vitest';
import {openZone} from '../../source/business-time.ts';
import {resolveWindow} from '../../source/dashboard/window.ts';
import type {WindowName} from '../../source/dashboard/window-name.ts';

const paris = openZone('Europe/Paris');
const iso = (utcMs: number) => new Date(utcMs).toISOString();
const at = Date.parse('2026-11-20T17:57:12.345Z');

test.each<[WindowName, string, string, string, number]>([
	['15m', '2026-11-20T17:43:00.000Z', '2026-11-20T17:28:00.000Z', '2026-11-20T17:42:12.345Z', 15],
	['1h', '2026-11-20T16:58:00.000Z', '2026-11-20T15:58:00.000Z', '2026-11-20T16:57:12.345Z', 60],
	['24h', '2026-11-19T18:00:00.000Z', '2026-11-18T18:00:00.000Z', '2026-11-19T17:57:12.345Z', 24],
	['7d', '2026-11-13T23:00:00.000Z', '2026-11-06T23:00:00.000Z', '2026-11-13T17:57:12.345Z', 163],
	['30d', '2026-10-21T22:00:00.000Z', '2026-09-21T22:00:00.000Z', '2026-10-21T16:57:12.345Z', 30],
	['90d', '2026-08-22T22:00:00.000Z', '2026-05-24T22:00:00.000Z', '2026-08-22T16:57:12.345Z', 90],
])('%s begins at %s and is compared with %s to %s', (name, from, comparisonFrom, comparisonTo, buckets) => {
	const window = resolveWindow(name, at, paris, undefined);
	expect(iso(window.span.from)).toBe(from);
	expect(window.span.to).toBe(at);
	expect([iso(window.comparisons.before.from), iso(window.comparisons.before.to)]).toEqual([
		comparisonFrom,
		comparisonTo,
	]);
	expect(window.bucketStarts).toHaveLength(buckets);
	expect(window.bucketStarts[0]).toBe(window.span.from);
	expect(window.bucketStarts.at(-1)).toBeLessThanOrEqual(at);
});

test('all begins on the day of the first order, by day for a year and by month beyond', () => {
	const year = resolveWindow('all', at, paris, Date.parse('2026-01-10T12:00:00Z'));
	expect(iso(year.span.from)).toBe('2026-01-09T23:00:00.000Z');
	expect([year.unit, year.bucketStarts.length]).toEqual(['day', 315]);
	const decade = resolveWindow('all', at, paris, Date.parse('2016-11-20T12:00:00Z'));
	expect([decade.unit, decade.bucketStarts.length]).toEqual(['month', 121]);
	expect(iso(decade.bucketStarts[1]!)).toBe('2016-11-30T23:00:00.000Z');
	expect(resolveWindow('all', at, paris, undefined).bucketStarts).toHaveLength(1);
});

test('a day of 25 hours has 25 buckets', () => {
	const window = resolveWindow('7d', Date.parse('2026-10-25T22:59:00Z'), paris, undefined);
	expect(window.bucketStarts).toHaveLength(6 * 24 + 25);
});
