import {expect, test} from 'vitest';
import type {SaleExpectation} from '../../source/dashboard/expect-sales.ts';
import {freshnessOf} from '../../source/dashboard/freshness.ts';

const now = 1_000_000_000;
/** Sales that came every `gapMs`, the last of them `silenceMs` ago. */
const sales = (gapMs: number, silenceMs: number) =>
	Array.from({length: 30}, (_, index) => now - silenceMs - index * gapMs);

test.each([
	['every 2 s', 2000, 9000, 'live'],
	['every 2 s', 2000, 11_000, 'late'],
	['every 2 s', 2000, 61_000, 'stale'],
	['every 10 min', 600_000, 2_900_000, 'live'],
	['every 10 min', 600_000, 3_100_000, 'late'],
	['every 10 min', 600_000, 18_100_000, 'stale'],
	['a thousand a second', 1, 9000, 'live'],
] as const)('sales %s (%i ms) and %i ms of silence are %s', (_, gapMs, silenceMs, state) => {
	expect(freshnessOf(sales(gapMs, silenceMs), now)).toEqual({
		lastSaleAt: now - silenceMs,
		usualGapMs: gapMs,
		state,
	});
});

test('without sales it is empty, and with few a minute is taken for usual', () => {
	expect(freshnessOf([], now)).toEqual({lastSaleAt: undefined, usualGapMs: undefined, state: 'empty'});
	expect(freshnessOf([now - 299_000, now - 400_000], now).state).toBe('live');
	expect(freshnessOf([now - 301_000], now).state).toBe('late');
});

/** As on a Tuesday at 14:00 that brings a sale every 21 s, and a day like any other. */
const expectation = (silenceMs: number): SaleExpectation => ({
	at: now,
	usualSince: silenceMs / 21_000,
	usualHourly: 3_600_000 / 21_000,
	level: {shape: 1e6, scale: 1e6},
});

test.each([
	[90_000, 'live', 0.0138],
	[120_000, 'late', 0.0033],
	[260_000, 'stale', 4.2e-6],
] as const)('where 21 s are usual, %i ms of silence are %s', (silenceMs, state, probability) => {
	const freshness = freshnessOf(sales(21_000, silenceMs), now, expectation(silenceMs));
	expect(freshness.state).toBe(state);
	expect(freshness.silence!.gapMs).toBeCloseTo(21_000, 6);
	expect(freshness.silence!.probability / probability).toBeCloseTo(1, 1);
});

test('a shop that is closed is not late', () => {
	const night = {...expectation(0), usualSince: 0.4, usualHourly: 0.05};
	expect(freshnessOf(sales(60_000, 8 * 3_600_000), now, night).state).toBe('live');
	expect(freshnessOf(sales(60_000, 8 * 3_600_000), now).state).toBe('stale');
});

test('the silence goes on after the moment it was judged at', () => {
	const later = freshnessOf(sales(21_000, 90_000), now + 30_000, expectation(90_000));
	expect(later.state).toBe('late');
	expect(later.silence!.probability).toBeCloseTo(Math.exp(-120 / 21), 4);
});
