import {PassThrough} from 'node:stream';
import type {ReadStream} from 'node:tty';
import {expect, test} from 'vitest';
import {terminalInput, understandsQuestions} from '../../source/terminal/terminal-input.ts';
import {terminalMouse} from '../../source/terminal/terminal-mouse.ts';

/** What is read, piece by piece, of what a terminal sends, and the backgrounds that were heard. */
function read(...pieces: readonly string[]) {
	const terminal = new PassThrough({encoding: 'utf8'});
	const backgrounds: string[] = [];
	const input = terminalInput(terminal as unknown as ReadStream, background => backgrounds.push(background));
	const typed = pieces.map(piece => {
		terminal.write(piece);
		return input.stream.read() as string | null;
	});
	return {typed, backgrounds};
}

test.each([
	['\u001B]11;rgb:ffff/ffff/ffff\u001B\\', 'light'],
	['\u001B]11;rgb:fd/f6/e3\u0007', 'light'],
	['\u001B]11;rgba:1e1e/1e1e/1e1e/ffff\u001B\\', 'dark'],
	['\u001B]11;rgb:0/0/0\u0007', 'dark'],
])('%j says that the background is %s, and types nothing', (answer, background) => {
	expect(read(answer)).toEqual({typed: [null], backgrounds: [background]});
});

test('those that would draw a question are not asked', () => {
	const asked = ['xterm', 'xterm-256color', 'tmux', 'linux', 'ansi', 'vt100', 'vt220', 'dumb', ''];
	expect(asked.filter(TERM => understandsQuestions({TERM}))).toEqual(['xterm', 'xterm-256color', 'tmux']);
	expect(understandsQuestions({})).toBe(false);
});

test('keys around an answer arrive, also where it comes in pieces', () => {
	const answer = '\u001B]11;rgb:ffff/ffff/ffff\u001B\\\u001B[?62;22c';
	expect(read(`2${answer}t`)).toEqual({typed: ['2t'], backgrounds: ['light']});
	// Behind a lone escape character it cannot be told from the key; Ink waits for the rest of that itself.
	const places = Array.from(answer, (_, at) => at).filter(at => at > 0 && answer[at - 1] !== '\u001B');
	for (const at of places) {
		const {typed, backgrounds} = read(`2${answer.slice(0, at)}`, `${answer.slice(at)}t`);
		expect(typed.join(''), `in two at ${at}`).toBe('2t');
		expect(backgrounds).toEqual(['light']);
	}
});

test.each([
	'\u001B',
	'\u001B[A',
	'\u001B[Z',
	'\u001B[200~pasted\u001B[201~',
	'\u001BOP',
	'é',
	'\u001B\u001B',
])('%j is typed as it is', keys => {
	expect(read(keys).typed).toEqual([keys]);
});

test('the wheel is arrows, a click is told with its place, and neither types anything else', () => {
	const terminal = new PassThrough({encoding: 'utf8'});
	const written: string[] = [];
	const clicks: (readonly number[])[] = [];
	const mouse = terminalMouse(sequence => written.push(sequence));
	mouse.listen((column, line) => clicks.push([column, line]));
	const input = terminalInput(terminal as unknown as ReadStream, () => {}, mouse.report);
	const typed = (piece: string) => {
		terminal.write(piece);
		return input.stream.read() as string | null;
	};
	expect(typed('\u001B[<64;10;5M\u001B[<65;10;5M\u001B[<65;10;5M')).toBe('\u001B[A\u001B[B\u001B[B');
	expect(typed('\u001B[<0;12;2M\u001B[<0;12;2m')).toBeNull();
	expect(typed('\u001B[<0;12')).toBeNull();
	expect(typed(';2Mq')).toBe('q');
	expect(clicks).toEqual([
		[11, 1],
		[11, 1],
	]);
});

test('two clicks on one cell soon after each other are a double click', () => {
	const heard: boolean[] = [];
	let at = 0;
	const mouse = terminalMouse(
		() => {},
		() => at,
	);
	mouse.listen((_column, _line, isDouble) => heard.push(isDouble));
	for (const [moment, column] of [
		[0, 5],
		[200, 5],
		[300, 6],
		[1000, 6],
	] as const) {
		at = moment;
		mouse.report(0, column, 3, true);
		mouse.report(0, column, 3, false);
	}
	expect(heard).toEqual([false, true, false, false]);
});

test('the mouse is given back when it was taken, and only then', () => {
	const written: string[] = [];
	const mouse = terminalMouse(sequence => written.push(sequence));
	mouse.release();
	mouse.resume();
	expect(written).toEqual([]);
	mouse.toggle();
	mouse.release();
	mouse.resume();
	mouse.toggle();
	mouse.release();
	const [on, off] = ['\u001B[?1000h\u001B[?1006h', '\u001B[?1006l\u001B[?1000l'];
	expect(written).toEqual([on, off, on, off]);
});
