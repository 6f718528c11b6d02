import {render} from 'ink-testing-library';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import type {LiveDashboard, LiveState} from '../../source/dashboard/live-dashboard.ts';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {filterText, parseFilter} from '../../source/filter.ts';
import type {AnalysisRun} from '../../source/views/analysis-run.ts';
import {App} from '../../source/views/app.tsx';
import {keyBindings} from '../../source/views/keys.ts';
import type {OnClick} from '../../source/views/mouse.ts';
import type {ProducerState} from '../../source/views/producer-control.ts';
import {createTheme} from '../../source/views/theme.ts';
import {viewNames, viewTitles} from '../../source/views/view-names.ts';
import {recentOrder, testDashboard, testFormats, testNow} from '../helpers/dashboard.ts';
import {pageSubjects, testPage} from '../helpers/page.ts';

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

function open({hasProducer = true, hasScenarios = true, sql = 'SELECT everything'} = {}) {
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
		resolveFilter(text) {
			if (text === 'nowhere') {
				throw new RangeError('no category, region, product or customer is called "nowhere"');
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
	const screen = render(
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
			analyses={{
				...analysisRun,
				runNow() {
					analyses++;
				},
			}}
			teaching={{
				commandFor: ({report, of = 'nothing', windowName, asOf}) =>
					`${report} of ${of} in ${windowName} at ${asOf}`,
				explain: async () => sql,
				copy: text => copied.push(text),
			}}
			onRedraw={() => {
				redraws++;
			}}
		/>,
	);
	onTestFinished(() => {
		screen.unmount();
		screen.cleanup();
	});
	return {
		screen,
		copied,
		scopes,
		orders,
		state,
		redraws: () => redraws,
		analyses: () => analyses,
		analysisRun,
		frame: () => screen.lastFrame() ?? '',
		/** Clicks where that text stands in the frame. */
		click(text: string, isDouble = false) {
			const lines = (screen.lastFrame() ?? '').split('\n');
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

test('each key of the table does its work in each view without complaint', {timeout: 60_000}, async () => {
	const quitting = ['q', 'ctrl-c'];
	const presses = keyBindings.flatMap(binding => binding.presses).filter(key => !quitting.includes(key));
	for (const view of viewNames.keys()) {
		const {press, frame} = open();
		for (const key of presses) {
			// Typed in one piece where that is how it may come.
			await (key.length === 1 ? press(`${view + 1}${key}`) : press(String(view + 1), key));
			if (['t', '/', 'e'].includes(key)) {
				await press('escape');
			}
			expect(frame()).toMatch(/LIVE|PAUSED/);
		}
		await press(quitting[view % 2]!);
	}
});

test('digits open the views', async () => {
	const {press, frame} = open();
	for (const [index, view] of viewNames.entries()) {
		await press(String(index + 1));
		expect(frame()).toContain(`[${index + 1} ${viewTitles[view]}]`);
	}
});

test('Tab goes to the next view and Shift-Tab back, around the ends', async () => {
	const {press, frame} = open();
	await press('tab');
	expect(frame()).toContain('[2 Categories]');
	await press('shift-tab', 'shift-tab');
	expect(frame()).toContain('[8 Data]');
	await press('tab');
	expect(frame()).toContain('[1 Overview]');
});

test('+ and - ask for a longer and a shorter window', async () => {
	const {press, scopes} = open();
	await press('+', '+', '-');
	expect(scopes.map(({window}) => window)).toEqual(['7d', '30d', '7d']);
});

describe('e', () => {
	test('lists what can be made to happen, and a digit plays it', async () => {
		const {press, frame, orders} = open();
		await press('e');
		expect(frame()).toContain('Make something happen');
		expect(frame()).toMatch(/▸ 1 flash sale +what a flash sale is/);
		expect(frame()).toMatch(/ {2}2 outage +what a outage is/);
		expect(orders).toEqual([]);
		await press('2');
		expect(orders).toEqual(['outage']);
		expect(frame()).not.toContain('Make something happen');
		expect(frame()).toContain('OUTAGE Toys at 40 % off');
		expect(frame()).toContain('[1 Overview]');
	});

	test('arrows mark, letters find, and Enter plays what is marked', async () => {
		const {press, orders} = open();
		await press('e', 'down', 'enter');
		expect(orders).toEqual(['outage']);
		await press('e', 'F', 'l', 'a', 'enter');
		expect(orders).toEqual(['outage', 'flash sale']);
	});

	test('Esc closes the list and nothing happens, nor for what nothing is called', async () => {
		const {press, frame, orders} = open();
		await press('e', 'x', 'enter');
		expect(frame()).toContain('Make something happen');
		await press('escape');
		expect(frame()).not.toContain('Make something happen');
		expect(orders).toEqual([]);
	});

	test('where real orders are replayed it says that nothing can be made to happen', async () => {
		const {press, frame} = open({hasScenarios: false});
		await press('e');
		expect(frame()).toContain('only a simulated shop has scenarios');
	});

	test('it is no key where something else fills the database', async () => {
		const {press, frame} = open({hasProducer: false});
		await press('e');
		expect(frame()).not.toContain('Make something happen');
	});
});

describe('t', () => {
	test('lists the windows, the present one marked, and Enter takes the marked one', async () => {
		const {press, frame, scopes} = open();
		await press('t');
		expect(frame()).toMatch(/▸ 24 h/);
		await press('down', 'enter');
		expect(frame()).not.toContain('Time window');
		expect(scopes.map(({window}) => window)).toEqual(['7d']);
	});

	test('takes a window that is typed, in one piece or key by key', async () => {
		const {press, frame, scopes} = open();
		await press('t36x', 'backspace', 'h');
		expect(frame()).toMatch(/▸ 36 h/);
		await press('enter', 't2026-11-01..2026-11-07\r');
		expect(scopes.map(({window}) => window)).toEqual(['36h', '2026-11-01..2026-11-07']);
	});

	test('says what can be typed, takes nothing that is no window, and Esc closes it', async () => {
		const {press, frame, scopes} = open();
		await press('tnoon\r');
		expect(frame()).toContain('2026-11-01..2026-11-07');
		await press('escape');
		expect(frame()).not.toContain('Time window');
		expect(scopes).toEqual([]);
	});
});

describe('/', () => {
	const terms = (scopes: readonly Scope[]) => scopes.map(({filter}) => filterText(filter));

	test('takes what is typed, stacks it, and shows it in the header until it is cleared', async () => {
		const {press, frame, scopes} = open();
		await press('/region:North\r');
		expect(frame()).toContain('[region:North]');
		await press('/category:Toys', 'enter', '3');
		expect(frame()).toContain('[region:North category:Toys]');
		await press('/', 'enter');
		expect(frame()).not.toContain('region:North');
		expect(terms(scopes)).toEqual(['region:North', 'region:North category:Toys', '']);
	});

	test('finds a name that is typed in part', async () => {
		const {press, frame, scopes} = open();
		await press('/oys');
		await press();
		await press();
		expect(frame()).toMatch(/▸ Toys +category/);
		await press('enter');
		expect(terms(scopes)).toEqual(['category:Toys']);
	});

	test('says what is called like nothing, and Esc goes back to all sales', async () => {
		const {press, frame, scopes} = open();
		await press('/nowhere', 'enter');
		expect(frame()).toContain('is called "nowhere"');
		await press('escape', '/North', 'enter', 'escape');
		expect(terms(scopes)).toEqual(['region:North', '']);
	});

	test('holds while time is travelled and Esc returns to now first', async () => {
		const {press, scopes} = open();
		await press('/North\r', '[', 'escape', 'escape');
		expect(scopes.map(({filter, asOf}) => [filter.length, asOf !== undefined])).toEqual([
			[1, false],
			[1, true],
			[1, false],
			[0, false],
		]);
	});
});

describe('time', () => {
	test('goes back and forward by a part of the window, by days, to the first sale and to now', async () => {
		const {press, scopes} = open();
		await press('[', '[', ']', '{', '}', 'home', 'end');
		const asOf = scopes.map(scope => scope.asOf && new Date(scope.asOf).toISOString());
		expect(asOf).toEqual([
			'2026-11-20T12:00:00.000Z',
			'2026-11-20T06:00:00.000Z',
			'2026-11-20T12:00:00.000Z',
			'2026-11-19T12:00:00.000Z',
			'2026-11-20T12:00:00.000Z',
			'2026-08-01T08:00:00.001Z',
			undefined,
		]);
	});

	test('is played from the window on, faster and slower, until p stops it and Esc returns to now', async () => {
		const {press, scopes, orders} = open();
		await press('.', '.', '<', '<', 'p', 'escape', '>');
		expect(scopes.map(({speed}) => speed)).toEqual([3600, 21_600, 3600, 900, undefined, undefined]);
		expect(scopes[0]!.asOf).toBe(testDashboard().window.from + 1);
		expect(scopes.map(({asOf}) => asOf !== undefined)).toEqual([true, true, true, true, true, false]);
		expect(orders).toEqual(['faster']);
	});

	test('that is past is said in the header in every width', async () => {
		const {state, frame, press} = open();
		const asOf = testDashboard().asOf - 18 * 86_400_000;
		state.set({...state.getSnapshot(), dashboard: testDashboard({asOf, isPast: true, isAsked: true})});
		await press();
		expect(frame()).toContain('PAST · Mon 2 Nov 18:57 Europe/Paris · 18 d ago');
		expect(frame()).not.toContain('LIVE');
	});
});

describe('freezing', () => {
	test('keeps the picture and counts the sales since', async () => {
		const {press, frame, state} = open();
		await press('p');
		expect(frame()).toContain('[PAUSED, 0 sales since]');
		const dashboard = testDashboard();
		state.set({
			...state.getSnapshot(),
			dashboard: {...dashboard, arrivals: dashboard.arrivals + 37, kpis: {...dashboard.kpis, orders: 9999}},
		});
		await press();
		expect(frame()).toContain('[PAUSED, 37 sales since]');
		expect(frame()).not.toContain('9,999');
		await press('p');
		expect(frame()).not.toContain('PAUSED');
		expect(frame()).toContain('9,999');
	});

	test('ends with another window', async () => {
		const {press, frame} = open();
		await press('p', '+');
		expect(frame()).not.toContain('PAUSED');
	});
});

test('P stops the producer, < and > change its speed', async () => {
	const {press, frame, orders} = open();
	await press('P', '>', '<');
	expect(frame()).toContain('producer stopped');
	expect(orders).toEqual(['faster', 'slower']);
});

test('without a producer its keys are nowhere', async () => {
	const {press, frame} = open({hasProducer: false});
	await press('P');
	expect(frame()).not.toContain('producer');
	await press('?');
	expect(frame()).not.toContain('producer');
});

test('? shows every key and closes again', async () => {
	const {press, frame} = open();
	await press('?');
	for (const {label, word} of keyBindings) {
		expect(frame().replaceAll(/ +/g, ' ')).toContain(` ${label} ${word} `);
	}
	await press('?');
	expect(frame()).not.toContain('Esc closes');
});

test('a runs the analyses now', async () => {
	const {press, analyses} = open();
	await press('a');
	expect(analyses()).toBe(1);
});

test('a tells how far the analyses are, until the next key', async () => {
	const {press, frame, analysisRun} = open();
	const before = frame();
	await press('a');
	expect(frame()).toContain('they start as soon as the sales have been read');
	const run = {done: 3, total: 8, failed: 0, current: 'recommendations', elapsedMs: 4200};
	analysisRun.set(run);
	await press();
	expect(frame()).toContain('analyses: 3 of 8 done after 4.2 s, now recommendations');
	analysisRun.set({...run, done: 8, failed: 1, current: undefined, elapsedMs: 9000});
	await press();
	expect(frame()).toContain('analyses: 8 of 8 done in 9 s, 1 failed');
	await press('j', 'escape');
	expect(frame()).toBe(before);
	analysisRun.set(run);
	await press();
	expect(frame()).toBe(before);
});

test('Ctrl-L sends everything anew', async () => {
	const {press, redraws} = open();
	await press('ctrl-l');
	expect(redraws()).toBe(1);
});

test('a sale that changes nothing on the screen sends nothing', async () => {
	const {state, screen, press} = open();
	const before = screen.lastFrame();
	state.set({...state.getSnapshot()});
	await press();
	expect(screen.lastFrame()).toBe(before);
});

describe('the cursor', () => {
	const marked = (frame: string) =>
		frame.split('\n').flatMap(line => /[┃ ]▸([^│┃]*)/.exec(line)?.[1]?.trim() ?? []);

	test('is nowhere until an arrow is pressed, and goes with the last Esc', async () => {
		const {press, frame} = open();
		const before = frame();
		expect(before).not.toMatch(/[▸┏]/);
		await press('down');
		expect(frame()).toContain('┏━ Category × hour');
		expect(marked(frame())).toEqual([expect.stringContaining('Electronics')]);
		await press('escape');
		expect(frame()).toBe(before);
	});

	test('goes along rows, and from the last one into the panel below', async () => {
		const {press, frame} = open();
		await press('down', 'down', 'j', 'k');
		expect(marked(frame())).toEqual([expect.stringContaining('Home & Kitchen')]);
		await press(...Array.from({length: 7}, () => 'down'));
		expect(frame()).toContain('┏━ Revenue');
		await press('up');
		expect(marked(frame())).toEqual([expect.stringContaining('Grocery')]);
	});

	test('goes from panel to panel by left and right, and around', async () => {
		const {press, frame} = open();
		await press('6', 'right');
		expect(frame()).toContain('┏━ Sales by region');
		await press('right');
		expect(frame()).toContain('┏━ Region × hour');
		await press('l');
		expect(frame()).toContain('┏━ Category × region');
		await press('right');
		expect(frame()).toContain('┏━ Sales by region');
		await press('left');
		expect(frame()).toContain('┏━ Category × region');
	});

	test('stays on its row whatever a refresh puts above it', async () => {
		const {press, frame, state} = open();
		await press('7', 'down', 'right', 'down', 'down');
		const before = marked(frame());
		const dashboard = testDashboard();
		const news = Array.from({length: 40}, (_, index) =>
			recentOrder({id: 1000 - index, customer: 'Newcomer'}),
		);
		state.set({...state.getSnapshot(), dashboard: {...dashboard, recent: [...news, ...dashboard.recent]}});
		await press();
		expect(marked(frame())).toEqual(before);
		expect(frame()).toMatch(/\d+–\d+ of 90/);
	});

	test('scrolls by panel fulls, and says where', async () => {
		const {press, frame} = open();
		await press('5', 'right', 'pagedown');
		expect(frame()).toContain('1–4 of 50');
		await press('pagedown');
		const [, from, to] = /(\d+)–(\d+) of 50/.exec(frame())!;
		expect(Number(from)).toBeGreaterThan(1);
		await press(...Array.from({length: 16}, () => 'pagedown' as const));
		expect(frame()).toContain(`–50 of 50`);
		expect(Number(to)).toBeLessThan(50);
	});

	test('a list is sorted by the next column, the other way round, and stays so through a refresh', async () => {
		const {press, frame, state} = open();
		const first = () =>
			frame()
				.split('\n')
				.find(line => line.includes('▸'));
		await press('4', 'down', 'o');
		expect(frame()).toMatch(/orders ▾/);
		expect(frame()).toContain('by orders ▾');
		await press('O');
		expect(frame()).toContain('by orders ▴');
		const sorted = first();
		state.set({...state.getSnapshot(), dashboard: testDashboard({arrivals: 500})});
		await press();
		expect(frame()).toContain('by orders ▴');
		expect(first()).toBe(sorted);
	});

	test('f gives its panel the whole room and takes it back', async () => {
		const {press, frame} = open();
		await press('right', 'f');
		expect(frame()).toContain('┏━ Category × hour');
		expect(frame()).not.toContain('Revenue and forecast');
		await press('right');
		expect(frame()).not.toContain('Category × hour');
		await press('escape');
		expect(frame()).toContain('Category × hour');
	});
});

describe('the mouse', () => {
	test('a click puts the cursor on a row, another one there opens its page', async () => {
		const {press, click, frame} = open();
		await press('4');
		const [, second] = testDashboard().topCustomers;
		click(second!.name);
		await expect.poll(frame).toContain(`▸${second!.name}`);
		click(second!.name);
		await expect.poll(frame).toContain(`4 Customers › [${second!.name}]`);
		await press('escape');
		await expect.poll(frame).toContain(`▸${second!.name}`);
	});

	test('a double click on the row under the cursor clicks nothing on the page that it opens', async () => {
		const {press, click, frame} = open();
		await press('4');
		const [, second] = testDashboard().topCustomers;
		click(second!.name);
		await expect.poll(frame).toContain(`▸${second!.name}`);
		click(second!.name);
		await expect.poll(frame).toContain(`[${second!.name}]`);
		const page = frame();
		click(second!.name, true);
		await press('M', 'M');
		expect(frame()).toBe(page);
	});

	test('a click on what is no row goes to its panel, a click on a tab to its view', async () => {
		const {press, click, frame} = open();
		await press('4');
		click('Customer tiers');
		await expect.poll(frame).toMatch(/┏━ Customer tiers/);
		click('Top customers');
		await expect.poll(frame).toMatch(/┏━ Top customers/);
		click('5 Products');
		await expect.poll(frame).toContain('[5 Products]');
	});

	test('nothing is clicked below the help', async () => {
		const {press, click, frame} = open();
		await press('?');
		const help = frame();
		click('Enter');
		await press('M', 'M');
		expect(frame()).toBe(help);
		await press('?');
		expect(frame()).not.toContain('┏');
	});

	test('the footer says whether it is on', async () => {
		const {press, frame} = open();
		expect(frame()).not.toContain('mouse on');
		await press('M');
		expect(frame()).toContain('M mouse on');
		await press('M');
		expect(frame()).not.toContain('mouse on');
	});
});

describe('pages', () => {
	test('Enter opens what is under the cursor, further in each time, and Esc comes back to the same row', async () => {
		const {press, frame} = open();
		const line = (text: string) => text.split('\n')[1];
		await press('2', 'down', 'down', 'down');
		const before = frame();
		await press('enter');
		expect(line(frame())).toBe(' 2 Categories › [Clothing]');
		await press('down', 'enter');
		expect(line(frame())).toBe(' 2 Categories › Clothing › [Cast-iron pan 1]');
		await press('enter');
		expect(line(frame())).toBe(' 2 Categories › Clothing › Cast-iron pan 1 › [order 5000]');
		await press('escape', 'escape', 'escape');
		expect(frame()).toBe(before);
	});

	test('a view opened by its digit leaves all pages', async () => {
		const {press, frame} = open();
		await press('5', 'down', 'enter', '1');
		expect(frame()).toContain('[1 Overview]');
		expect(frame()).not.toMatch(/[▸┏]/);
	});

	test.each(pageSubjects)('every key works on the page of a $kind', {timeout: 30_000}, async subject => {
		const keys = keyBindings
			.flatMap(binding => binding.presses)
			.filter(key => !['q', 'ctrl-c'].includes(key));
		const wayTo = {
			category: '2j\r',
			region: '6j\r',
			product: '5j\r',
			customer: '4j\r',
			order: '7j\r',
			change: '1w',
		};
		const {press, frame} = open();
		for (const key of keys) {
			await press(wayTo[subject.kind]);
			expect(frame()).toContain('›');
			await press(key);
			expect(frame()).toMatch(/LIVE|PAUSED/);
		}
	});
});

describe('the SQL and the copy of a panel', () => {
	test('are those of the panel with the cursor, of the window and the moment shown', async () => {
		const {press, frame, copied} = open();
		await press('5', 'down', 'y');
		expect(copied).toEqual([`top-products of nothing in 24h at ${testNow}`]);
		expect(frame()).toContain('copied: top-products of nothing');
		await press('enter');
		expect(frame()).not.toContain('copied');
		await press('y');
		expect(copied.at(-1)).toBe(`sales-of of 1 in 24h at ${testNow}`);
		await press('i', '');
		expect(frame()).toContain('The SQL behind it');
		expect(frame()).toContain('SELECT everything');
		await press('escape');
		expect(frame()).not.toContain('SELECT');
	});

	test('are the first panel’s where no one has the cursor', async () => {
		const {press, copied} = open();
		await press('y');
		expect(copied).toEqual([`totals of nothing in 24h at ${testNow}`]);
	});

	test('a statement higher than the screen is shown in parts', async () => {
		const {press, frame} = open({sql: Array.from({length: 90}, (_, index) => `LINE ${index}`).join('\n')});
		await press('i', '', 'down');
		expect(frame()).toContain('2 of ');
		expect(frame()).not.toContain('LINE 0');
		await press('up');
		expect(frame()).toContain('LINE 0');
	});
});
