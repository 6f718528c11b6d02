import path from 'node:path';
import process from 'node:process';
import {type ReactNode, useSyncExternalStore} from 'react';
import {startLiveDashboard} from '../../dashboard/live-dashboard.ts';
import {type DashboardReader, openDashboardReader} from '../../dashboard/read-dashboard.ts';
import type {Scope} from '../../dashboard/scope.ts';
import type {Store} from '../../store/open-store.ts';
import {holdKeyboard} from '../../terminal/hold-keyboard.ts';
import type {ProducerControl} from '../../views/producer-control.ts';
import {reboundKeys} from '../../views/rebound-keys.ts';
import {useExternal} from '../../views/use-external.ts';
import {startAnalyser} from '../analyses/analyser.ts';
import type {Given} from '../command-line/command.ts';
import {type CommonOptions, formatsFor, printFormatsFor} from '../command-line/common-options.ts';
import {actOnAlert} from './act-on-alert.ts';
import {readAlertFacts} from './alert-facts.ts';
import {type AlertLog, type AlertsShown, type AlertWatch, startAlertWatch} from './alert-watch.ts';
import type {Feed} from './feed.ts';
import {
	type LiveScreenOptions,
	type LiveScreenOptionsState,
	startLiveScreenOptions,
} from './live-screen-options.ts';
import {measureVitals} from './measure-vitals.ts';
import {printSnapshot} from './print-snapshot.tsx';
import {savedViews} from './saved-views.ts';
import type {ScreenOptions} from './screen-options.ts';
import {screenWriting} from './screen-writing.ts';
import {teaching} from './teaching.ts';

export type AlertOptions = {
	/** Where alerts are remembered; absent where nothing may be written. */
	readonly log?: AlertLog;
	/** Whether the commands that alerts ask for may be run. */
	readonly mayRun: boolean;
};

export type WatchOptions = {
	readonly given: Given;
	/** Only read from. */
	readonly store: Store;
	readonly common: CommonOptions;
	readonly screen: ScreenOptions;
	readonly scope: Scope;
	/** What is watched, in a word or two. */
	readonly label: string;
	/** Whether what analyses find may be written into the database. */
	readonly keepsResults: boolean;
	/** What time it is there, in UTC milliseconds. @default the system's */
	readonly now?: () => number;
	/** Whether that is another time than the system's. @default false */
	readonly hasOwnClock?: boolean;
	readonly alerts: AlertOptions;
	/** Called once the screen listens; what it starts is stopped with the screen. */
	readonly startProducer?: (onSale: () => void) => ProducerControl & {readonly stop: () => void};
	/** The same for what brings sales and is no producer. */
	readonly startFeed?: ((onSale: () => void) => Feed) | undefined;
};

/** The first frames have the processor to themselves for so long. */
const calmMs = 1000;

