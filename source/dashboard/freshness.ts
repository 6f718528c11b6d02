import {silenceProbability} from '../analytics/insights/sale-pace.ts';
import {hourMs} from '../business-time.ts';
import type {Freshness, FreshnessState} from './dashboard.ts';
import {type SaleExpectation, usualSalesSince} from './expect-sales.ts';

/** How many of the latest sales tell what gap is usual. */
const gapsLooked = 20;
const gapsNeeded = 5;

/** Below this silence nothing is late, however fast sales usually come. */
const alwaysLiveMs = 10_000;
/** Below this nothing is stale. */
const neverStaleMs = 6 * alwaysLiveMs;
/** Where too few sales tell what is usual. */
const defaultGapMs = 60_000;

/** A silence rarer than this is late, and stale: one gap in so many is as long by chance. */
const lateBelow = 0.01;
const staleBelow = 1e-5;

/**
 * How fresh the picture is. Where the weekday and the hour tell what to expect, by how probable the
 * present silence is; else against the latest gaps: up to 5 of the usual it is live, up to 30 it is
 * late, then stale.
 *
 * @param saleTimes of the latest sales, latest first
 * @param expectation of a moment not long before `now`
 */
export function freshnessOf(
	saleTimes: readonly number[],
	now: number,
	expectation?: SaleExpectation,
): Freshness {
	const lastSaleAt = saleTimes[0];
	const usualGapMs = medianGap(saleTimes.slice(0, gapsLooked + 1));
	if (lastSaleAt === undefined) {
		return {lastSaleAt, usualGapMs, state: 'empty'};
	}
	const silenceMs = now - lastSaleAt;
	if (expectation) {
		const usual = usualSalesSince(expectation, now);
		const probability = silenceProbability(expectation.level, usual);
		const gapMs = hourMs / Math.max(expectation.usualHourly, (usual * hourMs) / Math.max(1, silenceMs));
		const state = stateOf(silenceMs, probability >= lateBelow, probability >= staleBelow);
		return {lastSaleAt, usualGapMs, state, silence: {at: now, gapMs, probability, expectation}};
	}
	const gapMs = usualGapMs ?? defaultGapMs;
	const state = stateOf(silenceMs, silenceMs <= 5 * gapMs, silenceMs <= 30 * gapMs);
	return {lastSaleAt, usualGapMs, state};
}

function stateOf(silenceMs: number, isUsual: boolean, isPossible: boolean): FreshnessState {
	return isUsual || silenceMs <= alwaysLiveMs
		? 'live'
		: isPossible || silenceMs <= neverStaleMs
			? 'late'
			: 'stale';
}

function medianGap(saleTimes: readonly number[]): number | undefined {
	const gaps = saleTimes.slice(1).map((at, index) => saleTimes[index]! - at);
	if (gaps.length < gapsNeeded) {
		return undefined;
	}
	gaps.sort((a, b) => a - b);
	return gaps[Math.floor(gaps.length / 2)];
}
