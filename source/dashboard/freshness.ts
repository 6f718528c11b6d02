import type {Freshness} from './dashboard.ts';

/** How many of the latest sales tell what gap is usual. */
const gapsLooked = 20;
const gapsNeeded = 5;

/** Below this silence nothing is late, however fast sales usually come. */
const alwaysLiveMs = 10_000;
/** Where too few sales tell what is usual. */
const defaultGapMs = 60_000;

/**
 * How fresh the picture is, against the usual gap between sales: up to 5 gaps it is live, up to 30
 * it is late, then stale.
 *
 * @param saleTimes of the latest sales, latest first
 */
export function freshnessOf(saleTimes: readonly number[], now: number): Freshness {
	const lastSaleAt = saleTimes[0];
	const usualGapMs = medianGap(saleTimes.slice(0, gapsLooked + 1));
	if (lastSaleAt === undefined) {
		return {lastSaleAt, usualGapMs, state: 'empty'};
	}
	const silenceMs = now - lastSaleAt;
	const gapMs = usualGapMs ?? defaultGapMs;
	const state =
		silenceMs <= Math.max(alwaysLiveMs, 5 * gapMs)
			? 'live'
			: silenceMs <= Math.max(6 * alwaysLiveMs, 30 * gapMs)
				? 'late'
				: 'stale';
	return {lastSaleAt, usualGapMs, state};
}

function medianGap(saleTimes: readonly number[]): number | undefined {
	const gaps = saleTimes.slice(1).map((at, index) => saleTimes[index]! - at);
	if (gaps.length < gapsNeeded) {
		return undefined;
	}
	gaps.sort((a, b) => a - b);
	return gaps[Math.floor(gaps.length / 2)];
}
