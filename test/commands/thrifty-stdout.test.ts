import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {type ThriftOptions, thriftyStdout} from '../../source/commands/thrifty-stdout.ts';
import {createCellGrid} from '../../source/views/cells/cell-grid.ts';

/** A terminal of 20×3 that can be made to take nothing more for a while. */
function fakeTerminal(options: ThriftOptions = {}, rows = 3) {
	const sent: string[] = [];
	const terminal = Object.assign(new EventEmitter(), {
		columns: 20,
		rows,
		isTTY: true,
		writableNeedDrain: false,
		write(chunk: string, done?: () => void) {
			if (chunk !== '') {
				sent.push(chunk);
			}
			done?.();
			return !terminal.writableNeedDrain;
		},
	});
	return {terminal, sent, stdout: thriftyStdout(terminal as unknown as WriteStream, options)};
}

const frame = (text: string) => `\u001B[H\u001B[K${text}`;

test('only what has changed is sent, and nothing where nothing has', () => {
	const {stdout, sent} = fakeTerminal();
	stdout.write(frame('orders 1,240'));
	stdout.write(frame('orders 1,241'));
	stdout.write(frame('orders 1,241'));
	expect(sent).toEqual(['\u001B[1Horders 1,240', '\u001B[1;12H1']);
});

test('while a slow terminal takes nothing more, frames are dropped for the latest one', () => {
	const {terminal, stdout, sent} = fakeTerminal();
	stdout.write(frame('orders 1'));
	terminal.writableNeedDrain = true;
	for (let orders = 2; orders <= 9; orders++) {
		expect(stdout.write(frame(`orders ${orders}`))).toBe(false);
	}
	expect(sent).toHaveLength(1);
	terminal.writableNeedDrain = false;
	terminal.emit('drain');
	expect(sent).toEqual(['\u001B[1Horders 1', '\u001B[1;8H9']);
});

test('sequences that do not draw arrive in front of the frame they came with', () => {
	const {stdout, sent} = fakeTerminal();
	stdout.write('\u001B[?1049h\u001B[?25l');
	stdout.write(frame('on'));
	expect(sent).toEqual(['\u001B[?1049h\u001B[?25l', '\u001B[1Hon']);
});

test('a terminal that knows no size counts as 80×24', () => {
	const {terminal, stdout} = fakeTerminal({}, 0);
	terminal.columns = 0;
	expect([stdout.columns, stdout.rows]).toEqual([80, 24]);
});

test('after a change of size everything is drawn anew', () => {
	const {terminal, stdout, sent} = fakeTerminal();
	stdout.write(frame('orders'));
	terminal.columns = 10;
	terminal.emit('resize');
	stdout.write(frame('orders'));
	expect(sent.at(-1)).toBe('\u001B[2J\u001B[1Horders');
});

test('whoever waits for a write hears of it, and the rest of the terminal is as it was', () => {
	const {stdout} = fakeTerminal();
	let isDone = false;
	stdout.write(frame('x'), () => {
		isDone = true;
	});
	expect([isDone, stdout.isTTY, stdout.columns]).toEqual([true, true, 20]);
});

describe('digits that have changed', () => {
	const flashing = () => fakeTerminal({flashColor: () => '33'});

	beforeEach(() => {
		vi.useFakeTimers();
		onTestFinished(() => {
			vi.useRealTimers();
		});
	});

	test('stand out for a moment, and only they are sent again', () => {
		const {stdout, sent} = flashing();
		stdout.write(frame('orders 1,240'));
		stdout.write(frame('orders 1,251'));
		expect(sent.at(-1)).toBe('\u001B[1;11H\u001B[33m51\u001B[m');
		vi.runAllTimers();
		expect(sent.at(-1)).toBe('\u001B[1;11H51');
		expect(sent).toHaveLength(3);
	});

	test('do not where other characters have changed beside them', () => {
		const {stdout, sent} = flashing();
		stdout.write(frame('11:57 Ada 9'));
		stdout.write(frame('11:58 Bob 8'));
		expect(sent.at(-1)).not.toContain('33m');
	});

	test('do not on a slow line', () => {
		const {stdout, sent} = fakeTerminal({
			flashColor: () => '33',
			bytesPerSecond: 1000,
			now: () => Date.now(),
		});
		stdout.write(frame('orders 1'));
		vi.runAllTimers();
		stdout.write(frame('orders 2'));
		vi.runAllTimers();
		expect(sent.join('')).not.toContain('33m');
	});

	test('nothing flashes any more once the screen is left', () => {
		const {stdout, sent} = flashing();
		stdout.write('\u001B[?1049h');
		stdout.write(frame('orders 1'));
		stdout.write(frame('orders 2'));
		stdout.write('\u001B[?1049l');
		const before = sent.length;
		vi.runAllTimers();
		expect(sent).toHaveLength(before);
	});
});

describe('a budget of bytes', () => {
	beforeEach(() => {
		vi.useFakeTimers();
		onTestFinished(() => {
			vi.useRealTimers();
		});
	});
	const budgeted = (bytesPerSecond: number, lines = 3) =>
		fakeTerminal({bytesPerSecond, now: () => Date.now()}, lines);
	const bytes = (sent: readonly string[]) => Buffer.byteLength(sent.join(''));

	test('is kept however fast frames come, and the last one is shown in the end', () => {
		const {stdout, sent} = budgeted(500, 24);
		stdout.write('\u001B[?1049h');
		for (let tick = 0; tick < 600; tick++) {
			stdout.write(
				Array.from({length: 24}, (_, y) => `\u001B[${y + 1}H${'x'.repeat(10)}${tick + y}`).join(''),
			);
			vi.advanceTimersByTime(50);
			const seconds = (tick + 1) / 20;
			// What is on its way when the clock is read may be ahead by one part.
			expect(bytes(sent)).toBeLessThanOrEqual(500 * seconds + 300);
		}
		vi.advanceTimersByTime(10_000);
		const quiet = sent.length;
		vi.advanceTimersByTime(60_000);
		expect(sent).toHaveLength(quiet);
		const reached = createCellGrid(20, 24);
		reached.write(sent.join(''));
		expect(
			reached.rows.map(row =>
				row
					.map(({text}) => text)
					.join('')
					.trim(),
			),
		).toEqual(Array.from({length: 24}, (_, y) => `xxxxxxxxxx${599 + y}`));
	});

	test('sends the upper lines of a large frame first', () => {
		const {stdout, sent} = budgeted(450, 24);
		stdout.write(Array.from({length: 24}, (_, y) => `\u001B[${y + 1}Hline ${y} ${'~'.repeat(12)}`).join(''));
		expect(sent[0]).toContain('line 0 ');
		expect(sent[0]).not.toContain('line 20 ');
		vi.advanceTimersByTime(5000);
		expect(sent.join('')).toContain('line 23 ');
	});

	test('with very little leaves fewer lines to be drawn', () => {
		expect(budgeted(399, 40).stdout.rows).toBe(14);
		expect(budgeted(400, 40).stdout.rows).toBe(40);
	});

	test('does not hold up what gives the terminal back, and draws nothing after it', () => {
		const {stdout, sent} = budgeted(50, 24);
		stdout.write('\u001B[?1049h');
		stdout.write(Array.from({length: 24}, (_, y) => `\u001B[${y + 1}Hline ${y}`).join(''));
		stdout.write('\u001B[?1049l\u001B[?25h');
		expect(sent.at(-1)).toBe('\u001B[?1049l\u001B[?25h');
		const before = sent.length;
		vi.runAllTimers();
		expect(sent).toHaveLength(before);
	});
});
