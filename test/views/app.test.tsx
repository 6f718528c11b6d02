import {render} from 'ink-testing-library';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {LiveDashboard, LiveState} from '../../source/dashboard/live-dashboard.ts';
import type {WindowName} from '../../source/dashboard/window.ts';
import {App} from '../../source/views/app.tsx';
import {keyBindings} from '../../source/views/keys.ts';
import type {ProducerState} from '../../source/views/producer-control.ts';
import {createTheme} from '../../source/views/theme.ts';
import {viewNames, viewTitles} from '../../source/views/view-names.ts';
import {testDashboard, testFormats} from '../helpers/dashboard.ts';

/** What a terminal sends for the keys that are not just their letter. */
const sent: Readonly<Record<string, string>> = {
	tab: '\t',
	'shift-tab': '\u001B[Z',
	escape: '\u001B\u001B',
	'ctrl-l': '\f',
	'ctrl-c': '\u0003',
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

function open({hasProducer = true} = {}) {
	const windows: WindowName[] = [];
	const orders: string[] = [];
	let redraws = 0;
	const state = subscribable<LiveState>({
		dashboard: testDashboard(),
		windowName: '24h',
		reading: undefined,
		problem: undefined,
	});
	const live: LiveDashboard = {
		getSnapshot: state.getSnapshot,
		subscribe: state.subscribe,
		setWindow(name) {
			windows.push(name);
			state.set({...state.getSnapshot(), windowName: name});
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
		slower: () => orders.push('slower'),
	};
	const screen = render(
		<App
			live={live}
			producer={hasProducer ? producer : undefined}
			formats={testFormats}
			theme={createTheme({depth: 'none'})}
			label="simulated"
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
		windows,
		orders,
		state,
		redraws: () => redraws,
		frame: () => screen.lastFrame() ?? '',
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

// React's development build takes some 25 ms for each of the 180 keys.
test('each key of the table does its work in each view without complaint', {timeout: 30_000}, async () => {
	const quitting = ['q', 'ctrl-c'];
	const presses = keyBindings.flatMap(binding => binding.presses).filter(key => !quitting.includes(key));
	for (const view of viewNames.keys()) {
		const {press, frame} = open();
		for (const key of presses) {
			await press(String(view + 1), key);
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
	expect(frame()).toContain('[7 Live]');
	await press('tab');
	expect(frame()).toContain('[1 Overview]');
});

test('t, + and - ask for another window', async () => {
	const {press, windows} = open();
	await press('t', '+', '-', '-');
	expect(windows).toEqual(['7d', '30d', '7d', '24h']);
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
	for (const {does} of keyBindings) {
		expect(frame()).toContain(does);
	}
	await press('?');
	expect(frame()).not.toContain('Esc closes');
});

test('Ctrl-L draws everything anew', async () => {
	const {press, redraws, screen} = open();
	const before = screen.frames.length;
	await press('ctrl-l');
	expect(redraws()).toBe(1);
	expect(screen.frames.length).toBeGreaterThan(before);
});

test('a sale that changes nothing on the screen sends nothing', async () => {
	const {state, screen, press} = open();
	const before = screen.lastFrame();
	state.set({...state.getSnapshot()});
	await press();
	expect(screen.lastFrame()).toBe(before);
});
