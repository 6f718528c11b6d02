import {closeSync, openSync} from 'node:fs';
import {constants} from 'node:os';
import process from 'node:process';
import {ReadStream} from 'node:tty';
import {setFlagsFromString} from 'node:v8';
import {type Instance, render, useApp, useInput} from 'ink';
import {type ReactNode, useCallback, useEffect} from 'react';
import type {Mouse} from '../views/mouse.ts';
import {SurfaceContext} from '../views/surface.tsx';
import type {Background} from '../views/theme/theme.ts';
import {endingSignals} from './ending-signals.ts';
import {tellEveryResize} from './tell-every-resize.ts';
import {terminalInput} from './terminal-input.ts';
import {type TerminalMouse, terminalMouse} from './terminal-mouse.ts';
import {type SurfaceOptions, terminalSurface} from './terminal-surface.ts';

/**
 * What runs for weeks lets little garbage pile up: after three minutes of ten frames a second 149 MB
 * instead of 219, at the same processor time.
 */
const heapGrowingPercent = 50;

export type ShowScreenOptions = SurfaceOptions & {
	/** Hears what the terminal's background is, if it answers; without it the terminal is not asked. */
	readonly onBackground?: ((background: Background) => void) | undefined;
	/**
	 * Settles when another program at the same terminal may have set it back as it was: some do when they
	 * end, and keys would then wait for Enter.
	 */
	readonly otherProgramEnds?: Promise<void> | undefined;
};

/**
 * Draws in the alternate screen until the user quits, a signal ends it or something throws. The
 * terminal is given back in each case before anything else is printed.
 *
 * @param draw makes what is shown; `redraw` sends it whole again
 * @returns the exit code
 * @throws what was thrown while drawing
 */
export async function showScreen(
	draw: (redraw: () => void, mouse: Mouse) => ReactNode,
	{onBackground, otherProgramEnds, ...surfaceOptions}: ShowScreenOptions = {},
): Promise<number> {
	setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
	const keyboard = openKeyboard();
	void otherProgramEnds?.then(() => {
		// Asked for what it has already, it would do nothing.
		if (keyboard.stream.isRaw) {
			keyboard.stream.setRawMode(false).setRawMode(true);
		}
	});
	const endTelling = tellEveryResize(process.stdout);
	const surface = terminalSurface(process.stdout, surfaceOptions);
	const mouse = terminalMouse(sequence => process.stdout.write(sequence));
	const input = terminalInput(keyboard.stream, background => onBackground?.(background), mouse.report);
	let exitCode = 0;
	let failure: unknown;
	let instance: Instance | undefined;
	const end = () => instance?.unmount();
	const onSignal = (signal: NodeJS.Signals) => {
		exitCode = 128 + constants.signals[signal];
		end();
	};
	const onFailure = (error: unknown) => {
		failure ??= error;
		end();
	};
	// A dropped SSH line: there is nobody left to draw for.
	const onBrokenTerminal = () => onSignal('SIGHUP');

	for (const signal of endingSignals) {
		process.on(signal, onSignal);
	}
	process.on('uncaughtException', onFailure);
	process.on('unhandledRejection', onFailure);
	process.stdout.on('error', onBrokenTerminal);
	try {
		const screen = (
			<SurfaceContext value={surface}>
				<Suspendable mouse={mouse}>{draw(surface.redraw, mouse)}</Suspendable>
			</SurfaceContext>
		);
		instance = render(screen, {
			stdin: input.stream,
			stdout: surface.stdout,
			alternateScreen: true,
			// Whatever CI says: there is a terminal, or nothing would be drawn.
			interactive: true,
			patchConsole: false,
			exitOnCtrlC: false,
		});
		if (onBackground) {
			input.askBackground(process.stdout);
		}
		await instance.waitUntilExit();
		await input.settle();
	} finally {
		mouse.release();
		surface.stop();
		endTelling();
		for (const signal of endingSignals) {
			process.off(signal, onSignal);
		}
		process.off('uncaughtException', onFailure);
		process.off('unhandledRejection', onFailure);
		process.stdout.off('error', onBrokenTerminal);
		keyboard.close();
	}
	if (failure !== undefined) {
		throw failure;
	}
	return exitCode;
}

/** Ctrl-Z, or SIGTSTP from outside, gives the terminal back until the program is continued. */
function Suspendable({mouse, children}: {readonly mouse: TerminalMouse; readonly children: ReactNode}) {
	const {suspendTerminal} = useApp();
	const suspend = useCallback(() => {
		void suspendTerminal(
			() =>
				new Promise<void>(resolve => {
					mouse.release();
					process.once('SIGCONT', () => {
						mouse.resume();
						resolve();
					});
					// Not SIGTSTP, which has just been caught: this one cannot be.
					process.kill(process.pid, 'SIGSTOP');
				}),
		);
	}, [mouse, suspendTerminal]);

	useInput((input, key) => {
		if (key.ctrl && input === 'z') {
			suspend();
		}
	});
	useEffect(() => {
		process.on('SIGTSTP', suspend);
		return () => {
			process.off('SIGTSTP', suspend);
		};
	}, [suspend]);

	return children;
}

/** Where keys come from: stdin, or the terminal itself where stdin carries something else. */
function openKeyboard(): {stream: NodeJS.ReadStream; close: () => void} {
	if (process.stdin.isTTY) {
		return {stream: process.stdin, close() {}};
	}
	let descriptor: number;
	try {
		descriptor = openSync('/dev/tty', 'r');
	} catch (error) {
		throw new Error(
			'there is no keyboard to read keys from: run salesmon in a terminal, or use salesmon snapshot',
			{
				cause: error,
			},
		);
	}
	const stream = new ReadStream(descriptor);
	return {
		stream,
		close() {
			stream.destroy();
			try {
				closeSync(descriptor);
			} catch {
				// Destroying the stream closes its descriptor too, sooner or later.
			}
		},
	};
}
