import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import type {Command} from '../../source/commands/command-line/command.ts';
import {configured} from '../../source/commands/command-line/configured.ts';
import {parseCommandLine} from '../../source/commands/command-line/parse-command-line.ts';
import {settings} from '../../source/commands/command-line/settings.ts';
import {liveScreenFlags} from '../../source/commands/screen/screen-options.ts';
import {simulationFlags} from '../../source/commands/simulating/simulation-options.ts';
import {variableOf} from '../../source/configuration/setting.ts';
import {testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

const command: Command = {
	name: 'try',
	summary: '',
	flags: {...liveScreenFlags, ...simulationFlags},
	run: async () => 0,
};

function fileOf(content: string): string {
	const file = path.join(testFolder(), 'config.json');
	writeFileSync(file, content);
	return file;
}

/** What a command is given by a line, the environment and a file together. */
async function given(content: string, environment: Readonly<Record<string, string>>, ...argv: string[]) {
	const line = parseCommandLine(command, argv);
	return configured(command, line, {...environment, SALESMON_CONFIG: fileOf(content)});
}

describe('of those who say what a setting is', () => {
	const file = '{"theme": "light", "ascii": true}';

	test('the file is heard where nobody else speaks', async () => {
		const {text, has} = await given(file, {});
		expect([text('theme'), has('ascii'), text('window')]).toEqual(['light', true, undefined]);
	});

	test('the environment is heard before the file', async () => {
		const {text, has} = await given(file, {SALESMON_THEME: 'dark', SALESMON_ASCII: '0'});
		expect([text('theme'), has('ascii')]).toEqual(['dark', false]);
	});

	test('a flag is heard before both', async () => {
		const {text, has} = await given(file, {SALESMON_THEME: 'light'}, '--theme', 'dark', '--no-ascii');
		expect([text('theme'), has('ascii')]).toEqual(['dark', false]);
	});

	test.each(Object.keys(settings))('%s has a variable and a key', async name => {
		const values: Readonly<Record<string, string>> = {
			db: '/shop.db',
			tz: 'Asia/Tokyo',
			currency: 'USD',
			locale: 'de-DE',
			interval: '3s',
			rate: '7/s',
			theme: 'amber',
			window: '36h',
			maxBps: '2k',
			rotate: '20s',
			view: 'live',
			history: '5d',
			seed: '9',
		};
		const {type, choices} = settings[name]!;
		const value = type === 'boolean' ? true : (choices?.at(-1) ?? values[name]);
		const said = ({text, has}: Awaited<ReturnType<typeof given>>) =>
			type === 'boolean' ? has(name) : text(name);
		expect(said(await given('', {[variableOf(name)]: String(value)}))).toBe(value);
		expect(said(await given(JSON.stringify({[name]: value}), {}))).toBe(value);
	});
});

test('a rate on the command line is not contradicted by an interval in the file', async () => {
	const {text} = await given('{"interval": "2s"}', {}, '--rate', '5/s');
	expect([text('rate'), text('interval')]).toEqual(['5/s', undefined]);
});

test('a command’s own flag is not set by a setting of the same name', async () => {
	const other: Command = {...command, flags: {window: {type: 'string', about: 'panes of glass'}}};
	const file = fileOf('{"window": "7d"}');
	const {text} = await configured(other, parseCommandLine(other, []), {SALESMON_CONFIG: file});
	expect(text('window')).toBeUndefined();
});

test('a database in the file counts from the file’s folder', async () => {
	const file = fileOf('{"db": "shops/paris.db"}');
	const {text} = await configured(command, parseCommandLine(command, ['--config', file]), {});
	expect(text('db')).toBe(path.join(path.dirname(file), 'shops/paris.db'));
});

test('it can be read again after it was changed', async () => {
	const file = fileOf('{"theme": "light"}');
	const before = await configured(command, parseCommandLine(command, ['--config', file]), {});
	writeFileSync(file, '{"theme": "dark", "goals": [{"orders": 5, "per": "day"}]}');
	const after = await before.reread?.();
	expect([before.text('theme'), after?.text('theme')]).toEqual(['light', 'dark']);
	expect(after?.configuration.goals).toEqual([{of: 'orders', amount: 5, per: 'day'}]);
});

function run(environment: Readonly<Record<string, string>>, ...argv: string[]) {
	const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...argv], {
		encoding: 'utf8',
		env: {...process.env, ...environment},
	});
	return {status, stdout: stdout.trim(), stderr: stderr.trim()};
}

