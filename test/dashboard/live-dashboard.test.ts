import {afterEach, beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {openZone} from '../../source/business-time.ts';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import {startLiveDashboard} from '../../source/dashboard/live-dashboard.ts';
import type {DashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {testDashboard} from '../helpers/dashboard.ts';
import {pageSubjects, testPage} from '../helpers/page.ts';

beforeEach(() => {
	vi.useFakeTimers({now: Date.UTC(2026, 10, 20, 18, 0, 1)});
});
afterEach(() => {
	vi.useRealTimers();
});

/** A reader whose reads are counted and whose database changes when told so. */
function testReader(
	read: (scope: Scope) => Promise<Dashboard> = async () => testDashboard({asOf: Date.now()}),
) {
	const reads: string[] = [];
	let hasChanged = false;
	const reader: DashboardReader = {
		zone: openZone('Europe/Paris'),
		find: async () => [],
		resolveFilter: () => [],
		onWrite: () => undefined,
		hasChanged: () => hasChanged,
		readPage: ({subject}) => testPage(subject),
		async read(scope) {
			reads.push(scope.window);
			hasChanged = false;
			return read(scope);
		},
	};
	return {
		reads,
		reader,
		change() {
			hasChanged = true;
		},
	};
}

function start(reader: DashboardReader) {
	const live = startLiveDashboard(reader, {scope: presentScope(), now: Date.now});
	onTestFinished(live.stop);
	return live;
}

test('an unchanged database is not read again until the minute is over', async () => {
	const {reader, reads} = testReader();
	start(reader);
	await vi.advanceTimersByTimeAsync(58_000);
	expect(reads).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(2000);
	expect(reads).toHaveLength(2);
});

test('what another program writes is shown within one look', async () => {
	const {reader, reads, change} = testReader();
	start(reader);
	await vi.advanceTimersByTimeAsync(1000);
	change();
	await vi.advanceTimersByTimeAsync(250);
	expect(reads).toHaveLength(2);
});

test('a sale is read at once, and thousands of them ten times a second', async () => {
	const {reader, reads} = testReader();
	const live = start(reader);
	await vi.advanceTimersByTimeAsync(1000);
	live.refresh();
	expect(reads).toHaveLength(2);
	for (let sale = 0; sale < 1000; sale++) {
		live.refresh();
		await vi.advanceTimersByTimeAsync(1);
	}
	expect(reads.length - 2).toBeGreaterThanOrEqual(9);
	expect(reads.length - 2).toBeLessThanOrEqual(11);
});

test('another window is read at once, also while the last one is still being read', async () => {
	let finish = () => {};
	const {reader, reads} = testReader(
		() =>
			new Promise(resolve => {
				finish = () => resolve(testDashboard());
			}),
	);
	const live = start(reader);
	live.setScope(presentScope('30d'));
	live.setScope(presentScope('90d'));
	expect(live.getSnapshot().scope.window).toBe('90d');
	expect(reads).toEqual(['24h']);
	finish();
	await vi.advanceTimersByTimeAsync(100);
	expect(reads).toEqual(['24h', '90d']);
});

test('a read that fails is told, keeps the picture and is tried again', async () => {
	let isBroken = false;
	const {reader, change} = testReader(async () => {
		if (isBroken) {
			throw new Error('disk I/O error');
		}
		return testDashboard({asOf: Date.now()});
	});
	const live = start(reader);
	await vi.advanceTimersByTimeAsync(300);
	const before = live.getSnapshot().dashboard;
	isBroken = true;
	change();
	await vi.advanceTimersByTimeAsync(300);
	expect(live.getSnapshot()).toMatchObject({
		problem: 'disk I/O error',
		dashboard: {...before, freshness: {state: 'stale'}},
	});
	isBroken = false;
	await vi.advanceTimersByTimeAsync(600);
	expect(live.getSnapshot().problem).toBeUndefined();
});

test('silence turns live into late without a read', async () => {
	const now = Date.now();
	const recent = testDashboard().recent.map((order, index) => ({...order, at: now - index * 2000}));
	const {reader, reads} = testReader(async () =>
		testDashboard({asOf: Date.now(), recent, freshness: {state: 'live', lastSaleAt: now, usualGapMs: 2000}}),
	);
	const live = start(reader);
	await vi.advanceTimersByTimeAsync(9000);
	expect(live.getSnapshot().dashboard?.freshness.state).toBe('live');
	await vi.advanceTimersByTimeAsync(2000);
	expect(live.getSnapshot().dashboard?.freshness.state).toBe('late');
	expect(reads).toHaveLength(1);
});

test('listeners hear of changes until they leave, and stopping leaves no timer', async () => {
	const {reader} = testReader();
	const live = start(reader);
	const listener = vi.fn();
	const leave = live.subscribe(listener);
	await vi.advanceTimersByTimeAsync(10);
	expect(listener).toHaveBeenCalledTimes(1);
	leave();
	live.refresh();
	await vi.advanceTimersByTimeAsync(200);
	expect(listener).toHaveBeenCalledTimes(1);
	live.stop();
	expect(vi.getTimerCount()).toBe(0);
});

test('a page is read at once, with every dashboard after that, and no longer when it is left', async () => {
	const {reader, reads} = testReader();
	const live = start(reader);
	await vi.advanceTimersByTimeAsync(200);
	live.showPage({subject: pageSubjects[2]!});
	await vi.advanceTimersByTimeAsync(0);
	expect(live.getSnapshot().page?.subject).toBe(pageSubjects[2]);
	expect(reads).toHaveLength(2);
	live.refresh();
	await vi.advanceTimersByTimeAsync(200);
	expect(reads).toHaveLength(3);
	live.showPage(undefined);
	await vi.advanceTimersByTimeAsync(200);
	expect(live.getSnapshot().page).toBeUndefined();
});
