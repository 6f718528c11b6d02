import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import xterm from '@xterm/headless';
import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {type SurfaceOptions, terminalSurface} from '../../source/terminal/terminal-surface.ts';

beforeEach(() => {
	vi.useFakeTimers();
	onTestFinished(() => {
		vi.useRealTimers();
	});
});

/** A terminal of 20×3 that can be made to take nothing more for a while. */
function fakeTerminal(options: SurfaceOptions = {}, rows = 3) {
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
	const surface = terminalSurface(terminal as unknown as WriteStream, {now: () => Date.now(), ...options});
	const region = surface.region();
	return {
		terminal,
		sent,
		surface,
		stdout: surface.stdout,
		/** Draws lines and lets the time pass that lies between frames. */
		draw(...lines: readonly string[]) {
			region.draw({left: 0, top: 0}, lines);
			surface.show(Date.now());
			vi.advanceTimersByTime(50);
		},
	};
}

/** What a terminal shows after what was sent to it. */
async function shownBy(sent: readonly string[], rows: number): Promise<readonly string[]> {
	const terminal = new xterm.Terminal({cols: 20, rows, allowProposedApi: true});
	await new Promise<void>(resolve => {
		terminal.write(sent.join(''), resolve);
	});
	return Array.from({length: rows}, (_, y) => terminal.buffer.active.getLine(y)!.translateToString(true));
}

test('only what has changed is sent, and nothing where nothing has', () => {
	const {draw, sent} = fakeTerminal();
	draw('orders 1,240');
	draw('orders 1,241');
	draw('orders 1,241');
	expect(sent).toEqual(['\u001B[1Horders 1,240', '\u001B[1;12H1']);
});

test('frames that come faster than the eye are put together', () => {
	const {surface, sent} = fakeTerminal();
	const region = surface.region();
	for (let orders = 1; orders <= 9; orders++) {
		region.draw({left: 0, top: 0}, [`orders ${orders}`]);
		surface.show(Date.now());
	}
	vi.advanceTimersByTime(1000);
	expect(sent).toEqual(['\u001B[1Horders 1', '\u001B[1;8H9']);
});

test('while a slow terminal takes nothing more, frames are dropped for the latest one', () => {
	const {terminal, draw, sent} = fakeTerminal();
	draw('orders 1');
	terminal.writableNeedDrain = true;
	for (let orders = 2; orders <= 9; orders++) {
		draw(`orders ${orders}`);
	}
	expect(sent).toHaveLength(1);
	terminal.writableNeedDrain = false;
	terminal.emit('drain');
	expect(sent).toEqual(['\u001B[1Horders 1', '\u001B[1;8H9']);
});

test('of what Ink writes the modes reach the terminal, and no drawing does', () => {
	const {stdout, sent} = fakeTerminal();
	stdout.write('\u001B[?1049h\u001B[?25l');
	stdout.write('\u001B[?2026h\u001B[2K\u001B[1Atext\n\u001B[?2004h\u001B[?2026l');
	expect(sent).toEqual(['\u001B[?1049h\u001B[?25l', '\u001B[?2004h']);
});

test('a screen that is entered again is drawn whole', () => {
	const {draw, stdout, sent} = fakeTerminal();
	stdout.write('\u001B[?1049h');
	draw('orders 1');
	stdout.write('\u001B[?1049l');
	draw('orders 2');
	expect(sent.at(-1)).toBe('\u001B[?1049l');
	stdout.write('\u001B[?1049h');
	expect(sent.at(-1)).toBe('\u001B[?1049h\u001B[1Horders 2');
});

test('a terminal that knows no size counts as 80×24', () => {
	const {terminal, stdout} = fakeTerminal({}, 0);
	terminal.columns = 0;
	expect([stdout.columns, stdout.rows]).toEqual([80, 24]);
});

test('after a change of size, and when asked to, everything is sent anew', () => {
	const {terminal, surface, draw, sent} = fakeTerminal();
	draw('orders of today');
	terminal.columns = 10;
	terminal.emit('resize');
	vi.advanceTimersByTime(50);
	expect(sent.at(-1)).toBe('\u001B[2J\u001B[1Horders of');
	surface.redraw();
	vi.advanceTimersByTime(50);
	expect(sent).toHaveLength(3);
	expect(sent.at(-1)).toBe('\u001B[2J\u001B[1Horders of');
});