/** Shows a database until the user quits; a single plain frame where there is no terminal. */
export async function watchStore(options: WatchOptions): Promise<number> {
	const {
		given,
		store,
		common,
		screen,
		scope,
		label,
		keepsResults,
		now = Date.now,
		hasOwnClock = false,
		startProducer,
	} = options;
	if (screen.isNarrated) {
		return narrateStore(options);
	}
	// A dumb terminal has no cursor to move.
	if (!process.stdout.isTTY || process.env.TERM === 'dumb') {
		await printSnapshot({
			store,
			goals: given.configuration.goals,
			common,
			screen,
			scope,
			label,
			format: 'text',
		});
		return 0;
	}
	const letGo = holdKeyboard();
	const [{showScreen}, {App}] = await Promise.all([
		import('../../terminal/show-screen.tsx'),
		import('../../views/app.tsx'),
	]);
	const zone = common.zone ?? store.zone;
	const {formats, written} = screenWriting(formatsFor(common, store), screen.theme);
	const analyser = startAnalyser({
		...{store, zone, keepsResults},
		flags: (['config', 'locale'] as const).flatMap(flag => {
			const value = given.own(flag);
			return typeof value === 'string' ? [`--${flag}`, value] : [];
		}),
		database: common.database,
		hasOwnClock,
		onChange: () => live.refresh(),
	});
	const chosen = startLiveScreenOptions(given, screen);
	const reader = openDashboardReader(store, {
		zone,
		analysesAt: asOf => written(analyser.analysesAt(asOf)),
		goals: () => chosen.getSnapshot().configuration.goals,
	});
	const meter = measureVitals(store, common.database);
	const live = startLiveDashboard(timed(reader, meter.noteRead), {
		scope,
		// The end of this millisecond: a sale that was recorded in it must not seem to lie ahead.
		now: () => now() + 1,
	});
	/** Analyses and alerts are about all sales up to now; while a part or the past is shown, they wait. */
	const wholePresent = () => {
		const {dashboard} = live.getSnapshot();
		return dashboard && !dashboard.isAsked && dashboard.scope.filter.length === 0 ? dashboard : undefined;
	};
	const considerAnalyses = () => {
		const dashboard = wholePresent();
		if (dashboard) {
			analyser.consider(dashboard);
		}
	};
	const teach = teaching(common.database, zone.name);
	let leave = () => {};
	const calm = setTimeout(() => {
		leave = live.subscribe(considerAnalyses);
		considerAnalyses();
	}, calmMs);
	// What the shop is to reach may have changed with the file.
	chosen.subscribe(live.refresh);
	const configuration = () => chosen.getSnapshot().configuration;
	const alerts = startAlertWatch({
		dashboard: wholePresent,
		configuration,
		readFacts: (dashboard, at) => readAlertFacts(store, zone, configuration(), dashboard, at),
		log: options.alerts.log,
		formats,
		onNews: news => {
			actOnAlert(news, {
				write: sequence => process.stdout.write(sequence),
				mayRun: options.alerts.mayRun,
				onProblem: alerts.tell,
			});
		},
		now,
	});
	let producer: (ProducerControl & {readonly stop: () => void}) | undefined;
	let feed: Feed | undefined;
	try {
		producer = startProducer?.(live.refresh);
		feed = options.startFeed?.(live.refresh);
		return await showScreen(
			(redraw, mouse) => (
				<WithLiveProps chosen={chosen} alerts={alerts} feed={feed}>
					{({options, configuration: {keys}, problem}, alarming, notice) => (
						<App
							live={live}
							formats={formats}
							theme={options.theme}
							initialView={screen.view}
							label={label}
							isMasked={screen.isMasked}
							savedViews={savedViews}
							initialSaved={screen.saved}
							isKiosk={screen.isKiosk}
							rotateMs={screen.rotateMs}
							vitals={meter.vitals}
							analyses={analyser}
							teaching={teach}
							problem={problem ?? alarming.problem ?? notice}
							alerts={alarming.alerts}
							bindings={reboundKeys(keys)}
							onRedraw={redraw}
							mouse={mouse}
							{...(producer && {producer})}
						/>
					)}
				</WithLiveProps>
			),
			{
				otherProgramEnds: feed?.end,
				bytesPerSecond: screen.bytesPerSecond,
				flashColor() {
					const {theme, hasReducedMotion} = chosen.getSnapshot().options;
					return hasReducedMotion ? undefined : theme.flash;
				},
				onSent: meter.noteSent,
				onDraw: meter.noteDraw,
				onBackground: screen.asksBackground ? chosen.learnBackground : undefined,
			},
		);
	} finally {
		clearTimeout(calm);
		leave();
		analyser.stop();
		producer?.stop();
		feed?.stop();
		alerts.stop();
		chosen.stop();
		live.stop();
		letGo();
	}
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

/** Says in sentences what happens, into a terminal or anything else. */
async function narrateStore({
	store,
	common,
	screen,
	scope,
	label,
	now = Date.now,
	startProducer,
}: WatchOptions): Promise<number> {
	const {narrateSales} = await import('./narrate-sales.ts');
	const live = startLiveDashboard(openDashboardReader(store, {zone: common.zone ?? store.zone}), {
		scope,
		now: () => now() + 1,
	});
	const producer = startProducer?.(live.refresh);
	try {
		return await narrateSales({
			live,
			formats: printFormatsFor({...common, isMasked: screen.isMasked}, store),
			label,
		});
	} finally {
		producer?.stop();
		live.stop();
	}
}

type WithLivePropsProps = {
	readonly chosen: LiveScreenOptions;
	readonly alerts: AlertWatch;
	readonly feed: Feed | undefined;
	readonly children: (
		state: LiveScreenOptionsState,
		alarming: AlertsShown,
		notice: string | undefined,
	) => ReactNode;
};

/** Draws anew when what was chosen for the screen changes, what is alarming, or what is said of the feed. */
function WithLiveProps({chosen, alerts, feed, children}: WithLivePropsProps) {
	return children(
		useSyncExternalStore(chosen.subscribe, chosen.getSnapshot),
		useSyncExternalStore(alerts.subscribe, alerts.getSnapshot),
		useExternal(feed)?.notice,
	);
}

/** How a database is called on the screen. */
export function labelOf(database: string): string {
	return path.basename(database);
}
