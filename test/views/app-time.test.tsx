import {describe, expect, test} from 'vitest';
import {presentScope} from '../../source/dashboard/scope.ts';
import {openApp} from '../helpers/app.tsx';
import {testDashboard} from '../helpers/dashboard.ts';

describe('time', () => {
	test('goes back and forward by a part of the window, by days, to the first sale and to now', async () => {
		const {press, scopes} = openApp();
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

	test('says why a key does nothing at its ends', async () => {
		const {press, frame, state} = openApp();
		await press(']');
		expect(frame()).toContain('this is now: there is nothing later');
		await press('[');
		expect(frame()).not.toContain('this is now');
		await press('end', 'end');
		expect(frame()).toContain('this is now');
		state.set({...state.getSnapshot(), scope: presentScope('all')});
		await press('+');
		expect(frame()).toContain('no window is longer than all time');
		state.set({...state.getSnapshot(), scope: presentScope('15m')});
		await press('-');
		expect(frame()).toContain('no window is shorter than 15 minutes');
	});

	test('is played from the window on, faster and slower, until p stops it and Esc returns to now', async () => {
		const {press, scopes, orders} = openApp();
		await press('.', '.', '<', '<', 'p', 'escape', '>');
		expect(scopes.map(({speed}) => speed)).toEqual([3600, 21_600, 3600, 900, undefined, undefined]);
		expect(scopes[0]!.asOf).toBe(testDashboard().window.from + 1);
		expect(scopes.map(({asOf}) => asOf !== undefined)).toEqual([true, true, true, true, true, false]);
		expect(orders).toEqual(['faster']);
	});

	test('that is past is said in the header in every width', async () => {
		const {state, frame, press} = openApp();
		const asOf = testDashboard().asOf - 18 * 86_400_000;
		state.set({...state.getSnapshot(), dashboard: testDashboard({asOf, moment: 'asked'})});
		await press();
		expect(frame()).toContain('PAST · Mon 2 Nov 18:57 Europe/Paris · 18 d ago');
		expect(frame()).not.toContain('LIVE');
	});

	test('that is past shows no alert of the present', async () => {
		const {state, frame, press} = openApp({alerts: ['no sale for 10 min']});
		expect(frame()).toContain('[ALERT] no sale for 10 min');
		const asOf = testDashboard().asOf - 86_400_000;
		state.set({...state.getSnapshot(), dashboard: testDashboard({asOf, moment: 'asked'})});
		await press();
		expect(frame()).not.toContain('ALERT');
		// A shop that is shown as it was at its last sale has no other present.
		state.set({...state.getSnapshot(), dashboard: testDashboard({asOf, moment: 'lastSale'})});
		await press();
		expect(frame()).toContain('ALERT');
	});
});

describe('freezing', () => {
	test('keeps the picture and counts the sales since', async () => {
		const {press, frame, state} = openApp();
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
		const {press, frame} = openApp();
		await press('p', '+');
		expect(frame()).not.toContain('PAUSED');
	});
});

test('P stops the producer, < and > change its speed', async () => {
	const {press, frame, orders} = openApp();
	await press('P', '>', '<');
	expect(frame()).toContain('producer stopped');
	expect(orders).toEqual(['faster', 'slower']);
});

test('without a producer and nothing to play the footer has no keys for a pace, and they say so', async () => {
	const {press, frame} = openApp({hasProducer: false});
	expect(frame()).not.toContain('> faster');
	await press('<');
	expect(frame()).toContain('nothing is played: . plays what came in this window');
});

test('without a producer its keys are nowhere', async () => {
	const {press, frame} = openApp({hasProducer: false});
	await press('P');
	expect(frame()).not.toContain('producer');
	await press('?');
	expect(frame()).not.toContain('producer');
});
