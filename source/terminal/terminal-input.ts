import {setTimeout} from 'node:timers/promises';
import type {ReadStream} from 'node:tty';
import {escapeCharacter} from '../views/escape-character.ts';
import type {Background} from '../views/theme/theme.ts';
import type {TerminalMouse} from './terminal-mouse.ts';

/** Asks for the background, and for what every terminal answers: after that there comes no answer to the first. */
const backgroundQuery = '\u001B]11;?\u001B\\\u001B[c';

/** Whether such a question can be put to a terminal of that name: some draw a part of it. */
export function understandsQuestions({TERM = ''}: Readonly<Record<string, string | undefined>>): boolean {
	return !/^(?:$|dumb|linux|ansi|cons25|vt\d)/.test(TERM);
}

export type TerminalInput = {
	/** What is typed, without what the terminal says of itself. */
	readonly stream: ReadStream;
	/** Asks the terminal for its background. The answer comes when it comes; many never give one. */
	readonly askBackground: (output: NodeJS.WritableStream) => void;
	/** Waits a moment for an answer that is still on its way: the shell would take it for typed. */
	readonly settle: () => Promise<void>;
};

/** Over a slow line an answer takes this long. */
const answerWithinMs = 250;

// The answers to `backgroundQuery`: OSC 11 with a colour, ended by BEL or ST, and device attributes; and
// what the mouse did.
const answers = new RegExp(
	[
		String.raw`${escapeCharacter}\]11;([^\u0007${escapeCharacter}]*)(?:\u0007|${escapeCharacter}\\)`,
		String.raw`${escapeCharacter}\[\?[\d;]*c`,
		String.raw`${escapeCharacter}\[<(\d+);(\d+);(\d+)([Mm])`,
	].join('|'),
	'g',
);

// What one of them may begin with, at the end of a piece.
const unfinished = new RegExp(
	String.raw`${escapeCharacter}(?:\](?:1(?:1(?:;[^\u0007${escapeCharacter}]{0,40}${escapeCharacter}?)?)?)?|\[(?:[?<][\d;]{0,40})?)$`,
);

/**
 * What comes from a terminal, split into what the reader types and what the terminal answers: Ink would take
 * the answer for keys.
 */
export function terminalInput(
	terminal: ReadStream,
	onBackground: (background: Background) => void,
	onMouse: TerminalMouse['report'] = () => '',
): TerminalInput {
	let kept = '';
	let askedAt = Number.NEGATIVE_INFINITY;
	let hasAnswered = false;
	let tellAnswered = () => {};
	const answered = new Promise<void>(resolve => {
		tellAnswered = resolve;
	});

	const typed = (piece: string): string => {
		const text = kept + piece;
		kept = '';
		const rest = text.replaceAll(answers, (_answer, color?: string, ...mouse: readonly string[]) => {
			const [button, column, line, end] = mouse;
			if (end === 'M' || end === 'm') {
				return onMouse(Number(button), Number(column), Number(line), end === 'M');
			}
			const background = color === undefined ? undefined : backgroundOf(color);
			if (background !== undefined) {
				onBackground(background);
			}
			if (color === undefined) {
				hasAnswered = true;
				tellAnswered();
			}
			return '';
		});
		kept = unfinished.exec(rest)?.[0] ?? '';
		return kept === '' ? rest : rest.slice(0, -kept.length);
	};
	const read = (size?: number): string | null => {
		for (;;) {
			const piece: string | Buffer | null = terminal.read(size);
			if (piece === null) {
				return null;
			}
			const text = String(piece);
			const rest = kept === '' && !text.includes(escapeCharacter) ? text : typed(text);
			if (rest !== '') {
				return rest;
			}
		}
	};
	const stream = new Proxy(terminal, {
		get(target, property) {
			if (property === 'read') {
				return read;
			}
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	return {
		stream,
		askBackground(output) {
			askedAt = performance.now();
			output.write(backgroundQuery);
		},
		async settle() {
			const leftMs = askedAt + answerWithinMs - performance.now();
			if (hasAnswered || !(leftMs > 0)) {
				return;
			}
			const takeAnswer = () => read();
			terminal.setRawMode(true);
			terminal.on('readable', takeAnswer);
			await Promise.race([answered, setTimeout(leftMs)]);
			terminal.off('readable', takeAnswer);
			terminal.setRawMode(false);
		},
	};
}

/** Which side of the middle a colour such as `rgb:fdfd/f6f6/e3e3` lies on. */
function backgroundOf(color: string): Background | undefined {
	const match = /^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(color);
	if (!match) {
		return undefined;
	}
	const [red = 0, green = 0, blue = 0] = match
		.slice(1)
		.map(channel => Number.parseInt(channel, 16) / (16 ** channel.length - 1));
	return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? 'light' : 'dark';
}
