import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {startNarration} from '../../../source/commands/screen/narrate-sales.ts';
import type {Dashboard} from '../../../source/dashboard/dashboard.ts';
import type {LiveState} from '../../../source/dashboard/live-dashboard.ts';
import {presentScope} from '../../../source/dashboard/scope.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';

beforeEach(() => {
	vi.useFakeTimers();
	onTestFinished(() => {
		vi.useRealTimers();
	});
});

/** What is said while a dashboard changes. */
function listen() {
	const said: string[] = [];
	const listeners = new Set<() => void>();
	let state: LiveState = {
		dashboard: testDashboard(),
		page: undefined,
		scope: presentScope(),
		reading: undefined,
		problem: undefined,
	};
	const stop = startNarration({
		live: {
			getSnapshot: () => state,
			subscribe(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		},
		formats: testFormats,
		label: 'simulated',
		say: sentence => said.push(sentence),
		now: () => Date.now(),
	});
	const set = (change: Partial<LiveState>) => {
		state = {...state, ...change};
		for (const listener of listeners) {
			listener();
		}
	};
	return {
		said,
		stop,
		set,
		change: (change: Partial<Dashboard>) => set({dashboard: {...state.dashboard!, ...change}}),
		dashboard: () => state.dashboard!,
	};
}

test('it begins with how things stand', () => {
	const {said} = listen();
	expect(said).toHaveLength(1);
	expect(said[0]).toMatch(
		/^Watching simulated\. Last 24 h: [\d,]+ orders, revenue €[\d,]+.* Sales are live\.$/,
	);
});

test('no sentence has an escape, a line end or anything else that is not said', () => {
	const {said, change, dashboard, set} = listen();
	const [first, ...rest] = dashboard().categories;
	change({categories: [{...rest[0]!, name: 'Evil\u001B[2J\nname'}, first!]});
	set({problem: 'bad \u001B[31m file'});
	vi.advanceTimersByTime(60_000);
	expect(said.length).toBeGreaterThan(2);
	for (const sentence of said) {
		expect(sentence).not.toMatch(/\p{Cc}/u);
	}
});

describe('sales', () => {
	test('are summed up, never more often than every fifteen seconds', () => {
		const {said, change, dashboard} = listen();
		for (let sale = 0; sale < 600; sale++) {
			change({arrivals: dashboard().arrivals + 1});
			vi.advanceTimersByTime(100);
		}
		expect(said.slice(1)).toHaveLength(4);
		expect(said[1]).toMatch(/^15\d sales, the latest €[\d,.]+\. Last 24 h: revenue €/);
	});

	test('are not talked about when there are none', () => {
		const {said, change} = listen();
		change({asOf: Date.now()});
		vi.advanceTimersByTime(600_000);
		expect(said).toHaveLength(1);
	});
});

test('a silence is told at once, and its end', () => {
	const {said, change, dashboard} = listen();
	vi.advanceTimersByTime(5000);
	const {freshness} = dashboard();
	change({asOf: freshness.lastSaleAt! + 94_000, freshness: {...freshness, state: 'late'}});
	expect(said.at(-1)).toMatch(/^Sales are late: none for 94 seconds, since /);
	vi.advanceTimersByTime(5000);
	change({freshness});
	expect(said.at(-1)).toBe('Sales are coming again.');
});

test('what changes to and fro within two seconds is told once', () => {
	const {said, change, dashboard} = listen();
	const {freshness} = dashboard();
	for (let turn = 0; turn < 10; turn++) {
		change({freshness: {...freshness, state: turn % 2 === 0 ? 'late' : 'live'}});
		vi.advanceTimersByTime(100);
	}
	vi.advanceTimersByTime(10_000);
	expect(said).toHaveLength(1);
});

test('a new leader is told', () => {
	const {said, change, dashboard} = listen();
	vi.advanceTimersByTime(5000);
	const [first, second, ...others] = dashboard().categories;
	change({categories: [second!, first!, ...others]});
	expect(said.at(-1)).toBe(`${second!.name} now leads the categories, ahead of ${first!.name}.`);
});

test('a problem is told once, and when it is over', () => {
	const {said, set} = listen();
	set({problem: 'the disk is full'});
	set({problem: 'the disk is full'});
	set({problem: undefined});
	expect(said.slice(1)).toEqual(['Problem: the disk is full.', 'The problem is over.']);
});

test('once it is stopped it is silent', () => {
	const {said, change, dashboard, stop} = listen();
	change({arrivals: dashboard().arrivals + 1});
	stop();
	vi.advanceTimersByTime(60_000);
	expect(said).toHaveLength(1);
});
