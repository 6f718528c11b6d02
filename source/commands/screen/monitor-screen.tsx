import {useSyncExternalStore} from 'react';
import {App} from '../../views/app.tsx';
import {useExternal} from '../../views/hooks/use-external.ts';
import type {Mouse} from '../../views/mouse.ts';
import {problemOf} from '../../views/problem.ts';
import {reboundKeys} from '../../views/rebound-keys.ts';
import type {Monitor} from './open-monitor.ts';
import {savedViews} from './saved-views.ts';
import type {ScreenOptions} from './screen-options.ts';

export type MonitorScreenProps = {
	readonly monitor: Monitor;
	/** As it was chosen at the start. */
	readonly screen: ScreenOptions;
	/** What is watched, in a word or two. */
	readonly label: string;
	readonly mouse: Mouse;
	/** Sends the whole frame again. */
	readonly onRedraw: () => void;
};

const feedWords = {running: 'input differs', ended: 'input ended', failed: 'input failed'} as const;

/** Draws anew when what was chosen for the screen changes, what is alarming, or what is said of the feed. */
export function MonitorScreen({monitor, screen, label, mouse, onRedraw}: MonitorScreenProps) {
	const {live, formats, analyser, chosen, alerts, meter, teaching, producer, feed} = monitor;
	const {options, configuration, problem, notice} = useSyncExternalStore(
		chosen.subscribe,
		chosen.getSnapshot,
	);
	const alarming = useSyncExternalStore(alerts.subscribe, alerts.getSnapshot);
	const fed = useExternal(feed);
	return (
		<App
			live={live}
			formats={formats}
			theme={options.theme}
			initialView={screen.view}
			label={label}
			isMasked={options.isMasked}
			savedViews={savedViews}
			initialSaved={screen.saved}
			isKiosk={screen.isKiosk}
			rotateMs={screen.rotateMs}
			vitals={meter.vitals}
			analyses={analyser}
			teaching={teaching}
			problem={
				problemOf(problem, 'config wrong') ??
				problemOf(alarming.problem, 'alert failed') ??
				problemOf(notice, 'at next start') ??
				problemOf(fed?.notice, feedWords[fed?.state ?? 'running'])
			}
			alerts={alarming.alerts}
			bindings={reboundKeys(configuration.keys)}
			onRedraw={onRedraw}
			mouse={mouse}
			producer={producer}
		/>
	);
}