describe('salesmon config', () => {
	test('path follows the platform where nobody names a file', () => {
		const folder = testFolder();
		const home = {SALESMON_CONFIG: '', HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'etc')};
		const {stdout} = run(home, 'config', 'path');
		expect(stdout).toMatch(/config\.json$/);
		expect(stdout.startsWith(folder)).toBe(true);
		mkdirSync(path.dirname(stdout), {recursive: true});
		writeFileSync(stdout, '{"seed": 5}');
		expect(JSON.parse(run(home, 'config', 'show', '--format', 'json').stdout).settings.seed).toEqual({
			value: '5',
			origin: {by: 'file', file: stdout, line: 1},
		});
	});

	test('show tells every setting with who says so', () => {
		const file = fileOf('{\n"theme": "light",\n"rate": 5}');
		const {status, stdout} = run({SALESMON_WINDOW: '7d'}, 'config', 'show', '--config', file, '--seed', '3');
		const rows = stdout.split('\n').map(row => row.split(/ {2,}/));
		expect(status).toBe(0);
		expect(rows).toEqual(
			expect.arrayContaining([
				['theme', 'light', `${file}:2`],
				['rate', '5', `${file}:3`],
				['window', '7d', 'SALESMON_WINDOW'],
				['seed', '3', '--seed'],
				['currency', 'EUR', 'default'],
			]),
		);
		// Another pace holds, so that its default is none.
		expect(stdout).not.toMatch(/^interval/m);
	});

	test('check exits with 3 and lists everything that is wrong', () => {
		const file = fileOf('{"tehme": "light",\n"window": "2y"}');
		expect(run({}, 'config', 'check', '--config', file)).toEqual({
			status: 3,
			stdout: `${file}:1: unknown key "tehme": did you mean "theme"?\n${file}:2: window "2y": write how long, such as 15m, 36h, 30d or all, or from when to when, such as 2026-11-01..2026-11-07`,
			stderr: '',
		});
		expect(run({}, 'config', 'check', '--config', fileOf('{}')).status).toBe(0);
	});

	test('schema prints a JSON schema', () => {
		const {stdout} = run({}, 'config', 'schema');
		expect(JSON.parse(stdout)).toMatchObject({$schema: expect.stringContaining('json-schema.org')});
	});
});

test.each([
	[{SALESMON_CONFIG: '/nowhere/config.json'}, 'cannot read the configuration /nowhere/config.json'],
	[{SALESMON_THEME: 'pink'}, '--theme pink: choose one of'],
	[{SALESMON_ASCII: 'maybe'}, 'SALESMON_ASCII=maybe: write 1 or 0'],
	[{SALESMON_SEED: 'x'}, 'SALESMON_SEED=x: write a whole number'],
])('with %j a command exits with 2 and says why', (environment, message) => {
	const {status, stderr} = run(environment, '--history', '0');
	expect(status).toBe(2);
	expect(stderr).toContain(message);
});

test('a file that is wrong stops a command with the first line that is', () => {
	const file = fileOf('{"window": "2y", "x": 1}');
	const {status, stderr} = run({}, 'snapshot', '--config', file);
	expect(status).toBe(2);
	expect(stderr).toBe(
		`salesmon: ${file}:1: window "2y": write how long, such as 15m, 36h, 30d or all, or from when to when, such as 2026-11-01..2026-11-07 (and 1 more: salesmon config check lists them)`,
	);
});
