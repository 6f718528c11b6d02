import {describe, expect, test} from 'vitest';
import {presentScope, type Scope} from '../../source/dashboard/scope.ts';
import {filterText} from '../../source/filter.ts';
import {openApp} from '../helpers/app.tsx';
import {testDashboard} from '../helpers/dashboard.ts';

describe('e', () => {
	test('lists what can be made to happen, and a digit plays it', async () => {
		const {press, frame, orders} = openApp();
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
		const {press, orders} = openApp();
		await press('e', 'down', 'enter');
		expect(orders).toEqual(['outage']);
		await press('e', 'F', 'l', 'a', 'enter');
		expect(orders).toEqual(['outage', 'flash sale']);
	});

	test('Esc closes the list and nothing happens, nor for what nothing is called', async () => {
		const {press, frame, orders} = openApp();
		await press('e', 'x', 'enter');
		expect(frame()).toContain('Make something happen');
		expect(frame()).toContain('nothing is called so: press a number');
		await press('escape');
		expect(frame()).not.toContain('Make something happen');
		expect(orders).toEqual([]);
	});

	test('where real orders are replayed it says that nothing can be made to happen', async () => {
		const {press, frame} = openApp({hasScenarios: false});
		await press('e');
		expect(frame()).toContain('only a simulated shop has scenarios');
	});

	test('it is no key where something else fills the database', async () => {
		const {press, frame} = openApp({hasProducer: false});
		await press('e');
		expect(frame()).not.toContain('Make something happen');
	});
});

describe('t', () => {
	test('lists the windows, the present one marked, and Enter takes the marked one', async () => {
		const {press, frame, scopes} = openApp();
		await press('t');
		expect(frame()).toMatch(/▸ 24 h/);
		await press('down', 'enter');
		expect(frame()).not.toContain('Time window');
		expect(scopes.map(({window}) => window)).toEqual(['7d']);
	});

	test('takes a window that is typed, in one piece or key by key', async () => {
		const {press, frame, scopes} = openApp();
		await press('t36x', 'backspace', 'h');
		expect(frame()).toMatch(/▸ 36 h/);
		await press('enter', 't2026-11-01..2026-11-07\r');
		expect(scopes.map(({window}) => window)).toEqual(['36h', '2026-11-01..2026-11-07']);
	});

	test('says what can be typed, takes nothing that is no window, and Esc closes it', async () => {
		const {press, frame, scopes} = openApp();
		await press('tnoon\r');
		expect(frame()).toMatch(
			/> noon_[\s\S]*write how long, such as 15m, 36h, 30d or all, or from when to when,[\s\S]*such as 2026-11-01\.\.2026-11-07/,
		);
		await press('ctrl-u', '2126-01-01..2126-01-05\r');
		expect(frame()).toMatch(/> 2126-01-01\.\.2126-01-05_[\s\S]*it has not begun: write from when to when/);
		await press('escape');
		expect(frame()).not.toContain('Time window');
		expect(scopes).toEqual([]);
	});
});

describe('/', () => {
	const terms = (scopes: readonly Scope[]) => scopes.map(({filter}) => filterText(filter));

	test('takes what is typed, stacks it, and shows it in the header until it is cleared', async () => {
		const {press, frame, scopes} = openApp();
		await press('/region:North\r');
		expect(frame()).toContain('[region:North]');
		await press('/category:Toys', 'enter', '3');
		expect(frame()).toContain('[region:North category:Toys]');
		await press('/', 'enter');
		expect(frame()).not.toContain('region:North');
		expect(terms(scopes)).toEqual(['region:North', 'region:North category:Toys', '']);
	});

	test('is said where "ever" is of these sales only, and where a page is of all', async () => {
		const {press, frame, state} = openApp();
		const scope = {...presentScope(), filter: [{kind: 'region', value: 'North'} as const]};
		state.set({...state.getSnapshot(), scope, dashboard: testDashboard({scope})});
		await press('4');
		expect(frame()).toMatch(/Customer tiers ─+ all time, of these sales/);
		expect(frame()).toMatch(/Top customers ─+ 24 h; ever and tier of these sales/);
		await press('down', 'enter');
		expect(frame()).toMatch(/Customer ─+ all time, all sales/);
		state.set({...state.getSnapshot(), dashboard: testDashboard()});
		await press('escape');
		expect(frame()).not.toMatch(/of these sales|all sales/);
	});

	test('finds a name that is typed in part', async () => {
		const {press, frame, scopes} = openApp();
		await press('/oys');
		await press();
		await press();
		expect(frame()).toMatch(/▸ Toys +category/);
		await press('enter');
		expect(terms(scopes)).toEqual(['category:Toys']);
	});

	test('says what is called like nothing, and Esc goes back to all sales', async () => {
		const {press, frame, scopes} = openApp();
		await press('/nowhere', 'enter');
		expect(frame()).toContain('is called "nowhere"');
		await press('escape', '/North', 'enter', 'escape');
		expect(terms(scopes)).toEqual(['region:North', '']);
	});

	test('suggests no customer while it is masked', async () => {
		const {press, frame} = openApp();
		await press('/nowhere', 'enter');
		expect(frame()).toContain('is customer:Norma Where');
		await press('escape', 'm', '/nowhere', 'enter');
		expect(frame()).toContain('is called "nowhere"');
		expect(frame()).not.toContain('Norma');
	});

	test('holds while time is travelled and Esc returns to now first', async () => {
		const {press, scopes} = openApp();
		await press('/North\r', '[', 'escape', 'escape');
		expect(scopes.map(({filter, asOf}) => [filter.length, asOf !== undefined])).toEqual([
			[1, false],
			[1, true],
			[1, false],
			[0, false],
		]);
	});
});
