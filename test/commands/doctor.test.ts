import {spawnSync} from 'node:child_process';
import {chmodSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {checkDatabase} from '../../source/commands/doctor/check-database.ts';
import {checkTerminal} from '../../source/commands/doctor/check-terminal.ts';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

const good = {TERM: 'xterm-256color', COLORTERM: 'truecolor', LC_ALL: 'en_GB.UTF-8', COLORFGBG: '15;0'};

const terminal = (environment: Readonly<Record<string, string>>, size = {columns: 120, rows: 40}) =>
	checkTerminal({environment, isTerminal: true, ...size});

describe('of the terminal', () => {
	test('a good one needs nothing to be done', () => {
		expect(terminal(good).filter(({state}) => state !== 'good')).toEqual([]);
	});

	test.each([
		[{...good, TERM: 'dumb'}, 'TERM', 'bad', 'a terminal that can move its cursor'],
		[{...good, COLORTERM: ''}, 'colours', 'note', 'set COLORTERM=truecolor'],
		[{...good, LC_ALL: 'C'}, 'characters', 'note', 'give --no-ascii'],
		[{...good, LC_ALL: ''}, 'characters', 'note', 'give --ascii'],
	])('%j is found wrong by its %s', (environment, what, state, remedy) => {
		expect(terminal(environment)).toContainEqual(
			expect.objectContaining({what, state, remedy: expect.stringContaining(remedy)}),
		);
	});

	test('one that cannot be asked for its background is taken for dark', () => {
		expect(terminal({...good, TERM: 'linux', COLORFGBG: ''})).toContainEqual(
			expect.objectContaining({value: 'not said; this terminal cannot be asked, and is taken for dark'}),
		);
	});

	test('a small one is told where panels begin', () => {
		expect(terminal(good, {columns: 30, rows: 40})).toContainEqual(
			expect.objectContaining({what: 'size', value: '30×40', state: 'note'}),
		);
	});
});

describe('of the database', () => {
	const now = Date.UTC(2026, 10, 21, 12);
	const check = (file: string) => checkDatabase({file, locale: 'en-GB', now});

	function shop(at: number): string {
		const file = path.join(testFolder(), 'sales.db');
		const store = openStore(file, {zoneName: 'UTC', currency: 'EUR'});
		openOrderRecorder(store).record('test', [order({at})]);
		store.close();
		return file;
	}

	test('what is well says what it holds', () => {
		const diagnoses = check(shop(now - 1000));
		expect(diagnoses.filter(({state}) => state !== 'good')).toEqual([]);
		expect(diagnoses).toContainEqual(expect.objectContaining({what: 'kept in', value: 'EUR, days of UTC'}));
	});

	test('sales in the future are found', () => {
		expect(check(shop(now + 3_600_000))).toContainEqual(
			expect.objectContaining({what: 'sales', state: 'bad', remedy: expect.stringContaining('clock')}),
		);
	});

	test('a file of something else is found', () => {
		const file = path.join(testFolder(), 'sales.db');
		writeFileSync(file, 'not a database at all, but long enough to be looked at as one');
		expect(check(file)).toEqual([
			expect.objectContaining({state: 'bad', remedy: expect.stringContaining('it is not a SQLite database')}),
		]);
	});

	test('a folder that is not there is found', () => {
		expect(check('/nowhere/at/all.db')).toContainEqual(
			expect.objectContaining({
				what: 'folder',
				state: 'bad',
				remedy: expect.stringContaining('make it first'),
			}),
		);
	});

	test.skipIf(process.getuid?.() === 0)('a file that may only be read is no mistake', () => {
		const file = shop(now - 1000);
		chmodSync(file, 0o444);
		expect(check(file)).toContainEqual(expect.objectContaining({what: 'file', state: 'note'}));
	});
});

describe('salesmon doctor', () => {
	const run = (environment: Readonly<Record<string, string>>, ...argv: string[]) => {
		const {status, stdout} = spawnSync(process.execPath, [program, 'doctor', ...argv], {
			encoding: 'utf8',
			env: {...process.env, ...environment},
		});
		return {status, stdout};
	};
	const database = () => path.join(testFolder(), 'sales.db');

	test('exits with 0 where all is well, and shows colours and glyphs', () => {
		const {status, stdout} = run({}, '--db', database(), '--color', 'truecolor', '--theme', 'dark');
		expect(status).toBe(0);
		expect(stdout).toContain('\u001B[38;2;95;178;255maccent');
		expect(stdout).toContain('▁▂▃▄▅▆▇█');
	});

	test('exits with 3 where the configuration is wrong, says what to do, and looks at the rest', () => {
		const file = path.join(testFolder(), 'config.json');
		writeFileSync(file, '{"tehme": 1}');
		const {status, stdout} = run({}, '--db', database(), '--config', file, '--format', 'json');
		expect(status).toBe(3);
		const diagnoses = JSON.parse(stdout);
		expect(diagnoses).toContainEqual(
			expect.objectContaining({
				area: 'configuration',
				state: 'bad',
				remedy: `${file}:1: unknown key "tehme": did you mean "theme"?`,
			}),
		);
		expect(diagnoses.map(({area}: {area: string}) => area)).toContain('database');
	});

	test('exits with 3 where a variable is wrong', () => {
		const {status, stdout} = run({SALESMON_TZ: 'Mars'}, '--db', database());
		expect(status).toBe(3);
		expect(stdout).toContain('SALESMON_TZ=Mars');
	});
});
