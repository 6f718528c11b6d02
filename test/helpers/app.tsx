import {render} from 'ink-testing-library';
import {onTestFinished, vi} from 'vitest';
import type {LiveDashboard, LiveState} from '../../source/dashboard/live-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {parseFilter} from '../../source/filter.ts';
import type {AnalysisRun} from '../../source/views/analysis-run.ts';
import {App} from '../../source/views/app.tsx';
import {createCellCanvas} from '../../source/views/cells/cell-canvas.ts';
import {cellText} from '../../source/views/cells/cell-text.ts';
import type {OnClick} from '../../source/views/mouse.ts';
import type {ProducerState} from '../../source/views/producer-control.ts';
import {SurfaceContext} from '../../source/views/surface.tsx';
import {createTheme} from '../../source/views/theme/theme.ts';
import {testDashboard, testFormats, testNow} from './dashboard.ts';
import {testPage} from './page.ts';

// The library's terminal has no rows: Ink would run `tput` for each frame.
vi.stubEnv('COLUMNS', '100');
vi.stubEnv('LINES', '24');

/** What a terminal sends for the keys that are not just their letter. */
const sent: Readonly<Record<string, string>> = {
	tab: '\t',
	'shift-tab': '\u001B[Z',
	// As terminals with the kitty protocol send it: a bare one counts only when nothing follows for a while.
	escape: '\u001B[27u',
	'ctrl-l': '\f',
	'ctrl-c': '\u0003',
	'ctrl-u': '\u0015',
	backspace: '\u007F',
	home: '\u001B[H',
	end: '\u001B[F',
	enter: '\r',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	pageup: '\u001B[5~',
	pagedown: '\u001B[6~',
};

type Subscribable<State> = {
	readonly getSnapshot: () => State;
	readonly subscribe: (listener: () => void) => () => void;
	readonly set: (state: State) => void;
};

function subscribable<State>(state: State): Subscribable<State> {
	const listeners = new Set<() => void>();
	return {
		getSnapshot: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		set(next) {
			state = next;
			for (const listener of listeners) {
				listener();
			}
		},
	};
}

/** The screen on a shop that stands still, with what it was asked for. */
export function openApp({
	hasProducer = true,
	hasScenarios = true,
	sql = 'SELECT everything',
	alerts = [] as readonly string[],
} = {}) {
	const copied: string[] = [];
	const scopes: Scope[] = [];
	const orders: string[] = [];
	let redraws = 0;
	let analyses = 0;
	const analysisRun = subscribable<AnalysisRun | undefined>(undefined);
	const state = subscribable<LiveState>({
		dashboard: testDashboard(),
		page: undefined,
		scope: presentScope(),
		reading: undefined,
		problem: undefined,
	});
	const live: LiveDashboard = {
		getSnapshot: state.getSnapshot,
		subscribe: state.subscribe,
		setScope(scope) {
			scopes.push(scope);
			state.set({...state.getSnapshot(), scope});
		},
		find: async text => (text === 'oys' ? [{kind: 'category', value: 'Toys'}] : []),
		resolveFilter(text, isMasked) {
			if (text === 'nowhere') {
				const hint = isMasked ? '' : '; there is customer:Norma Where';
				throw new RangeError(`no category, region, product or customer is called "nowhere"${hint}`);
			}
			return parseFilter(text).map(({kind = 'region', value}) => ({kind, value}));
		},
		showPage(request) {
			const page = request && testPage(request.subject);
			if (page !== state.getSnapshot().page) {
				state.set({...state.getSnapshot(), page});
			}
		},
		refresh() {},
		stop() {},
	};
	const producerState = subscribable<ProducerState>({isRunning: true, intervalMs: 2000});
	const producer = {
		getSnapshot: producerState.getSnapshot,
		subscribe: producerState.subscribe,
		toggle() {
			producerState.set({...producerState.getSnapshot(), isRunning: !producerState.getSnapshot().isRunning});
		},
		faster: () => orders.push('faster'),
		scenarios: hasScenarios
			? ['flash sale', 'outage'].map(title => ({
					title,
					about: `what a ${title} is`,
					play() {
						orders.push(title);
						const scene = {title, words: 'Toys at 40 % off', until: testNow + 60_000};
						producerState.set({...producerState.getSnapshot(), scene});
					},
				}))
			: [],
		slower: () => orders.push('slower'),
	};
	const clicks = new Set<OnClick>();
	const mouseState = subscribable(false);
	const canvas = createCellCanvas();
	const surface = {region: canvas.region, show() {}};
	const frame = () => cellText(canvas.frame(100, 24));
	const screen = render(
		<SurfaceContext value={surface}>
			<App
				live={live}
				mouse={{
					toggle: () => mouseState.set(!mouseState.getSnapshot()),
					isOn: mouseState.getSnapshot,
					subscribe: mouseState.subscribe,
					listen(onClick) {
						clicks.add(onClick);
						return () => clicks.delete(onClick);
					},
				}}
				producer={hasProducer ? producer : undefined}
				formats={testFormats}
				theme={createTheme({depth: 'none'})}
				label="simulated"
				alerts={alerts}
				analyses={{
					...analysisRun,
					runNow() {
						analyses++;
					},
				}}
				teaching={{
					commandFor: ({report, of = 'nothing', windowName, asOf, isMasked}) =>
						`${isMasked ? 'masked ' : ''}${report} of ${of} in ${windowName} at ${asOf}`,
					explain: async () => sql,
					copy: text => copied.push(text),
				}}
				onRedraw={() => {
					redraws++;
				}}
			/>
		</SurfaceContext>,
	);
	onTestFinished(() => {
		screen.unmount();
		screen.cleanup();
	});
	return {
		copied,
		scopes,
		orders,
		state,
		redraws: () => redraws,
		analyses: () => analyses,
		analysisRun,
		frame,
		/** Clicks where that text stands in the frame. */
		click(text: string, isDouble = false) {
			const lines = frame().split('\n');
			const line = lines.findIndex(drawn => drawn.includes(text));
			for (const onClick of clicks) {
				onClick(lines[line]!.indexOf(text), line, isDouble);
			}
		},
		async press(...keys: readonly string[]) {
			for (const key of keys) {
				screen.stdin.write(sent[key] ?? key);
				await new Promise(resolve => {
					setImmediate(resolve);
				});
			}
		},
	};
}
