import {expect, test} from 'vitest';
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
