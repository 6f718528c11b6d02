import {Text} from 'ink';
import {render} from 'ink-testing-library';
import {expect, onTestFinished, test, vi} from 'vitest';
import {restMs, useRotation} from '../../../source/views/hooks/use-rotation.ts';

function open(everyMs: number | undefined) {
	vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
	const turn = vi.fn();
	let press = () => {};
	function Rotating() {
		press = useRotation(everyMs, turn);
		return <Text>view</Text>;
	}
	const {unmount} = render(<Rotating />);
	onTestFinished(() => {
		unmount();
		vi.useRealTimers();
	});
	return {turn, unmount, press: () => press()};
}

test('it turns every so often', async () => {
	const {turn} = open(15_000);
	await expect.poll(() => vi.getTimerCount()).toBe(1);
	vi.advanceTimersByTime(46_000);
	expect(turn).toHaveBeenCalledTimes(3);
});

test('a key stops it for a while', async () => {
	const {turn, press} = open(15_000);
	await expect.poll(() => vi.getTimerCount()).toBe(1);
	vi.advanceTimersByTime(15_000);
	press();
	vi.advanceTimersByTime(restMs);
	expect(turn).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(15_000);
	expect(turn).toHaveBeenCalledTimes(2);
});

test('its timer ends with the screen, and without a time there is none', async () => {
	const {unmount} = open(15_000);
	await expect.poll(() => vi.getTimerCount()).toBe(1);
	unmount();
	expect(vi.getTimerCount()).toBe(0);
	open(undefined);
	expect(vi.getTimerCount()).toBe(0);
});
