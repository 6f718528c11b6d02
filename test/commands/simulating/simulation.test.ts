import path from 'node:path';
import {afterEach, beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {openZone} from '../../../source/business-time.ts';
import {openClock} from '../../../source/commands/simulating/clock.ts';
import {openSimulation} from '../../../source/commands/simulating/simulation.ts';
import {parseScenarios} from '../../../source/producer/scenarios.ts';
import {openStore} from '../../../source/store/open-store.ts';
import {testFolder, testStore} from '../../helpers/store.ts';

beforeEach(() => {
	vi.useFakeTimers({now: Date.UTC(2027, 1, 3)});
});

afterEach(() => {
	vi.useRealTimers();
});

const zone = openZone('Europe/Paris');

/** What a demo has sold half a minute after its start, order by order. */
function demo() {
	const store = testStore();
	const clock = openClock('2026-11-20T09:00', zone);
	const shop = openSimulation(
		store,
		{
			seed: 7,
			historyDays: 2,
			intervalMs: 500,
			schedule: parseScenarios('flash-sale@5s,returns-wave@20s'),
			clock: '2026-11-20T09:00',
			isMixed: false,
		},
		clock,
	);
	shop.fillHistory(clock.now(), () => {});
	const producer = shop.start(() => {});
	onTestFinished(producer.stop);
	vi.advanceTimersByTime(30_000);
	producer.stop();
	return store.db
		.prepare('SELECT number, at, revenue, returns, customer_id, region_id FROM orders ORDER BY order_id')
		.all();
}

test('with a seed and a clock that is set a demo is the same each time, whatever the time', () => {
	const first = demo();
	vi.setSystemTime(Date.UTC(2028, 5, 6, 7, 8, 9));
	expect(demo()).toEqual(first);
	const opened = Date.UTC(2026, 10, 20, 8);
	const live = (first as {at: number; returns: number}[]).filter(({at}) => at >= opened);
	// Every half second, six times as often from 5 s on and three times from 20 s on.
	expect(live.length).toBeGreaterThan(10 + 170 + 50);
	expect(live.filter(({returns}) => returns < 0).length).toBeGreaterThan(20);
});

test('once it is settled, selling starts while another program writes, and goes on when that is done', () => {
	const file = path.join(testFolder(), 'sales.db');
	const [store, other] = [0, 20].map(patienceMs =>
		openStore(file, {zoneName: 'UTC', currency: 'EUR'}, {patienceMs}),
	) as [ReturnType<typeof openStore>, ReturnType<typeof openStore>];
	onTestFinished(() => {
		store.close();
		other.close();
	});
	const shop = openSimulation(
		store,
		{seed: 7, historyDays: 0, intervalMs: 500, schedule: [], clock: undefined, isMixed: true},
		openClock(undefined, zone),
	);
	shop.settle();
	other.db.exec('BEGIN IMMEDIATE');
	const producer = shop.start(() => {});
	onTestFinished(producer.stop);
	vi.advanceTimersByTime(5000);
	expect(producer.getSnapshot().problem).toBeUndefined();
	other.db.exec('COMMIT');
	vi.advanceTimersByTime(5000);
	expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBeGreaterThan(0);
});

test('a clock that cannot be set says how to write it', () => {
	expect(() => openClock('nine', zone)).toThrow('--clock nine: write a date such as 2026-11-20');
});
