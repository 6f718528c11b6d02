import path from 'node:path';
import process from 'node:process';
import {startLiveDashboard} from '../dashboard/live-dashboard.ts';
import {openDashboardReader} from '../dashboard/read-dashboard.ts';
import type {Store} from '../store/open-store.ts';
import type {ProducerControl} from '../views/producer-control.ts';
import {startAnalyser} from './analyser.ts';
import {type CommonOptions, formatsFor} from './common-options.ts';
import {printSnapshot} from './print-snapshot.tsx';
import type {ScreenOptions} from './screen-options.ts';

export type WatchOptions = {
	/** Only read from. */
	readonly store: Store;
	readonly common: CommonOptions;
	readonly screen: ScreenOptions;
	/** What is watched, in a word or two. */
	readonly label: string;
	/** Whether what analyses find may be written into the database. */
	readonly keepsResults: boolean;
	/** Called once the screen listens; what it starts is stopped with the screen. */
	readonly startProducer?: (onSale: () => void) => ProducerControl & {readonly stop: () => void};
};

/** The first frames have the processor to themselves for so long. */
const calmMs = 1000;

/** Shows a database until the user quits; a single plain frame where there is no terminal. */
export async function watchStore(options: WatchOptions): Promise<number> {
	const {store, common, screen, label, keepsResults, startProducer} = options;
	// A dumb terminal has no cursor to move.
	if (!process.stdout.isTTY || process.env.TERM === 'dumb') {
		await printSnapshot({store, common, screen, label, format: 'text'});
		return 0;
	}
	const [{showScreen}, {App}] = await Promise.all([import('./show-screen.tsx'), import('../views/app.tsx')]);
	const zone = common.zone ?? store.zone;
	const analyser = startAnalyser({
		...{store, zone, keepsResults},
		database: common.database,
		onChange: () => live.refresh(),
	});
	const live = startLiveDashboard(openDashboardReader(store, {zone, analysesAt: analyser.analysesAt}), {
		windowName: screen.windowName,
		// The end of this millisecond: a sale that was recorded in it must not seem to lie ahead.
		now: () => Date.now() + 1,
	});
	const considerAnalyses = () => {
		const {dashboard} = live.getSnapshot();
		if (dashboard) {
			analyser.consider(dashboard);
		}
	};
	let leave = () => {};
	const calm = setTimeout(() => {
		leave = live.subscribe(considerAnalyses);
		considerAnalyses();
	}, calmMs);
	let producer: (ProducerControl & {readonly stop: () => void}) | undefined;
	try {
		producer = startProducer?.(live.refresh);
		return await showScreen(redraw => (
			<App
				live={live}
				formats={formatsFor(common, store)}
				theme={screen.theme}
				initialView={screen.view}
				label={label}
				onRedraw={redraw}
				{...(producer && {producer})}
			/>
		));
	} finally {
		clearTimeout(calm);
		leave();
		analyser.stop();
		producer?.stop();
		live.stop();
	}
}

/** How a database is called on the screen. */
export function labelOf(database: string): string {
	return path.basename(database);
}
