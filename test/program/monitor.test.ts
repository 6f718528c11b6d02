import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {processState} from '../helpers/process-state.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal, type TerminalOptions, type TestTerminal} from '../helpers/terminal.ts';

const showCursor = '\u001B[?25h';
const leaveAlternateScreen = '\u001B[?1049l';
const eraseScrollback = '\u001B[3J';

function newDatabase(): string {
	return path.join(testFolder(), 'sales.db');
}

/** The monitor on a database of its own, without a past, selling fast. */
function startMonitor(options?: TerminalOptions, ...flags: string[]): TestTerminal {
	return runInTerminal(
		[program, '--db', newDatabase(), '--history', '0', '--interval', '100ms', ...flags],
		options,
	);
}

function expectTerminalGivenBack(terminal: TestTerminal): void {
	expect(terminal.isAlternate()).toBe(false);
	expect(terminal.output().lastIndexOf(showCursor)).toBeGreaterThan(
		terminal.output().lastIndexOf('\u001B[?25l'),
	);
	expect(terminal.output()).not.toContain(eraseScrollback);
}

test('it sells, shows what it sold, answers keys and gives the terminal back on q', async () => {
	const terminal = startMonitor();
	await terminal.shows(/LIVE/);
	expect(terminal.isAlternate()).toBe(true);
	await terminal.shows(/1 Overview[\s\S]*Category × hour/);
	terminal.type('7');
	await terminal.shows(/×/);
	terminal.type('?');
	await terminal.shows(/freeze/i);
	terminal.type('?');
	terminal.type('p');
	await terminal.shows(/PAUSED, [1-9]\d* sales? since/);
	terminal.type('q');
	expect(await terminal.exit).toEqual({code: 0, signal: undefined});
	expectTerminalGivenBack(terminal);
});

test.each([
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
] as const)('%s gives the terminal back and exits with %i', async (signal, code) => {
	const terminal = startMonitor();
	await terminal.shows(/LIVE/);
	terminal.signal(signal);
	expect(await terminal.exit).toEqual({code, signal: undefined});
	expectTerminalGivenBack(terminal);
});

test('Ctrl-C quits', async () => {
	const terminal = startMonitor();
	await terminal.shows(/LIVE/);
	terminal.type('\u0003');
	expect((await terminal.exit).code).toBe(0);
	expectTerminalGivenBack(terminal);
});

describe.skipIf(process.platform !== 'linux')('where /proc tells the state of a process', () => {
	test.each([
		['Ctrl-Z', (terminal: TestTerminal) => terminal.type('\u001A')],
		['SIGTSTP', (terminal: TestTerminal) => terminal.signal('SIGTSTP')],
	])('%s gives the terminal back until the program is continued', async (_, stop) => {
		const terminal = startMonitor();
		await terminal.shows(/LIVE/);
		stop(terminal);
		await terminal.sends(leaveAlternateScreen);
		await expect.poll(() => processState(terminal.pid)).toBe('T');
		expect(terminal.isAlternate()).toBe(false);
		terminal.signal('SIGCONT');
		await expect.poll(() => terminal.isAlternate()).toBe(true);
		await terminal.shows(/LIVE/);
		terminal.type('q');
		expect((await terminal.exit).code).toBe(0);
		expectTerminalGivenBack(terminal);
	});
});

test('a terminal without a size counts as 80×24', async () => {
	const terminal = startMonitor({columns: 0, rows: 0});
	await terminal.shows(/LIVE[\s\S]*quit/);
	expect(Math.max(...terminal.screen().map(line => line.length))).toBeGreaterThan(70);
});

const stops = [
	['a view', '', /Cast-iron pan/],
	['a page', '\u001B[B\r', /guest +Bretagne/],
	['a panel in full', '\u001B[Bf', /┏━[\s\S]*┛/],
] as const;

/** Opens terminals of one size on one shop, at the place that these keys lead to. */
function openAt(keys: string, shown: RegExp): () => Promise<TestTerminal> {
	const database = newDatabase();
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record('test', [order({at: Date.now() - 60_000})]);
	store.close();
	return async () => {
		const terminal = runInTerminal(
			[program, 'attach', '--db', database, '--tz', 'UTC', '--view', 'products'],
			{columns: 90, rows: 28},
		);
		await terminal.shows(/Cast-iron pan[\s\S]*quit/);
		terminal.type(keys);
		await terminal.shows(shown);
		return terminal;
	};
}

/** Asked of both each time: an analysis may end, or a minute pass, in one before the other. */
async function expectSameScreen(terminal: TestTerminal, fresh: TestTerminal): Promise<void> {
	const difference = () => {
		const [shown, wanted] = [terminal.screen(), fresh.screen()];
		return wanted.flatMap((line, y) => (line === shown[y] ? [] : [{wanted: line, shown: shown[y]}]));
	};
	await expect.poll(difference, {timeout: 30_000}).toEqual([]);
}

