import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type {Paper} from './svg-of-screens.ts';

/** One character with its colours as `#rrggbb`; absent colours are the terminal's own. */
export type Cell = {
	readonly text: string;
	readonly color: string | undefined;
	readonly fill: string | undefined;
	readonly isBold: boolean;
	readonly isDim: boolean;
};

/** A whole screen, by rows. */
export type Frame = readonly (readonly Cell[])[];

export type RecordedTerminal = {
	readonly press: (keys: string) => void;
	/** What is on the screen. */
	readonly frame: () => Frame;
	/** Waits until the screen shows it. @throws Error with the screen where it ends or takes too long */
	readonly shows: (condition: RegExp) => Promise<void>;
	/** Quits, and waits for the end. */
	readonly close: () => Promise<void>;
};

export type TerminalSize = {readonly columns: number; readonly rows: number};

export const darkPaper: Paper = {background: '#16181d', foreground: '#d7dae0'};
export const lightPaper: Paper = {background: '#fbfbf9', foreground: '#24272e'};

const patienceMs = 90_000;

/** Runs a Node program in a terminal that shows 16,777,216 colours. */
export function openRecordedTerminal(
	nodeArguments: readonly string[],
	{columns, rows}: TerminalSize,
	paper: Paper = darkPaper,
): RecordedTerminal {
	const {NO_COLOR: _, ...inherited} = process.env;
	const child = spawn(process.execPath, [...nodeArguments], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		env: {...inherited, COLORTERM: 'truecolor', LC_ALL: 'en_GB.UTF-8'} as Record<string, string>,
	});
	const screen = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const watchers = new Set<() => void>();
	let hasEnded = false;
	const tell = () => {
		for (const watch of [...watchers]) {
			watch();
		}
	};
	child.onData(data => screen.write(data, tell));
	// Ink may ask the terminal what it can do.
	screen.onData(reply => child.write(reply));
	const exited = new Promise<void>(resolve => {
		child.onExit(() => {
			hasEnded = true;
			tell();
			resolve();
		});
	});
	const frame = () => readFrame(screen, paper);
	const text = () =>
		frame()
			.map(row => row.map(each => each.text).join(''))
			.join('\n');

	return {
		press: keys => child.write(keys),
		frame,
		shows: condition =>
			new Promise((resolve, reject) => {
				const settle = (done: () => void) => {
					watchers.delete(look);
					clearTimeout(timer);
					done();
				};
				const fail = (why: string) =>
					settle(() => reject(new Error(`${why} ${condition}; on the screen stands\n${text()}`)));
				const look = () => {
					if (condition.test(text())) {
						settle(resolve);
					} else if (hasEnded) {
						fail('the program ended before it showed');
					}
				};
				const timer = setTimeout(() => fail(`waited ${patienceMs} ms in vain for`), patienceMs);
				watchers.add(look);
				look();
			}),
		async close() {
			if (!hasEnded) {
				child.write('\u0003');
			}
			await exited;
			screen.dispose();
		},
	};
}

function readFrame(screen: InstanceType<typeof xterm.Terminal>, paper: Paper): Frame {
	const {active} = screen.buffer;
	return Array.from({length: screen.rows}, (_, y) => {
		const line = active.getLine(active.baseY + y);
		return Array.from({length: screen.cols}, (_cell, x): Cell => {
			const found = line?.getCell(x);
			if (!found) {
				return {text: ' ', color: undefined, fill: undefined, isBold: false, isDim: false};
			}
			const color = found.isFgDefault() ? undefined : hexColor(found.getFgColor(), found.isFgRGB());
			const fill = found.isBgDefault() ? undefined : hexColor(found.getBgColor(), found.isBgRGB());
			return {
				// The second half of a wide character has no text.
				text: found.getChars() || ' ',
				color: found.isInverse() ? (fill ?? paper.background) : color,
				fill: found.isInverse() ? (color ?? paper.foreground) : fill,
				isBold: found.isBold() !== 0,
				isDim: found.isDim() !== 0,
			};
		});
	});
}

/** The six levels of a channel in the colour cube of the 256-colour table. */
const levels = [0, 95, 135, 175, 215, 255];

/** The first 16, as xterm has them. */
const named =
	'000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff'.split(
		' ',
	);

function hexColor(value: number, isRgb: boolean): string {
	if (isRgb) {
		return `#${value.toString(16).padStart(6, '0')}`;
	}
	if (value < named.length) {
		return `#${named[value]}`;
	}
	const channels =
		value >= 232
			? Array<number>(3).fill(8 + (value - 232) * 10)
			: [36, 6, 1].map(step => levels[Math.floor((value - 16) / step) % 6]!);
	return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}
