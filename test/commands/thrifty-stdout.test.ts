import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import {expect, test} from 'vitest';
import {thriftyStdout} from '../../source/commands/thrifty-stdout.ts';

/** A terminal of 20×3 that can be made to take nothing more for a while. */
function fakeTerminal() {
	const sent: string[] = [];
	const terminal = Object.assign(new EventEmitter(), {
		columns: 20,
		rows: 3,
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
	return {terminal, sent, stdout: thriftyStdout(terminal as unknown as WriteStream)};
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
