import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';
import process from 'node:process';
import {messageOf} from '../../message-of.ts';
import {endingSignals} from '../../terminal/ending-signals.ts';
import {dropKeys} from '../../terminal/hold-keyboard.ts';
import type {CommonOptions} from '../command-line/common-options.ts';
import type {SimulationOptions} from './simulation-options.ts';

const ctrlC = '\u0003';
const ctrlZ = '\u001A';

/**
 * Fills the past in a process of its own: writing a hundred thousand orders takes 50 MB that a process
 * never gives back, and the screen is there for weeks. Keys that quit and signals end it, and nothing is written.
 *
 * @param quitKeys characters that end it, besides Ctrl-C
 * @returns its exit code; what went wrong it has said itself
 */
export async function fillApart(
	{database, isQuiet}: CommonOptions,
	{historyDays, seed, clock}: SimulationOptions,
	quitKeys: readonly string[],
): Promise<number> {
	const flags = [
		...['--db', database, '--history', String(historyDays), '--seed', String(seed)],
		...(clock === undefined ? [] : ['--clock', clock]),
	];
	const child = spawn(
		process.execPath,
		[process.argv[1]!, 'produce', '--fill-only', ...flags, ...(isQuiet ? ['--quiet'] : [])],
		{stdio: ['ignore', 'ignore', 'inherit']},
	);
	const end = (signal: NodeJS.Signals) => {
		child.kill(signal);
	};
	const quits = [ctrlC, ...quitKeys].map(key => [key, () => end('SIGINT')]);
	const endDropping = dropKeys({...Object.fromEntries(quits), [ctrlZ]: () => suspendWith(child)});
	for (const signal of endingSignals) {
		process.on(signal, end);
	}
	try {
		const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
		if (status !== null) {
			return status;
		}
		if (process.stderr.isTTY) {
			// Away from the line that told how far it had come.
			process.stderr.write('\n');
		}
		if (!isQuiet) {
			console.error(`filling ${database} was broken off: nothing is in it yet, and the next start fills it`);
		}
		return 128 + constants.signals[signal!];
	} catch (error) {
		const reason = messageOf(error);
		throw new Error(`cannot start the simulator: ${reason}`, {cause: error});
	} finally {
		for (const signal of endingSignals) {
			process.off(signal, end);
		}
		endDropping();
	}
}

/** Gives the terminal back, with both processes stopped, until this one is continued. */
function suspendWith(child: ChildProcess): void {
	const {stdin} = process;
	stdin.setRawMode(false);
	child.kill('SIGSTOP');
	process.once('SIGCONT', () => {
		stdin.setRawMode(true);
		child.kill('SIGCONT');
	});
	process.kill(process.pid, 'SIGSTOP');
}
