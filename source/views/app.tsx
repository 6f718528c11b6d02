import {useApp, useInput, usePaste} from 'ink';
import {useCallback, useEffect, useMemo, useRef, useSyncExternalStore} from 'react';
import {openZone} from '../business-time.ts';
import type {Dashboard} from '../dashboard/dashboard.ts';
import type {LiveDashboard} from '../dashboard/live-dashboard.ts';
import {maskDashboard, maskPage, maskScope} from '../dashboard/mask-dashboard.ts';
import type {Scope} from '../dashboard/scope.ts';
import type {Formats} from '../format.ts';
import {type AnalysesControl, analysisRunWords} from './analysis-run.ts';
import {viewAt} from './chrome/tabs-line.ts';
import {commandRunner} from './command-runner.ts';
import {frameParts} from './frame-parts.ts';
import {useClicks} from './hooks/use-clicks.ts';
import {useExternal} from './hooks/use-external.ts';
import {useFoundNames} from './hooks/use-found-names.ts';
import {useRotation} from './hooks/use-rotation.ts';
import {useScreenState} from './hooks/use-screen-state.ts';
import {useSql} from './hooks/use-sql.ts';
import {useTerminalSize} from './hooks/use-terminal-size.ts';
import type {KeyBinding} from './key-binding.ts';
import {commandFor} from './keys.ts';
import type {Mouse} from './mouse.ts';
import type {Stop} from './navigation.ts';
import {isPagePanel, pagePanels} from './pages/page-panels.tsx';
import {type PanelQuestion, panelQuestion, type Teaching} from './panel-question.ts';
import {pressedKeys} from './pressed-keys.ts';
import {type Problem, problemOf} from './problem.ts';
import type {ProducerControl} from './producer-control.ts';
import {promptControl} from './prompts/prompt-control.ts';
import type {SavedView, SavedViews} from './saved-view.ts';
import {linesBesides, Screen} from './screen.tsx';
import {partOf, promptOf, type ScreenState} from './screen-state.ts';
import {stageOf} from './stage.ts';
import type {Theme} from './theme/theme.ts';
import type {ViewName} from './view-names.ts';
import type {Vitals} from './vitals.ts';

export type AppProps = {
	readonly live: LiveDashboard;
	/** Absent where something else fills the database. */
	readonly producer?: ProducerControl | undefined;
	readonly formats: Formats;
	readonly theme: Theme;
	/** What else is wrong than the sales and the producer tell. */
	readonly problem?: Problem | undefined;
	/** What the alerts say that go on. */
	readonly alerts?: readonly string[] | undefined;
	/** Absent where there is none. */
	readonly mouse?: Mouse | undefined;
	/** @default those of the program */
	readonly bindings?: readonly KeyBinding[] | undefined;
	/** Where the sales come from: `simulated`, or a file's name. */
	readonly label: string;
	/** @default 'overview' */
	readonly initialView?: ViewName | undefined;
	/** Masks money and names of customers at first, or once it is asked for; a key alone shows them. @default false */
	readonly isMasked?: boolean | undefined;
	/** Whether no key works but the one that quits, as for a screen on a wall. @default false */
	readonly isKiosk?: boolean | undefined;
	/** How long each view is shown before the next one, while nobody presses keys; absent where they stay. */
	readonly rotateMs?: number | undefined;
	/** How the program is doing, asked for where it is shown; absent where nobody measures. */
	readonly vitals?: (() => Vitals) | undefined;
	/** Where views are saved; absent where they cannot be. */
	readonly savedViews?: SavedViews | undefined;
	/** What the screen begins with. */
	readonly initialSaved?: SavedView | undefined;
	/** Runs the analyses now. */
	readonly analyses?: AnalysesControl | undefined;
	/** Shows how the figures come about; absent where the program around cannot. */
	readonly teaching?: Teaching | undefined;
	/** Sends the whole frame again. */
	readonly onRedraw?: (() => void) | undefined;
};