test.each(stops)('after a storm of resizes %s is as if it had been drawn afresh', async (_, keys, shown) => {
	const open = openAt(keys, shown);
	const storm = await open();
	for (let step = 0; step < 200; step++) {
		storm.resize(40 + ((step * 37) % 90), 12 + ((step * 17) % 40));
	}
	storm.resize(90, 28);
	await expectSameScreen(storm, await open());
	expect(storm.output()).not.toContain(eraseScrollback);
});

test('a resize that is taken back before the program has seen it leaves nothing cut', async () => {
	const [, , [, keys, shown]] = stops;
	const open = openAt(keys, shown);
	const terminal = await open();
	const before = terminal.screen();
	terminal.signal('SIGSTOP');
	terminal.resize(40, 12);
	terminal.resize(90, 28);
	expect(terminal.screen()).not.toEqual(before);
	terminal.signal('SIGCONT');
	await expectSameScreen(terminal, await open());
});

test('what another program inserts is on the screen within a tick', async () => {
	const database = newDatabase();
	openStore(database, {zoneName: 'UTC', currency: 'EUR'}).close();
	const terminal = runInTerminal([program, 'attach', '--db', database, '--view', 'live']);
	await terminal.shows(/EMPTY/);
	const insert = `
		const Database = require('better-sqlite3');
		new Database(${JSON.stringify(database)}).exec(\`
			INSERT INTO regions (name) VALUES ('Elsewhere');
			INSERT INTO categories (name) VALUES ('Gifts');
			INSERT INTO products (name, category_id, price) VALUES ('Paper lantern', 1, 45000);
			INSERT INTO orders (at, region_id) VALUES (\${Date.now()}, 1);
			INSERT INTO order_lines (order_id, product_id, quantity, unit_price) VALUES (1, 1, 3, 45000);
		\`);
	`;
	const insertedAt = performance.now();
	execFileSync(process.execPath, ['--eval', insert]);
	await terminal.shows(/3 × Paper lantern[\s\S]*13\.50/);
	expect(performance.now() - insertedAt).toBeLessThan(2000);
});

test('a product with control characters in its name cannot move the cursor or clear the screen', async () => {
	const database = newDatabase();
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	const hostile = {
		code: 'x',
		name: 'Evil\u001B[2J\u0007name',
		category: 'Bad\u001B[31mcategory',
		price: 10_000,
	};
	openOrderRecorder(store).record('test', [
		order({at: Date.now(), lines: [{product: hostile, quantity: 1, unitPrice: 10_000, discount: 0}]}),
	]);
	store.close();
	const terminal = runInTerminal([program, 'attach', '--db', database, '--view', 'live']);
	await terminal.shows(/Evil·\[2J·name/);
	expect(terminal.output()).not.toContain('Evil\u001B');
});

test('it goes back in time and forth, plays what was, and takes a window that is typed', async () => {
	const database = newDatabase();
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	const hour = 3_600_000;
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 60}, (_, index) =>
			order({at: Date.now() - 1000 - (index * hour) / 4, number: `N${index}`}),
		),
	);
	store.close();
	const terminal = runInTerminal([program, 'attach', '--db', database, '--tz', 'UTC'], {columns: 120});
	await terminal.shows(/LIVE|LATE|STALE/);
	terminal.type('[');
	await terminal.shows(/PAST · .* UTC · [67] h ago/);
	terminal.type('3');
	await terminal.shows(/\[?3 Trend[\s\S]*PAST|PAST[\s\S]*3 Trend/);
	terminal.type('\u001B[F');
	await terminal.shows(screen => !screen.includes('PAST'));
	terminal.type('\u001B[H');
	await terminal.shows(/PAST · .* 15 h ago/);
	terminal.type('.');
	await terminal.shows(/playing 1 h\/s/);
	await terminal.shows(/PAST · .* 1[0-4] h ago/);
	terminal.type('p');
	await terminal.shows(screen => screen.includes('PAST') && !screen.includes('playing'));
	terminal.type('\u001B');
	await terminal.shows(screen => !screen.includes('PAST'));
	terminal.type('t36h\r');
	await terminal.shows(/36 h/);
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('a filter is found by its name, holds in every view and is cleared', async () => {
	const database = newDatabase();
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record('test', [
		order({at: Date.now() - 60_000, region: 'Corse', units: 3}),
		order({at: Date.now() - 50_000, region: 'Bretagne'}),
	]);
	store.close();
	const terminal = runInTerminal([program, 'attach', '--db', database, '--tz', 'UTC', '--view', 'live']);
	await terminal.shows(/Corse[\s\S]*Bretagne|Bretagne[\s\S]*Corse/);
	terminal.type('/cor');
	await terminal.shows(/▸ Corse +region/);
	terminal.type('\r');
	await terminal.shows(screen => screen.includes('region:Corse') && !screen.includes('Bretagne'));
	terminal.type('6');
	await terminal.shows(/region:Corse[\s\S]*Sales by region|region:Corse[\s\S]*region/);
	terminal.type('7/\r');
	await terminal.shows(screen => screen.includes('Bretagne') && !screen.includes('region:Corse'));
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});
