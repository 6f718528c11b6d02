import {expect, test} from 'vitest';
import {mainSeason, periodStart, visibleSeasons} from '../../../source/analytics/forecast/unit.ts';

const day = (iso: string) => Date.parse(iso) / 86_400_000;

test('periods follow the calendar', () => {
	expect(periodStart('month', day('1960-11-01'), 3)).toBe(day('1961-02-01'));
	expect(periodStart('month', day('2026-01-31'), 1)).toBe(day('2026-02-28'));
	expect(periodStart('quarter', day('2026-10-01'), 1)).toBe(day('2027-01-01'));
	expect(periodStart('year', day('2024-02-29'), 1)).toBe(day('2025-02-28'));
	expect(periodStart('week', day('2026-11-20'), 2)).toBe(day('2026-12-04'));
	expect(periodStart('hour', day('2026-11-20'), 25)).toBeCloseTo(day('2026-11-21T01:00Z'), 9);
});

test('days have a weekly season, and a yearly one from two years on', () => {
	expect(visibleSeasons('day', 20)).toEqual([]);
	expect(visibleSeasons('day', 90)).toEqual([7]);
	expect(visibleSeasons('day', 730)).toEqual([7, 365]);
	expect(mainSeason('day', 5)).toBe(7);
	expect(mainSeason('month', 35)).toBe(1);
	expect(mainSeason('month', 36)).toBe(12);
	expect(mainSeason('year', 200)).toBe(1);
});
