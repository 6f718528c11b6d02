import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {onTestFinished} from 'vitest';

/** The built program, as users run it. */
export const program = path.resolve('dist/bin.js');

export type TestTerminal = {
	readonly pid: number;
	/** Everything that was sent to the terminal. */
	readonly output: () => string;
	/** The lines that the screen shows, without what is blank at their ends. */
	readonly screen: () => readonly string[];
	/** Resolves when the screen meets a condition; rejects, with the screen, when the program ends before. */
	readonly shows: (condition: RegExp | ((screen: string) => boolean)) => Promise<void>;
	/** Resolves when a sequence was sent. */
	readonly sends: (sequence: string) => Promise<void>;
	readonly type: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	readonly signal: (signal: NodeJS.Signals) => void;
	/** Whether the alternate screen is open. */
	readonly isAlternate: () => boolean;
	readonly exit: Promise<{readonly code: number; readonly signal: number | undefined}>;
};

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string>>;
};

/** Runs Node with these arguments in a terminal; ended with the test. */
export function runInTerminal(
	nodeArguments: readonly string[],
	{columns = 100, rows = 30, env = {}}: TerminalOptions = {},
): TestTerminal {
	// These decide about colours.
	const {NO_COLOR: _, COLORTERM: __, ...inherited} = process.env;
	const child = spawn(process.execPath, [...nodeArguments], {
		name: env.TERM ?? 'xterm-256color',
		cols: columns,
		rows,
		env: {...inherited, LC_ALL: 'en_GB.UTF-8', ...env},
	});
	// The program takes a terminal of no size for 80×24, so this one must be as large to show it.
	const emulator = new xterm.Terminal({cols: columns || 80, rows: rows || 24, allowProposedApi: true});
	let output = '';
	let hasEnded = false;
	const listeners = new Set<() => void>();
	const notify = () => {
		for (const listener of [...listeners]) {
			listener();
		}
	};
	child.onData(data => {
		output += data;
		emulator.write(data, notify);
	});
	const exit = new Promise<{code: number; signal: number | undefined}>(resolve => {
		child.onExit(({exitCode, signal}) => {
			hasEnded = true;
			// What was sent last is still to be drawn.
			emulator.write('', () => {
				notify();
				resolve({code: exitCode, signal: signal || undefined});
			});
		});
	});
	onTestFinished(() => {
		if (!hasEnded) {
			child.kill('SIGKILL');
		}
		emulator.dispose();
	});

	const screen = () => {
		const {buffer} = emulator;
		return Array.from({length: emulator.rows}, (_line, y) => {
			// What was written over with blanks is blank too.
			const line = buffer.active.getLine(buffer.active.viewportY + y)?.translateToString(true);
			return line?.trimEnd() ?? '';
		});
	};
	const until = (holds: () => boolean, what: string) =>
		new Promise<void>((resolve, reject) => {
			const look = () => {
				if (holds()) {
					listeners.delete(look);
					resolve();
				} else if (hasEnded) {
					listeners.delete(look);
					reject(new Error(`the program ended before ${what}; the screen:\n${screen().join('\n')}`));
				}
			};
			listeners.add(look);
			look();
		});

	return {
		pid: child.pid,
		output: () => output,
		screen,
		shows: condition =>
			until(
				() => {
					const shown = screen().join('\n');
					return condition instanceof RegExp ? condition.test(shown) : condition(shown);
				},
				`it showed ${String(condition)}`,
			),
		sends: sequence => until(() => output.includes(sequence), `it sent ${JSON.stringify(sequence)}`),
		type: keys => child.write(keys),
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		signal: signal => child.kill(signal),
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		exit,
	};
}
