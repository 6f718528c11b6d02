import process from 'node:process';
import {type LiveDashboard, startLiveDashboard} from '../../dashboard/live-dashboard.ts';
import {type DashboardReader, openDashboardReader} from '../../dashboard/read-dashboard.ts';
import type {Scope} from '../../dashboard/scope.ts';
import type {Formats} from '../../format.ts';
import {filterNames} from '../../store/filter-names.ts';
import type {Store} from '../../store/open-store.ts';
import type {Teaching} from '../../views/panel-question.ts';
import type {ProducerControl} from '../../views/producer-control.ts';
import {type Analyser, startAnalyser} from '../analyses/analyser.ts';
import type {Given} from '../command-line/command.ts';
import {type CommonOptions, formatsFor} from '../command-line/common-options.ts';
import {actOnAlert} from './act-on-alert.ts';
import {readAlertFacts} from './alert-facts.ts';
import {type AlertLog, type AlertWatch, startAlertWatch} from './alert-watch.ts';
import type {Feed} from './feed.ts';
import {type LiveScreenOptions, startLiveScreenOptions} from './live-screen-options.ts';
import {measureVitals, type VitalsMeter} from './measure-vitals.ts';
import type {ScreenOptions} from './screen-options.ts';
import {screenWriting} from './screen-writing.ts';
import {teaching} from './teaching.ts';

export type AlertOptions = {
	/** Where alerts are remembered; absent where nothing may be written. */
	readonly log?: AlertLog;
	/** Whether the commands that alerts ask for may be run. */
	readonly mayRun: boolean;
};

export type MonitorOptions = {
	readonly given: Given;
	/** Only read from. */
	readonly store: Store;
	readonly common: CommonOptions;
	readonly screen: ScreenOptions;
	readonly scope: Scope;
	/** Whether what analyses find may be written into the database. */
	readonly keepsResults: boolean;
	/** What time it is there, in UTC milliseconds. @default the system's */
	readonly now?: () => number;
	/** Whether that is another time than the system's. @default false */
	readonly hasOwnClock?: boolean;
	readonly alerts: AlertOptions;
	/** Called once everything else has started; what it starts is stopped with the monitor. */
	readonly startProducer?: (onSale: () => void) => ProducerControl & {readonly stop: () => void};
	/** The same for what brings sales and is no producer. */
	readonly startFeed?: ((onSale: () => void) => Feed) | undefined;
};

/** What works behind a screen, whether or not it is drawn. */
export type Monitor = {
	readonly live: LiveDashboard;
	readonly formats: Formats;
	readonly analyser: Analyser;
	/** What was chosen for the screen, as the configuration file has it by now. */
	readonly chosen: LiveScreenOptions;
	readonly alerts: AlertWatch;
	readonly meter: VitalsMeter;
	readonly teaching: Teaching;
	readonly producer: ProducerControl | undefined;
	readonly feed: Feed | undefined;
	readonly stop: () => void;
};

/** The first frames have the processor to themselves for so long. */
const calmMs = 1000;

/** Starts what reads a database and works on what it holds, and connects it. */
export function openMonitor({
	given,
	store,
	common,
	screen,
	scope,
	keepsResults,
	now = Date.now,
	hasOwnClock = false,
	alerts: {log, mayRun},
	startProducer,
	startFeed,
}: MonitorOptions): Monitor {
	const zone = common.zone ?? store.zone;
	const {formats, written} = screenWriting(formatsFor(common, store), screen.theme);
	const analyser = startAnalyser({
		...{store, zone, keepsResults, hasOwnClock},
		flags: flagsForAnalyses(given),
		database: common.database,
		onChange: () => live.refresh(),
	});
	const chosen = startLiveScreenOptions(given, screen);
	const configuration = () => chosen.getSnapshot().configuration;
	const reader = openDashboardReader(store, {
		zone,
		analysesAt: asOf => written(analyser.analysesAt(asOf)),
		goals: () => configuration().goals,
	});
	const meter = measureVitals(store, common.database);
	const live = startLiveDashboard(timed(reader, meter.noteRead), {
		scope,
		// The end of this millisecond: a sale that was recorded in it must not seem to lie ahead.
		now: () => now() + 1,
	});
	const stopConsidering = considerWhenCalm(analyser, live);
	// What the shop is to reach may have changed with the file.
	chosen.subscribe(live.refresh);
	const alerts = startAlertWatch({
		dashboard: () => wholePresent(live),
		configuration,
		readFacts: (dashboard, at) => readAlertFacts(store, zone, configuration(), dashboard, at),
		log,
		formats,
		onNews: news => {
			actOnAlert(news, {
				write: sequence => process.stdout.write(sequence),
				mayRun,
				onProblem: alerts.tell,
			});
		},
		now,
	});
	let producer: ReturnType<NonNullable<typeof startProducer>> | undefined;
	let feed: Feed | undefined;
	const stop = () => {
		stopConsidering();
		analyser.stop();
		producer?.stop();
		feed?.stop();
		alerts.stop();
		chosen.stop();
		live.stop();
	};
	try {
		producer = startProducer?.(live.refresh);
		feed = startFeed?.(live.refresh);
	} catch (error) {
		stop();
		throw error;
	}
	return {
		...{live, formats, analyser, chosen, alerts, meter, producer, feed, stop},
		teaching: teaching(common.database, zone.name, filterNames(store.db).idsOf),
	};
}

/** Of what the command line of the screen says, what the one of the analyses needs as well. */
function flagsForAnalyses(given: Given): readonly string[] {
	return ['config', 'locale'].flatMap(flag => {
		const value = given.own(flag);
		return typeof value === 'string' ? [`--${flag}`, value] : [];
	});
}

/** Analyses and alerts are about all sales up to now; while a part or the past is shown, they wait. */
function wholePresent(live: LiveDashboard) {
	const {dashboard} = live.getSnapshot();
	return dashboard && dashboard.moment !== 'asked' && dashboard.scope.filter.length === 0
		? dashboard
		: undefined;
}

/** Lets the analyses run when they are due, from when the first frames are there. @returns what ends it */
function considerWhenCalm(analyser: Analyser, live: LiveDashboard): () => void {
	const consider = () => {
		const dashboard = wholePresent(live);
		if (dashboard) {
			analyser.consider(dashboard);
		}
	};
	let leave = () => {};
	const calm = setTimeout(() => {
		leave = live.subscribe(consider);
		consider();
	}, calmMs);
	return () => {
		clearTimeout(calm);
		leave();
	};
}

/** The same reader, which tells how long each dashboard took. */
function timed(reader: DashboardReader, note: (ms: number) => void): DashboardReader {
	return {
		...reader,
		async read(...request) {
			const startedAt = performance.now();
			const dashboard = await reader.read(...request);
			note(performance.now() - startedAt);
			return dashboard;
		},
	};
}
