import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {processState} from '../helpers/process-state.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal} from '../helpers/terminal.ts';

const openAlternateScreen = '\u001B[?1049h';

const firstStart = (database: string) =>
	runInTerminal([program, '--db', database, '--history', '30d', '--tz', 'UTC']);

test('keys that are typed while the past is filled in are written nowhere and do nothing', async () => {
	const terminal = firstStart(path.join(testFolder(), 'sales.db'));
	await terminal.shows(/Filling 30 days/);
	terminal.type('#5#');
	await terminal.shows(/1 Overview[\s\S]*Category × hour/);
	expect(terminal.output().split(openAlternateScreen)[0]).not.toContain('#');
	expect(terminal.screen().join('\n')).not.toContain('#');
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test.each([
	['Ctrl-C', '\u0003'],
	['q', 'q'],
])('%s while the past is filled in ends it, and the next start fills it in', async (_, key) => {
	const database = path.join(testFolder(), 'sales.db');
	const terminal = firstStart(database);
	await terminal.shows(/Filling 30 days/);
	terminal.type(key);
	expect((await terminal.exit).code).toBe(130);
	expect(terminal.output()).not.toContain(openAlternateScreen);
	expect(terminal.screen().join('')).toMatch(
		/was broken off: nothing is in it yet, and the next start fills it/,
	);
	const again = firstStart(database);
	await again.shows(/Filling 30 days/);
	await again.shows(/LIVE/);
	again.type('q');
	expect((await again.exit).code).toBe(0);
});

test.skipIf(process.platform !== 'linux')(
	'Ctrl-Z while the past is filled in gives the terminal back until the program is continued',
	async () => {
		const terminal = firstStart(path.join(testFolder(), 'sales.db'));
		await terminal.shows(/Filling 30 days/);
		terminal.type('\u001A');
		await expect.poll(() => processState(terminal.pid)).toBe('T');
		terminal.signal('SIGCONT');
		await terminal.shows(/LIVE/);
		terminal.type('q');
		expect((await terminal.exit).code).toBe(0);
	},
);
