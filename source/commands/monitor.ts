import {openStore, openStoreToRead} from '../store/open-store.ts';
import type {Command} from './command.ts';
import {assertCurrency, commonOptions, storeDefaults} from './common-options.ts';
import {progressLine} from './progress-line.ts';
import {screenFlags, screenOptions} from './screen-options.ts';
import {simulationFlags, simulationOptions} from './simulation-options.ts';
import {watchStore} from './watch-store.tsx';

/** The screen answers keys while it writes, so a busy database is tried again instead of waited for. */
const patienceMs = 20;

export const monitor: Command = {
	summary: 'The live sales monitor: sells something every two seconds and shows what sells.',
	flags: {...screenFlags, ...simulationFlags},
	async run(given) {
		const common = commonOptions(given);
		const screen = screenOptions(given);
		const simulation = simulationOptions(given);
		// The simulator's words and products are of use to nobody else, so they load only here.
		const {openSimulation} = await import('./simulation.ts');
		const writer = openStore(common.database, storeDefaults(common));
		try {
			assertCurrency(common, writer);
			const shop = openSimulation(writer, simulation, Date.now);
			const progress = progressLine(`Filling ${simulation.historyDays} days of sales`, common.isQuiet);
			shop.fillHistory(Date.now(), progress.update);
			progress.clear();
			writer.setPatience(patienceMs);
			// A connection of its own: a reader sees what was committed, and only that.
			const store = openStoreToRead(common.database);
			try {
				return await watchStore({
					store,
					common,
					screen,
					label: 'simulated',
					startProducer: shop.start,
				});
			} finally {
				store.close();
			}
		} finally {
			writer.close();
		}
	},
};
