import {afterEach, beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import type {Order, Restock} from '../../source/order.ts';
import {startProducer} from '../../source/producer/producer.ts';
import {parseScenarios, type ScenarioName, type ScheduledScenario} from '../../source/producer/scenarios.ts';
import {firstMoment} from './shop-history.ts';

beforeEach(() => {
	vi.useFakeTimers({now: firstMoment});
});

afterEach(() => {
	vi.useRealTimers();
});

/** A producer of empty orders and what it recorded, as milliseconds since the start. */
function producing(options: {
	readonly intervalMs?: number;
	readonly record?: (orders: readonly Order[]) => void;
	readonly schedule?: readonly ScheduledScenario[];
	readonly catchUpMs?: number;
}) {
	const {intervalMs = 2000, record = () => {}, schedule = [], catchUpMs} = options;
	const times: number[] = [];
	const batches: number[] = [];
	const errors: unknown[] = [];
	const producer = startProducer({
		simulator: {
			next: at => ({order: {at, region: 'Bretagne', lines: []}, restocks: []}),
			beginScene: name => `begin ${name}`,
			endScene() {},
		},
		schedule,
		intervalMs,
		...(catchUpMs !== undefined && {catchUpMs}),
		now: Date.now,
		record(orders: readonly Order[], _restocks: readonly Restock[]) {
			record(orders);
			times.push(...orders.map(({at}) => at - firstMoment));
			batches.push(orders.length);
		},
		explain(error) {
			errors.push(error);
			return String(error);
		},
	});
	onTestFinished(producer.stop);
	const play = (name: ScenarioName) => producer.scenarios.find(scenario => scenario.name === name)!.play();
	return {producer, play, times, batches, errors};
}

test('it sells at an even pace', () => {
	const {times} = producing({});
	vi.advanceTimersByTime(7000);
	expect(times).toEqual([2000, 4000, 6000]);
});

test('hands over the goods that came in with the sale', () => {
	const restock = {product: {code: 'P', name: 'Pan', category: 'Home', price: 1}, at: 1, quantity: 5};
	const record = vi.fn();
	const producer = startProducer({
		simulator: {
			next: at => ({order: {at, region: 'Bretagne', lines: []}, restocks: [restock]}),
			beginScene: String,
			endScene() {},
		},
		now: Date.now,
		record,
		explain: error => expect.fail(String(error)),
	});
	onTestFinished(producer.stop);
	vi.advanceTimersByTime(2000);
	expect(record).toHaveBeenCalledExactlyOnceWith(
		[{at: firstMoment + 2000, region: 'Bretagne', lines: []}],
		[restock],
	);
});

test('high rates are kept by batches of bounded size', () => {
	const {times, batches} = producing({intervalMs: 0.2});
	vi.advanceTimersByTime(2000);
	expect(times.length).toBeGreaterThan(9900);
	// Near the wall clock's 1.8e12 a double cannot hold 0.2 exactly.
	expect(times.length).toBeLessThanOrEqual(10_010);
	expect(Math.max(...batches)).toBeLessThanOrEqual(64);
	expect(times.every((at, index) => index === 0 || at >= times[index - 1]!)).toBe(true);
});

test('work stops after a slice of milliseconds, so that keys are answered in between', () => {
	const {batches} = producing({intervalMs: 0.2, record: () => vi.setSystemTime(Date.now() + 6)});
	vi.advanceTimersToNextTimer();
	expect(batches).toHaveLength(1);
	expect(vi.getTimerCount()).toBe(1);
});

test('a demo makes up for each sale that a busy machine held up, at its own moment', () => {
	const {times} = producing({intervalMs: 500, catchUpMs: 60_000});
	vi.setSystemTime(firstMoment + 30_000);
	vi.advanceTimersByTime(1000);
	expect(times.slice(0, 60)).toEqual(Array.from({length: 60}, (_, index) => 500 * (index + 1)));
});

test('after a laptop sleep it goes on from now instead of selling the night', () => {
	const {times} = producing({});
	vi.setSystemTime(firstMoment + 8 * 3_600_000);
	vi.advanceTimersByTime(6000);
	expect(times.length).toBeLessThanOrEqual(3);
	expect(times[0]).toBeGreaterThanOrEqual(8 * 3_600_000);
});

test('catching up after a stall is bounded to a second', () => {
	const {times} = producing({intervalMs: 1});
	vi.setSystemTime(firstMoment + 600);
	vi.advanceTimersToNextTimer();
	expect(times.length).toBeGreaterThan(600);
	vi.setSystemTime(firstMoment + 60_000);
	vi.advanceTimersToNextTimer();
	expect(times.length).toBeLessThan(700);
});

test('it goes on when the clock is set back', () => {
	const {times} = producing({});
	vi.advanceTimersByTime(2000);
	vi.setSystemTime(firstMoment - 3_600_000);
	vi.advanceTimersByTime(4000);
	expect(times).toEqual([2000, 2000 - 3_600_000, 4000 - 3_600_000]);
});

test('it pauses and goes on', () => {
	const {producer, times} = producing({});
	producer.toggle();
	expect(producer.getSnapshot()).toEqual({isRunning: false, intervalMs: 2000});
	expect(vi.getTimerCount()).toBe(0);
	vi.advanceTimersByTime(60_000);
	expect(times).toEqual([]);
	producer.toggle();
	vi.advanceTimersByTime(2000);
	expect(times).toEqual([62_000]);
});

test('a new pace holds at once', () => {
	const {producer, times} = producing({});
	producer.faster();
	producer.faster();
	expect(producer.getSnapshot().intervalMs).toBe(500);
	vi.advanceTimersByTime(1000);
	expect(times).toEqual([500, 1000]);
	producer.slower();
	vi.advanceTimersByTime(1000);
	expect(times).toEqual([500, 1000, 2000]);
});

test('the state is the same object until something changes, and listeners are told', () => {
	const {producer} = producing({intervalMs: 60_000});
	const listener = vi.fn();
	const unsubscribe = producer.subscribe(listener);
	const before = producer.getSnapshot();
	vi.advanceTimersByTime(120_000);
	producer.slower();
	expect(producer.getSnapshot()).toBe(before);
	expect(listener).not.toHaveBeenCalled();
	producer.faster();
	expect(producer.getSnapshot()).not.toBe(before);
	expect(listener).toHaveBeenCalledOnce();
	unsubscribe();
	producer.toggle();
	expect(listener).toHaveBeenCalledOnce();
});

test('sales that could not be recorded are told and tried again', () => {
	let failures = 2;
	const {producer, times, errors} = producing({
		record() {
			if (failures-- > 0) {
				throw new Error('database is locked');
			}
		},
	});
	vi.advanceTimersByTime(2000);
	expect(times).toEqual([]);
	expect(errors).toEqual([new Error('database is locked')]);
	expect(producer.getSnapshot().problem).toBe('Error: database is locked');
	vi.advanceTimersByTime(2000);
	expect(errors).toHaveLength(2);
	expect(times[0]).toBe(2000);
	vi.advanceTimersByTime(4000);
	expect(times.length).toBeGreaterThanOrEqual(3);
	expect(producer.getSnapshot().problem).toBeUndefined();
});

test('no timer is left after stop, and nothing starts it again', () => {
	const {producer, times} = producing({});
	vi.advanceTimersByTime(2000);
	producer.stop();
	expect(vi.getTimerCount()).toBe(0);
	producer.toggle();
	producer.faster();
	expect(vi.getTimerCount()).toBe(0);
	expect(producer.getSnapshot()).toEqual({isRunning: false, intervalMs: 2000});
	vi.advanceTimersByTime(60_000);
	expect(times).toEqual([2000]);
});

test('stopping from within a record leaves no timer either', () => {
	const {producer} = producing({record: () => producer.stop()});
	vi.advanceTimersByTime(2000);
	expect(vi.getTimerCount()).toBe(0);
});

test('a flash sale brings sales six times as fast for a minute', () => {
	const {producer, play, times} = producing({intervalMs: 6000});
	vi.advanceTimersByTime(6000);
	play('flash-sale');
	expect(producer.getSnapshot().scene).toEqual({
		title: 'flash sale',
		words: 'begin flash-sale',
		until: firstMoment + 66_000,
	});
	vi.advanceTimersByTime(60_000);
	// One a second; the sixtieth would come as it ends.
	expect(times).toHaveLength(1 + 59);
	expect(producer.getSnapshot().scene).toBeUndefined();
	vi.advanceTimersByTime(12_000);
	expect(times.slice(-2)).toEqual([72_000, 78_000]);
});

test('in an outage nothing sells, and afterwards it goes on', () => {
	const {play, times} = producing({});
	vi.advanceTimersByTime(2000);
	play('outage');
	vi.advanceTimersByTime(61_000);
	expect(times).toEqual([2000]);
	vi.advanceTimersByTime(3000);
	expect(times).toEqual([2000, 64_000, 66_000]);
});

test('scenarios come at their time, whatever the timers do, and in the place of one that is on', () => {
	const schedule = [
		{name: 'outage', afterMs: 5000},
		{name: 'bot-burst', afterMs: 9000},
	] as const;
	const {producer, times} = producing({schedule});
	vi.advanceTimersByTime(8999);
	expect(producer.getSnapshot().scene?.title).toBe('outage');
	vi.advanceTimersByTime(1001);
	expect(producer.getSnapshot().scene?.title).toBe('bot burst');
	// Every 2 s until 5 s, then every 80 ms from 9 s on.
	expect(times.slice(0, 4)).toEqual([2000, 4000, 9080, 9160]);
});

test('what is to happen is read from a line', () => {
	expect(parseScenarios('flash-sale@30s, outage@2m')).toEqual([
		{name: 'flash-sale', afterMs: 30_000},
		{name: 'outage', afterMs: 120_000},
	]);
	expect(parseScenarios('stock-out,outage')).toEqual([
		{name: 'stock-out', afterMs: 10_000},
		{name: 'outage', afterMs: 40_000},
	]);
	expect(() => parseScenarios('flashsale')).toThrow('there is no scenario "flashsale": choose flash-sale, ');
	expect(() => parseScenarios('outage@soon')).toThrow('"soon" is no time: write it such as outage@30s');
});
