import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';
import process from 'node:process';
import {messageOf} from '../../message-of.ts';
import {endingSignals} from '../../terminal/ending-signals.ts';
import {dropKeys} from '../../terminal/hold-keyboard.ts';
import type {CommonOptions} from '../command-line/common-options.ts';
import type {SimulationOptions} from './simulation-options.ts';

/**
 * Fills the past in a process of its own: writing a hundred thousand orders takes 50 MB that a process
 * never gives back, and the screen is there for weeks. Ctrl-C and signals end it, and nothing is written.
 *
 * @returns its exit code; what went wrong it has said itself
 */
export async function fillApart(
	{database, isQuiet}: CommonOptions,
	{historyDays, seed, clock}: SimulationOptions,
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
	const endDropping = dropKeys(() => end('SIGINT'));
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