/** The live screen: asks for the sales, the size and the keys, and leaves the drawing to `Screen`. */
export function App({
	live,
	producer,
	formats,
	theme,
	label,
	initialView = 'overview',
	isMasked = false,
	isKiosk = false,
	rotateMs,
	vitals,
	savedViews,
	initialSaved,
	problem: otherProblem,
	alerts: alertsOfNow = noAlerts,
	bindings,
	mouse,
	analyses,
	teaching,
	onRedraw,
}: AppProps) {
	const {exit} = useApp();
	const {state, latest, dispatch} = useScreenState({view: initialView, isMasked, saved: initialSaved});
	const zone = useMemo(() => openZone(formats.zoneName), [formats.zoneName]);
	const {columns, rows} = useTerminalSize();
	const rest = useRotation(
		rotateMs,
		useCallback(() => dispatch({type: 'stepView', by: 1}), [dispatch]),
	);
	const {dashboard, page, scope, reading, problem} = useSyncExternalStore(live.subscribe, live.getSnapshot);
	const producerState = useExternal(producer);
	const analysisRun = useExternal(analyses);
	const prompt = promptOf(state);
	const found = useFoundNames(live, prompt, state.isMasked);

	// The past is not what alarms, and nobody looks for alerts while it is shown.
	const alerts = (state.frozen ?? dashboard)?.moment === 'asked' ? noAlerts : alertsOfNow;
	const problemNow =
		problemOf(problem, 'no reading') ?? problemOf(producerState?.problem, 'not recording') ?? otherProblem;
	const stageNow = ({view, frozen, navigation, isMasked}: ScreenState) => {
		const picture = frozen ?? dashboard;
		// Sorted by customer, masked rows stand in another order.
		const shown = picture && isMasked ? maskDashboard(picture) : picture;
		return shown
			? stageOf(
					{dashboard: shown, page: page && isMasked ? maskPage(page) : page, view, navigation},
					{columns, rows, otherLines: linesBesides({problem: problemNow, alerts})},
				)
			: [];
	};

	const {here} = state.navigation;
	const subject = here.page?.subject;
	const around = aroundOf(here);
	useEffect(() => {
		live.showPage(subject && {subject, around});
	}, [live, subject, around]);
	/** Asked for, not drawn: what was asked last counts. */
	const ask = (change: (scope: Scope, standing: Dashboard) => Scope) => {
		const {scope: asked, dashboard: shown} = live.getSnapshot();
		if (shown) {
			// A frozen picture is of one scope: asking for another lets it go.
			dispatch({type: 'unfreeze'});
			live.setScope(change(asked, shown));
		}
	};
	const prompting = promptControl({live, producer, savedViews, zone, found, latest, dispatch, ask});

	/** What asks for what the panel with the cursor shows, or the first one. */
	const questionNow = (isMasked: boolean): PanelQuestion | undefined => {
		const shown = state.frozen ?? dashboard;
		const stage = stageNow(state);
		const panel = stage.find(staged => staged.panel === here.focus)?.panel ?? stage[0]?.panel;
		return shown && panel && panelQuestion(panel, shown, subject, isMasked);
	};
	const sql = useSql(state.overlay?.kind === 'sql' ? teaching : undefined, questionNow, state.isMasked);
	const run = commandRunner({
		...{live, producer, savedViews, mouse, analyses, teaching, zone, latest, dispatch},
		...{ask, stageNow, questionNow, onRedraw, exit},
	});

	useInput((input, key) => {
		for (const pressed of pressedKeys(input, key)) {
			const open = promptOf(latest.current);
			const command = commandFor(pressed, producer !== undefined, bindings);
			if (open && pressed !== 'ctrl-c') {
				prompting.type(open, pressed);
			} else if (command && (!isKiosk || command.type === 'quit')) {
				run(command);
			}
			if (!isKiosk) {
				rest();
			}
		}
	});
	const isMouseOn = useExternal(mouse && {subscribe: mouse.subscribe, getSnapshot: mouse.isOn});
	const openedByClick = useRef(false);
	useClicks(mouse, (column, line, isDouble) => {
		const {view, navigation} = latest.current;
		if (isDouble && openedByClick.current) {
			// The first of the two has opened the row: the second is not meant for its page.
			return;
		}
		const hasTabs =
			navigation.here.page === undefined && frameParts(rows, {footer: true, otherLines: 0}).hasTabs;
		const tab = hasTabs && line === tabsAt ? viewAt(column, view, columns) : undefined;
		dispatch(
			tab === undefined ? {type: 'point', column, line, stageOf: stageNow} : {type: 'showView', view: tab},
		);
		openedByClick.current = latest.current.navigation.trail.length > navigation.trail.length;
		rest();
	});
	// Whoever pastes means text, not keys.
	usePaste(text => {
		prompting.insert(text.split('\n')[0]!.trim());
	});

	const {frozen} = state;
	const shownScope = state.isMasked ? maskScope(scope) : scope;
	return (
		<Screen
			dashboard={frozen ?? dashboard}
			paused={
				frozen && dashboard ? {salesSince: Math.max(0, dashboard.arrivals - frozen.arrivals)} : undefined
			}
			scope={shownScope}
			prompt={prompt && prompting.shown(prompt, shownScope)}
			view={state.view}
			isMasked={state.isMasked}
			isHelpOpen={state.overlay?.kind === 'help'}
			sql={sql}
			part={partOf(state)}
			notice={
				state.told?.kind === 'notice'
					? state.told.text
					: state.told && dashboard && analysisRunWords(analysisRun, dashboard.analyses, dashboard.asOf)
			}
			page={page}
			navigation={state.navigation}
			rows={rows}
			columns={columns}
			hasFooter={!isKiosk}
			isMouseOn={isMouseOn}
			bindings={bindings}
			producer={producerState}
			vitals={state.view === 'data' ? vitals?.() : undefined}
			problem={problemNow}
			alerts={alerts}
			{...{formats, theme, label, reading}}
		/>
	);
}

const noAlerts: readonly string[] = [];

/** The row of a list read in parts that the cursor is on. */
function aroundOf({focus, places}: Stop): number | undefined {
	const isInParts = focus && isPagePanel(focus) && pagePanels[focus].isReadInParts;
	const id = isInParts ? places[focus]?.id : undefined;
	return id === undefined ? undefined : Number(id);
}

/** The line of the tabs, below the header. */
const tabsAt = 1;
