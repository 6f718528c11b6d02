import process from 'node:process';
import {holdKeyboard} from '../../terminal/hold-keyboard.ts';
import {type MonitorOptions, openMonitor} from './open-monitor.ts';
import {printSnapshot} from './print-snapshot.tsx';

export type WatchOptions = MonitorOptions & {
	/** What is watched, in a word or two. */
	readonly label: string;
};

/** Shows a database until the user quits; a single plain frame where there is no terminal. */
export async function watchStore(options: WatchOptions): Promise<number> {
	const {given, store, common, screen, scope, label} = options;
	if (screen.isNarrated) {
		const {narrateStore} = await import('./narrate-sales.ts');
		return narrateStore(options);
	}
	// A dumb terminal has no cursor to move.
	if (!process.stdout.isTTY || process.env.TERM === 'dumb') {
		const {goals} = given.configuration;
		await printSnapshot({store, goals, common, screen, scope, label, format: 'text'});
		return 0;
	}
	const letGo = holdKeyboard();
	try {
		return await drawStore(options);
	} finally {
		letGo();
	}
}

async function drawStore(options: WatchOptions): Promise<number> {
	const {screen, label} = options;
	const [{showScreen}, {MonitorScreen}] = await Promise.all([
		import('../../terminal/show-screen.tsx'),
		import('./monitor-screen.tsx'),
	]);
	const monitor = openMonitor(options);
	const {chosen, meter, feed} = monitor;
	try {
		return await showScreen(
			(redraw, mouse) => (
				<MonitorScreen monitor={monitor} screen={screen} label={label} mouse={mouse} onRedraw={redraw} />
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
		monitor.stop();
	}
}
