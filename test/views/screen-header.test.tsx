import {describe, expect, test} from 'vitest';
import {presentScope} from '../../source/dashboard/scope.ts';
import type {ScreenProps} from '../../source/views/screen.tsx';
import {testDashboard, testNow} from '../helpers/dashboard.ts';
import {frame} from './screen-frame.tsx';

describe('the header', () => {
	const header = (props: Partial<ScreenProps>, columns = 160) => frame(columns, 30, props).split('\n')[0];

	test('says whether it is alive, since when, where, in what, and when the last sale was', () => {
		expect(header({producer: {isRunning: true, intervalMs: 2000}})).toBe(
			' salesmon  ● LIVE  1 sale / 2 s · simulated                                 24 h · since Thu 19:00 · EUR · Europe/Paris · Fri 20 Nov 18:57 · last sale 18:57:02',
		);
	});

	test('keeps the state, the window and the last sale where it is narrow', () => {
		expect(header({}, 40)).toBe(' ● LIVE       24 h · last sale 18:57:02');
	});

	test('keeps the pace that keys change longer than the source and the currency', () => {
		expect(header({producer: {isRunning: true, intervalMs: 2000}}, 100)).toBe(
			' salesmon  ● LIVE  1 sale / 2 s          24 h · since Thu 19:00 · Europe/Paris · last sale 18:57:02',
		);
	});

	test('says that it is paused and how many sales came since', () => {
		expect(header({paused: {salesSince: 37}})).toContain('[PAUSED, 37 sales since]');
		expect(header({paused: {salesSince: 1}})).toContain('[PAUSED, 1 sale since]');
	});

	test('says how far a long read is', () => {
		expect(header({scope: presentScope('90d'), reading: 0.43})).toContain('reading 90 d… 43%');
	});

	test('says when the producer stands still', () => {
		expect(header({producer: {isRunning: false, intervalMs: 2000}})).toContain('producer stopped');
	});

	test('says what moment is replayed, how fast, and where it stands', () => {
		const replay = {speed: 600, at: Date.UTC(2010, 11, 3, 9, 12), isOver: false};
		expect(header({producer: {isRunning: true, replay}})).toContain(
			'● LIVE  replay × 600, 3 Dec 2010 10:12 · simulated',
		);
		expect(header({producer: {isRunning: false, replay}})).toContain(
			'replay × 600, 3 Dec 2010 10:12  replay stopped',
		);
		expect(header({producer: {isRunning: false, replay: {...replay, isOver: true}}})).toContain(
			'replay has ended, P plays it again',
		);
	});

	test('names the day of a last sale that was not today', () => {
		const dashboard = testDashboard({
			freshness: {lastSaleAt: testNow - 3 * 86_400_000, state: 'stale', usualGapMs: 2000},
		});
		expect(header({dashboard})).toContain('● STALE');
		expect(header({dashboard})).toContain('last sale 17 Nov 18:57:04');
	});

	test('says what is usual at this time of the week, and how rare a silence is', () => {
		const freshness = (state: 'live' | 'late', silenceMs: number, probability: number) => ({
			lastSaleAt: testNow - silenceMs,
			state,
			usualGapMs: 15_000,
			silence: {
				at: testNow,
				gapMs: 21_000,
				probability,
				expectation: {at: testNow, usualSince: 0, usualHourly: 171, level: {shape: 1, scale: 1}},
			},
		});
		const late = testDashboard({freshness: freshness('late', 104_000, 0.0071)});
		expect(header({dashboard: late})).toContain(
			'● LATE  no sale for 1.7 min · 21 s is usual Fri 18:00 · p 0.007',
		);
		expect(header({dashboard: late}, 80)).toContain('● LATE  no sale for 1.7 min · 21 s is usual Fri 18:00');
		const live = testDashboard({freshness: freshness('live', 4000, 0.8)});
		expect(header({dashboard: live})).toContain('● LIVE  usually 1 sale / 21 s');
	});
});
