import {beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {watchWrites} from '../../source/dashboard/watch-writes.ts';

beforeEach(() => {
	vi.useFakeTimers();
	onTestFinished(() => {
		vi.useRealTimers();
	});
});

/** A system that tells of writes, or one that does not. */
function watching({isTold = true, isNew = (): boolean => false} = {}) {
	let write = () => {};
	let hasEnded = false;
	const look = vi.fn(isNew);
	const end = watchWrites(listener => {
		write = listener;
		return isTold
			? () => {
					hasEnded = true;
				}
			: undefined;
	}, look);
	return {look, end, write: () => write(), hasEnded: () => hasEnded};
}

test('where the system tells of writes it is looked for them seldom, else often', () => {
	const [told, untold] = [watching(), watching({isTold: false})];
	vi.advanceTimersByTime(1000);
	expect(told.look).toHaveBeenCalledTimes(5);
	expect(untold.look).toHaveBeenCalledTimes(25);
});

test('after a write it is looked until the commit is there, and no longer', () => {
	let isCommitted = false;
	const {look, write} = watching({isNew: () => isCommitted});
	write();
	vi.advanceTimersByTime(19);
	expect(look).toHaveBeenCalledTimes(3);
	isCommitted = true;
	vi.advanceTimersByTime(100);
	expect(look).toHaveBeenCalledTimes(4);
});

test('a write that never commits is given up soon', () => {
	const {look, write} = watching();
	write();
	vi.advanceTimersByTime(190);
	expect(look.mock.calls.length).toBeLessThanOrEqual(21);
	vi.advanceTimersByTime(5);
	expect(look.mock.calls.length).toBeLessThanOrEqual(21);
});

test('its end leaves no timer and no watch', () => {
	const {end, write, hasEnded} = watching();
	write();
	end();
	expect([vi.getTimerCount(), hasEnded()]).toEqual([0, true]);
});
