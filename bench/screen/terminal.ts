import {setTimeout as pause} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

export type Size = {readonly columns: number; readonly rows: number};

/** What runs in a terminal. */
export type TerminalProgram = {readonly command: string; readonly args: readonly string[]};

/** A program in a real pseudo-terminal, seen from outside. Times are of `performance.now()`. */
export type Terminal = {
	readonly pid: number;
	readonly startedAt: number;
	/** Bytes that came so far. */
	readonly bytes: () => number;
	/** When the first and the latest bytes came; `NaN` before. */
	readonly firstAt: () => number;
	readonly lastAt: () => number;
	readonly press: (keys: string) => void;
	/** Waits for the next bytes. @returns when they came */
	readonly nextOutput: () => Promise<number>;
	/** Waits until a frame that is being sent is there. @returns when its last bytes came */
	readonly endOfFrame: () => Promise<number>;
	/** @returns when the bytes came that made the screen so */
	readonly outputUntil: (isSo: (text: string) => boolean) => Promise<number>;
	/** Waits until nothing has come for so long. */
	readonly quiet: (forMs: number) => Promise<void>;
	/** What stands on the screen. */
	readonly text: () => string;
	/** The open tab: what has a background in the second line. */
	readonly tab: () => string;
	/** Quits, and waits for the end. */
	readonly close: () => Promise<void>;
};

/** Opens a terminal for as long as the work takes, whatever becomes of it. */
export async function inTerminal<Result>(
	program: TerminalProgram,
	size: Size,
	work: (terminal: Terminal) => Promise<Result>,
	environment: Readonly<Record<string, string>> = {},
): Promise<Result> {
	const terminal = openTerminal(program, size, environment);
	try {
		return await work(terminal);
	} finally {
		await terminal.close();
	}
}

/** Bytes with less time between them belong to one frame. */
const frameGapMs = 15;

/** How long to wait for something before it counts as failed. */
const patienceMs = 10_000;

function openTerminal(
	{command, args}: TerminalProgram,
	{columns, rows}: Size,
	environment: Readonly<Record<string, string>> = {},
): Terminal {
	const {NO_COLOR: _, NODE_OPTIONS: __, ...inherited} = process.env;
	const startedAt = performance.now();
	const child = spawn(command, [...args], {
		cols: columns,
		rows,
		name: 'xterm-256color',
		// Bytes, so that they are counted as they were sent.
		encoding: null,
		env: {...inherited, TERM: 'xterm-256color', COLORTERM: 'truecolor', ...environment} as Record<
			string,
			string
		>,
	});
	const screen = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	let bytes = 0;
	let firstAt = Number.NaN;
	let lastAt = Number.NaN;
	let isOver = false;
	const text = () => {
		const {active} = screen.buffer;
		return Array.from({length: rows}, (_, row) =>
			active.getLine(active.baseY + row)?.translateToString(true),
		).join('\n');
	};
	const tab = () => {
		const {active} = screen.buffer;
		const line = active.getLine(active.baseY + 1);
		const cells = Array.from({length: columns}, (_, column) => line?.getCell(column));
		return cells
			.filter(cell => cell && !cell.isBgDefault())
			.map(cell => cell!.getChars())
			.join('')
			.trim();
	};
	/** Asked about every output, with the moment at which it came; those that say yes are done. */
	const waiting = new Set<(at: number, isDrawn: boolean) => boolean>();
	const tell = (at: number, isDrawn: boolean) => {
		for (const isDone of waiting) {
			if (isDone(at, isDrawn)) {
				waiting.delete(isDone);
			}
		}
	};
	const output = async (isEnough: (isDrawn: boolean) => boolean) =>
		new Promise<number>((resolve, reject) => {
			const timer = setTimeout(() => {
				waiting.delete(isDone);
				reject(new Error(`waited ${patienceMs} ms in vain; on the screen stands\n${text()}`));
			}, patienceMs);
			const isDone = (at: number, isDrawn: boolean) => {
				if (!isEnough(isDrawn)) {
					return false;
				}
				clearTimeout(timer);
				resolve(at);
				return true;
			};
			waiting.add(isDone);
		});

	child.onData(chunk => {
		const at = performance.now();
		lastAt = at;
		firstAt = Number.isNaN(firstAt) ? at : firstAt;
		// The types know text only, though without an encoding buffers come.
		const buffer = Buffer.from(chunk);
		bytes += buffer.length;
		tell(at, false);
		screen.write(buffer, () => tell(at, true));
	});
	// Ink may ask the terminal what it can do.
	screen.onData(reply => {
		child.write(reply);
	});
	const exited = new Promise<void>(resolve => {
		child.onExit(() => {
			isOver = true;
			resolve();
		});
	});

	return {
		pid: child.pid,
		startedAt,
		bytes: () => bytes,
		firstAt: () => firstAt,
		lastAt: () => lastAt,
		press: keys => child.write(keys),
		nextOutput: () => output(() => true),
		async endOfFrame() {
			while (performance.now() - lastAt < frameGapMs) {
				await pause(2);
			}
			return lastAt;
		},
		outputUntil: isSo => output(isDrawn => isDrawn && isSo(text())),
		async quiet(forMs) {
			while (!isOver && !(performance.now() - lastAt >= forMs)) {
				await pause(5);
			}
		},
		text,
		tab,
		async close() {
			if (!isOver) {
				child.write('q');
				const deadline = setTimeout(() => child.kill('SIGTERM'), 3000);
				await exited;
				clearTimeout(deadline);
			}
			screen.dispose();
		},
	};
}
