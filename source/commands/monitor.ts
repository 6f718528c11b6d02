import type {Configuration} from '../configuration/configuration.ts';
import {alertLog} from '../store/alert-log.ts';
import {openStore, openStoreToRead} from '../store/open-store.ts';
import {holdKeyboard} from '../terminal/hold-keyboard.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {assertCurrency, commonOptions, storeDefaults} from './command-line/common-options.ts';
import {kebab} from './command-line/parse-command-line.ts';
import {pipedSourceFlags} from './importing/flags/source-flags.ts';
import {followStdin} from './screen/follow-stdin.ts';
import {scopeOf} from './screen/scope-options.ts';
import {liveScreenFlags, screenOptions} from './screen/screen-options.ts';
import {watchStore} from './screen/watch-store.tsx';
import {openClock} from './simulating/clock.ts';
import {fillApart} from './simulating/fill-apart.ts';
import {simulationFlags, simulationOptions} from './simulating/simulation-options.ts';

/** The screen answers keys while it writes, so a busy database is tried again instead of waited for. */
const patienceMs = 20;

/** Before there is a screen: the first lines of a database are loaded in one transaction of a few seconds. */
const patienceAtStartMs = 20_000;

export const monitor: Command = {
	summary: 'The live sales monitor: sells something every two seconds and shows what sells',
	operands: '[-]',
	flags: {...liveScreenFlags, ...simulationFlags, ...pipedSourceFlags},
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
		const piped = Object.keys(pipedSourceFlags).find(flag => given.own(flag) !== undefined);
		if (piped !== undefined) {
			throw new UsageError(`--${kebab(piped)} says how to read what is piped in: write … | salesmon -`);
		}
		const common = commonOptions(given);
		const screen = screenOptions(given);
		const simulation = simulationOptions(given);
		// The simulator's words and products are of use to nobody else, so they load only here.
		const {openSimulation} = await import('./simulating/simulation.ts');
		const letGo = screen.isNarrated ? () => {} : holdKeyboard();
		const writer = openStore(common.database, storeDefaults(common));
		try {
			assertCurrency(common, writer);
			const scope = scopeOf(given, writer, common.zone);
			const clock = openClock(simulation.clock, writer.zone);
			const shop = openSimulation(writer, simulation, clock);
			if (shop.needsHistory()) {
				const exitCode = await fillApart(common, simulation, quitCharacters(given.configuration.keys));
				if (exitCode !== 0) {
					return exitCode;
				}
			}
			writer.setPatience(patienceAtStartMs);
			shop.settle();
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
			letGo();
		}
	},
};

/** Those of the keys that quit which a terminal sends as they are. */
function quitCharacters({quit = ['q']}: Configuration['keys']): readonly string[] {
	return quit.filter(key => key.length === 1);
}
