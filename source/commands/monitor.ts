import {spawnSync} from 'node:child_process';
import {constants} from 'node:os';
import process from 'node:process';
import {alertLog} from '../store/alert-log.ts';
import {openStore, openStoreToRead} from '../store/open-store.ts';
import {openClock} from './clock.ts';
import {type Command, UsageError} from './command.ts';
import {assertCurrency, type CommonOptions, commonOptions, storeDefaults} from './common-options.ts';
import {followStdin} from './follow-stdin.ts';
import {scopeOf} from './scope-options.ts';
import {liveScreenFlags, screenOptions} from './screen-options.ts';
import {type SimulationOptions, simulationFlags, simulationOptions} from './simulation-options.ts';
import {watchStore} from './watch-store.tsx';

/** The screen answers keys while it writes, so a busy database is tried again instead of waited for. */
const patienceMs = 20;

export const monitor: Command = {
	summary: 'The live sales monitor: sells something every two seconds and shows what sells',
	operands: '[-]',
	flags: {...liveScreenFlags, ...simulationFlags},
	async run(given) {
		const [operand, other] = given.operands;
		if (other !== undefined || (operand !== undefined && operand !== '-')) {
			throw new UsageError(
				`what should "${operand === '-' ? other : operand}" do here? Only - is written so: it shows the sales that are piped in`,
			);
		}
		if (operand === '-') {
			return followStdin(given);
		}
		const common = commonOptions(given);
		const screen = screenOptions(given);
		const simulation = simulationOptions(given);
		// The simulator's words and products are of use to nobody else, so they load only here.
		const {openSimulation} = await import('./simulation.ts');
		const writer = openStore(common.database, storeDefaults(common));
		try {
			assertCurrency(common, writer);
			const scope = scopeOf(given, writer, common.zone);
			const clock = openClock(simulation.clock, writer.zone);
			const shop = openSimulation(writer, simulation, clock);
			if (shop.needsHistory()) {
				const exitCode = fillApart(common, simulation);
				if (exitCode !== 0) {
					return exitCode;
				}
			}
			writer.setPatience(patienceMs);
			// A connection of its own: a reader sees what was committed, and only that.
			const store = openStoreToRead(common.database);
			try {
				return await watchStore({
					given,
					store,
					common,
					screen,
					scope,
					label: 'simulated',
					keepsResults: true,
					alerts: {log: alertLog(writer.db), mayRun: true},
					startProducer: shop.start,
					now: clock.now,
					hasOwnClock: clock.isSet,
				});
			} finally {
				store.close();
			}
		} finally {
			writer.close();
		}
	},
};

/**
 * Fills the past in a process of its own: writing a hundred thousand orders takes 50 MB that a process
 * never gives back, and the screen is there for weeks.
 *
 * @returns its exit code; what went wrong it has said itself
 */
function fillApart(
	{database, isQuiet}: CommonOptions,
	{historyDays, seed, clock}: SimulationOptions,
): number {
	const flags = [
		...['--db', database, '--history', String(historyDays), '--seed', String(seed)],
		...(clock === undefined ? [] : ['--clock', clock]),
	];
	const {status, signal, error} = spawnSync(
		process.execPath,
		[process.argv[1]!, 'produce', '--fill-only', ...flags, ...(isQuiet ? ['--quiet'] : [])],
		{stdio: ['ignore', 'ignore', 'inherit']},
	);
	if (error) {
		throw new Error(`cannot start the simulator: ${error.message}`, {cause: error});
	}
	return status ?? 128 + constants.signals[signal!];
}