test('between a change of size and the frame that is drawn for it nothing of the one before is sent', () => {
	const {terminal, stdout, draw, sent} = fakeTerminal();
	draw('orders of today');
	terminal.columns = 10;
	terminal.emit('resize');
	stdout.write('\u001B[?25l');
	expect(sent.slice(1)).toEqual(['\u001B[?25l']);
	draw('orders');
	expect(sent.at(-1)).toBe('\u001B[2J\u001B[1Horders');
});

test('whoever waits for a write hears of it, and the rest of the terminal is as it was', () => {
	const {stdout} = fakeTerminal();
	let isDone = false;
	stdout.write('x', () => {
		isDone = true;
	});
	expect([isDone, stdout.isTTY, stdout.columns]).toEqual([true, true, 20]);
});

test('how long a frame took to draw is told', () => {
	const told: number[] = [];
	const {surface} = fakeTerminal({onDraw: ms => told.push(ms)});
	surface.show(Date.now() - 7);
	expect(told).toEqual([7]);
});

describe('digits that have changed', () => {
	const flashing = () => fakeTerminal({flashColor: () => '33'});

	test('stand out for a moment, and only they are sent again', () => {
		const {draw, sent} = flashing();
		draw('orders 1,240');
		draw('orders 1,251');
		expect(sent.at(-1)).toBe('\u001B[1;11H\u001B[33m51\u001B[m');
		vi.runAllTimers();
		expect(sent.at(-1)).toBe('\u001B[1;11H51');
		expect(sent).toHaveLength(3);
	});

	test('do not where other characters have changed beside them', () => {
		const {draw, sent} = flashing();
		draw('11:57 Ada 9');
		draw('11:58 Bob 8');
		expect(sent.at(-1)).not.toContain('33m');
	});

	test('do not on a slow line', () => {
		const {draw, sent} = fakeTerminal({flashColor: () => '33', bytesPerSecond: 1000});
		draw('orders 1');
		vi.runAllTimers();
		draw('orders 2');
		vi.runAllTimers();
		expect(sent.join('')).not.toContain('33m');
	});

	test('nothing flashes any more once the screen is left', () => {
		const {stdout, draw, sent} = flashing();
		stdout.write('\u001B[?1049h');
		draw('orders 1');
		draw('orders 2');
		stdout.write('\u001B[?1049l');
		const before = sent.length;
		vi.runAllTimers();
		expect(sent).toHaveLength(before);
	});
});

describe('a budget of bytes', () => {
	const budgeted = (bytesPerSecond: number, lines = 3) => fakeTerminal({bytesPerSecond}, lines);
	const bytes = (sent: readonly string[]) => Buffer.byteLength(sent.join(''));
	const lines = (text: (y: number) => string) => Array.from({length: 24}, (_, y) => text(y));

	test('is kept however fast frames come, and the last one is shown in the end', async () => {
		const {stdout, draw, sent} = budgeted(500, 24);
		stdout.write('\u001B[?1049h');
		for (let tick = 0; tick < 600; tick++) {
			draw(...lines(y => `${'x'.repeat(10)}${tick + y}`));
			const seconds = (tick + 1) / 20;
			// What is on its way when the clock is read may be ahead by one part.
			expect(bytes(sent)).toBeLessThanOrEqual(500 * seconds + 300);
		}
		vi.advanceTimersByTime(10_000);
		const quiet = sent.length;
		vi.advanceTimersByTime(60_000);
		expect(sent).toHaveLength(quiet);
		vi.useRealTimers();
		expect(await shownBy(sent, 24)).toEqual(lines(y => `xxxxxxxxxx${599 + y}`));
	});

	test('sends the upper lines of a large frame first', () => {
		const {draw, sent} = budgeted(450, 24);
		draw(...lines(y => `line ${y} ${'~'.repeat(12)}`));
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
		const {stdout, draw, sent} = budgeted(50, 24);
		stdout.write('\u001B[?1049h');
		draw(...lines(y => `line ${y}`));
		stdout.write('\u001B[?1049l\u001B[?25h');
		expect(sent.at(-1)).toBe('\u001B[?1049l\u001B[?25h');
		const before = sent.length;
		vi.runAllTimers();
		expect(sent).toHaveLength(before);
	});
});
