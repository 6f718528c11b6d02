import {afterEach, beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import type {Order} from '../../source/order.ts';
import {startReplayer} from '../../source/producer/replayer.ts';

const start = Date.UTC(2026, 10, 21, 12);
const then = Date.UTC(2010, 11, 3, 10, 12);
const minute = 60_000;

beforeEach(() => {
	vi.useFakeTimers({now: start});
});

afterEach(() => {
	vi.useRealTimers();
});

/** A replay of orders of these moments, and when it recorded them, as milliseconds since its start. */
function replaying(
	moments: readonly number[],
	options: {
		readonly speed?: number;
		readonly isLooped?: boolean;
		readonly record?: (orders: readonly Order[]) => void;
	} = {},
) {
	const {speed = 60, isLooped = false, record = () => {}} = options;
	const times: number[] = [];
	const numbers: (string | undefined)[] = [];
	const replayer = startReplayer({
		orders: () =>
			moments.map((at, index) => ({number: String(index), at, region: 'France', lines: []})).values(),
		speed,
		isLooped,
		now: Date.now,
		record(orders) {
			record(orders);
			times.push(...orders.map(({at}) => at - start));
			numbers.push(...orders.map(({number}) => number));
		},
		explain: String,
	});
	onTestFinished(replayer.stop);
	return {replayer, times, numbers};
}

const minutesAfter = (...minutes: readonly number[]) => minutes.map(count => then + count * minute);

test('the first order comes now, each other after its own gap divided by the speed', () => {
	const {times, numbers} = replaying(minutesAfter(0, 1, 1, 4.5, 10));
	vi.advanceTimersByTime(5000);
	expect(times).toEqual([0, 1000, 1000, 4500]);
	vi.advanceTimersByTime(5100);
	expect(times).toEqual([0, 1000, 1000, 4500, 10_000]);
	expect(numbers).toEqual(['0', '1', '2', '3', '4']);
});

test('no order is recorded before its moment', () => {
	const {times} = replaying(minutesAfter(0, 1, 2), {
		record: orders => expect(orders.every(({at}) => at <= Date.now())).toBe(true),
	});
	vi.advanceTimersByTime(2100);
	expect(times).toHaveLength(3);
});

test('the speed changes the gaps that are left, not those that have passed', () => {
	const {replayer, times} = replaying(minutesAfter(0, 10, 20));
	vi.advanceTimersByTime(5000);
	replayer.faster();
	expect(replayer.getSnapshot().replay.speed).toBe(120);
	vi.advanceTimersByTime(2600);
	expect(times[1]).toBe(5000 + 2500);
	replayer.slower();
	replayer.slower();
	expect(replayer.getSnapshot().replay.speed).toBe(20);
	vi.advanceTimersByTime(40_000);
	// 12 s of the 600 s to the third passed in 100 ms at × 120.
	expect(times[2]).toBe(7600 + (588 * 1000) / 20);
});

test('what is stopped goes on where it was', () => {
	const {replayer, times} = replaying(minutesAfter(0, 10));
	vi.advanceTimersByTime(4000);
	replayer.toggle();
	expect(replayer.getSnapshot().isRunning).toBe(false);
	vi.advanceTimersByTime(3_600_000);
	expect(times).toEqual([0]);
	expect(vi.getTimerCount()).toBe(0);
	replayer.toggle();
	vi.advanceTimersByTime(6100);
	expect(times).toEqual([0, 3_600_000 + 10_000]);
});

test('the rhythm goes on through a change of the clocks, then and now', () => {
	// In London 2011-03-27 has no hour from 1:00 on; in 2026 its clocks go back on 25 October at 1:00 UTC.
	vi.setSystemTime(Date.UTC(2026, 9, 25, 0, 59, 30));
	const local = ['2011-03-27T00:59:00+00:00', '2011-03-27T02:01:00+01:00', '2011-03-27T02:31:00+01:00'];
	const {times} = replaying(local.map(text => Date.parse(text)));
	vi.advanceTimersByTime(33_000);
	const offset = Date.UTC(2026, 9, 25, 0, 59, 30) - start;
	expect(times.map(time => time - offset)).toEqual([0, 2000, 32_000]);
});

test('it tells the minute that is played, also in a silence', () => {
	const {replayer} = replaying(minutesAfter(0, 30));
	expect(replayer.getSnapshot()).toEqual({isRunning: true, replay: {speed: 60, at: then, isOver: false}});
	vi.advanceTimersByTime(10_500);
	expect(replayer.getSnapshot().replay.at).toBe(then + 10 * minute);
});

test('at the end it stands, and plays again when it is asked to', () => {
	const {replayer, times} = replaying(minutesAfter(0, 1));
	vi.advanceTimersByTime(1100);
	expect(replayer.getSnapshot()).toEqual({
		isRunning: false,
		replay: {speed: 60, at: then + minute, isOver: true},
	});
	expect(vi.getTimerCount()).toBe(0);
	vi.advanceTimersByTime(3900);
	replayer.toggle();
	expect(replayer.getSnapshot().replay.isOver).toBe(false);
	vi.advanceTimersByTime(1100);
	expect(times).toEqual([0, 1000, 5000, 6000]);
});

test('in a loop the beginning follows the end after a second', () => {
	const {replayer, times} = replaying(minutesAfter(0, 1), {isLooped: true});
	vi.advanceTimersByTime(5200);
	expect(replayer.getSnapshot().isRunning).toBe(true);
	expect(times).toHaveLength(6);
	const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
	expect(gaps.filter((_, index) => index % 2 === 1)).toEqual([1000, 1000, 1000]);
	expect(Math.min(gaps[2]!, gaps[4]!)).toBeGreaterThanOrEqual(1000);
	expect(Math.max(gaps[2]!, gaps[4]!)).toBeLessThan(1050);
});

test('orders that cannot be recorded are tried again, and none is lost', () => {
	let isBroken = true;
	const {replayer, times, numbers} = replaying(minutesAfter(0, 1, 2), {
		record() {
			if (isBroken) {
				throw new Error('disk full');
			}
		},
	});
	vi.advanceTimersByTime(3500);
	expect(times).toEqual([]);
	expect(replayer.getSnapshot().problem).toBe('Error: disk full');
	isBroken = false;
	vi.advanceTimersByTime(5000);
	expect(numbers).toEqual(['0', '1', '2']);
	expect(replayer.getSnapshot()).toMatchObject({problem: undefined, replay: {isOver: true}});
});

test.each([
	['set ahead or the machine sleeps', 36e5],
	['set back', -36e5],
])('when the clock is %s the rhythm goes on from there', (_, shift) => {
	const {times} = replaying(minutesAfter(0, 10, 20));
	vi.advanceTimersByTime(4000);
	vi.setSystemTime(Date.now() + shift);
	vi.advanceTimersByTime(17_500);
	expect(times).toHaveLength(3);
	expect(times[2]! - times[1]!).toBe(10_000);
	expect(times[1]! - shift).toBeGreaterThanOrEqual(10_000);
	expect(times[1]! - shift).toBeLessThanOrEqual(11_000);
});

test('a speed that the machine cannot keep loses no order and keeps their order', () => {
	const {numbers, replayer} = replaying(
		Array.from({length: 2000}, (_, index) => then + index * minute),
		{speed: 1_000_000, record: () => vi.setSystemTime(Date.now() + 6)},
	);
	vi.advanceTimersByTime(20_000);
	expect(numbers).toEqual(Array.from({length: 2000}, (_, index) => String(index)));
	expect(replayer.getSnapshot().replay.isOver).toBe(true);
});
