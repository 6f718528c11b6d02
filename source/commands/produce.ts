import {once} from 'node:events';
import process from 'node:process';
import {openStore} from '../store/open-store.ts';
import {endingSignals} from '../terminal/ending-signals.ts';
import type {Command} from './command-line/command.ts';
import {commonOptions, formatsFor, storeDefaults} from './command-line/common-options.ts';
import {progressLine} from './command-line/progress-line.ts';
import {openClock} from './simulating/clock.ts';
import {simulationFlags, simulationOptions} from './simulating/simulation-options.ts';

/** How often a running producer says how much it has sold. */
const reportEveryMs = 60_000;

/** There is no screen to keep alive, so it waits for another program's long write. */
const patienceMs = 60_000;

export const produce: Command = {
	name: 'produce',
	summary: 'Sells without a screen, until it is stopped',
	flags: {
		...simulationFlags,
		fillOnly: {type: 'boolean', about: 'fill an empty database with its past, and stop'},
	},
	async run(given) {
		const common = commonOptions(given);
		const options = simulationOptions(given);
		const {openSimulation} = await import('./simulating/simulation.ts');
		const store = openStore(common.database, storeDefaults(common), {patienceMs});
		const {count, clock} = formatsFor(common, store);
		const say = (message: string) => {
			if (!common.isQuiet) {
				console.error(message);
			}
		};
		try {
			const shopClock = openClock(options.clock, store.zone);
			const shop = openSimulation(store, options, shopClock);
			const progress = progressLine(`Filling ${options.historyDays} days of sales`, common.isQuiet);
			const filled = shop.fillHistory(shopClock.now(), progress.update);
			progress.clear();
			if (given.has('fillOnly')) {
				return 0;
			}
			if (filled > 0) {
				say(`filled ${common.database} with ${count(filled)} orders of its past`);
			}
			let sold = 0;
			const stopped = new AbortController();
			const producer = shop.start(() => {
				sold++;
			});
			let told: string | undefined;
			let toldScene = producer.getSnapshot().scene;
			producer.subscribe(() => {
				const {problem, scene} = producer.getSnapshot();
				if (problem !== told) {
					told = problem;
					say(`${clock(shopClock.now())} ${problem ?? 'recording sales again'}`);
				}
				if (scene && scene !== toldScene) {
					say(`${clock(shopClock.now())} ${scene.title}: ${scene.words}`);
				}
				toldScene = scene;
			});
			const report = setInterval(
				() => say(`${clock(shopClock.now())} ${count(sold)} commits so far`),
				reportEveryMs,
			);
			say(`selling into ${common.database}; Ctrl-C stops`);
			await Promise.race(endingSignals.map(signal => once(process, signal, stopped)));
			stopped.abort();
			producer.stop();
			clearInterval(report);
			return 0;
		} finally {
			store.close();
		}
	},
};
