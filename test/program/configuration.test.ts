import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openStore} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {order} from '../helpers/order.ts';
import {testFolder} from '../helpers/store.ts';
import {program, runInTerminal, type TestTerminal} from '../helpers/terminal.ts';

/** `attach` on a shop with one sale, with a configuration file that can be changed. */
function attach({configuration = '{}', env = {}, flags = [] as string[]} = {}) {
	const folder = testFolder();
	const [database, file] = [path.join(folder, 'sales.db'), path.join(folder, 'config.json')];
	const store = openStore(database, {zoneName: 'UTC', currency: 'EUR'});
	openOrderRecorder(store).record('test', [order({at: Date.now() - 1000})]);
	store.close();
	writeFileSync(file, configuration);
	const terminal = runInTerminal([program, 'attach', '--db', database, '--config', file, ...flags], {
		env: {COLORTERM: 'truecolor', ...env},
	});
	return {terminal, write: (text: string) => writeFileSync(file, text), remove: () => rmSync(file)};
}

const accent = {
	dark: '38;2;95;178;255',
	light: '38;2;10;95;180',
	amber: '38;2;255;176;0',
	mine: '38;2;18;171;205',
};

test('a change of the file shows without a restart, and a mistake in it changes nothing and is told', async () => {
	const {terminal, write} = attach({configuration: '{"theme": "amber"}'});
	await terminal.sends(accent.amber);
	await terminal.shows(/Cast-iron/);
	write('{"theme": "mine", "themes": {"mine": {"accent": "#12abcd"}}}');
	await terminal.sends(accent.mine);
	write('{"theme": "mine",\n "themes": {"mine": {"acent": "#12abcd"}}}');
	await terminal.shows(/! .*config\.json:2: unknown key "acent": did you mean/);
	write('{"theme": "light"}');
	await terminal.sends(accent.light);
	await terminal.shows(screen => !screen.includes('unknown key'));
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('what of a change counts only from the next start is told', async () => {
	const {terminal, write} = attach({configuration: '{"window": "24h"}'});
	await terminal.shows(/Cast-iron/);
	write('{"window": "7d", "theme": "amber", "rotate": "1m"}');
	await terminal.shows(/! window, rotate of the configuration file count from the next start/);
});

test('what the file masks is masked at once, and only a key shows it again', async () => {
	const {terminal, write} = attach();
	await terminal.shows(/Cast-iron/);
	await terminal.shows(screen => !screen.includes('MASKED'));
	write('{"mask": true}');
	await terminal.shows(/MASKED[\s\S]*€•/);
	write('{"mask": false, "theme": "amber"}');
	await terminal.sends(accent.amber);
	expect(terminal.screen()[0]).toContain('MASKED');
	terminal.type('m');
	await terminal.shows(screen => !screen.includes('MASKED'));
});

test('a small screen says that it is the configuration that is wrong', async () => {
	const {terminal, write} = attach();
	await terminal.shows(/Cast-iron/);
	terminal.resize(20, 5);
	write('{"acent": 1}');
	await terminal.shows(/! config wrong/);
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('a flag stays what it is when the file changes', async () => {
	const {terminal, write} = attach({flags: ['--theme', 'amber']});
	await terminal.shows(/Cast-iron/);
	write('{"theme": "light", "x": 1}');
	await terminal.shows(/unknown key "x"/);
	write('{"theme": "light"}');
	await terminal.shows(screen => !screen.includes('unknown key'));
	expect(terminal.output()).not.toContain(accent.light);
});

test('a light terminal gets light colours once it has answered, and its answer is no key', async () => {
	const {terminal} = attach();
	await terminal.sends('\u001B]11;?');
	await terminal.shows(/Cast-iron/);
	expect(terminal.output()).toContain(accent.dark);
	terminal.type('\u001B]11;rgb:fdfd/f6f6/e3e3\u001B\\\u001B[?62c');
	await terminal.sends(accent.light);
	expect(terminal.screen().join('\n')).toContain('Overview');
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('what COLORFGBG says needs no question', async () => {
	const {terminal} = attach({env: {COLORFGBG: '0;15'}});
	await terminal.sends(accent.light);
	await terminal.shows(/Cast-iron/);
	expect(terminal.output()).not.toContain('\u001B]11;');
	expect(terminal.output()).not.toContain(accent.dark);
});

test.each([
	['linux', true],
	['ansi', true],
	['vt100', false],
])('%s is not asked for its background', async (TERM, hasColors) => {
	const {terminal} = attach({env: {TERM, COLORTERM: ''}});
	await terminal.shows(/Cast-iron/);
	expect(terminal.output()).not.toContain('\u001B]11;');
	const sequences = terminal.output().split('\u001B[');
	expect(sequences.some(sequence => /^(?:\d+;)*[349]\d(?:;\d+)*m/.test(sequence))).toBe(hasColors);
});

test('whoever quits before the terminal has answered finds no answer in the shell', async () => {
	const {terminal} = attach();
	await terminal.sends('\u001B]11;?');
	terminal.type('q\u001B]11;rgb:ffff/ffff/ffff\u001B\\\u001B[?62c');
	expect((await terminal.exit).code).toBe(0);
	expect(terminal.output()).not.toContain('rgb:ffff');
});

test('keys can be bound anew, which footer and help then show, also while the screen is open', async () => {
	const {terminal, write} = attach({configuration: '{"keys": {"freeze": "z", "quit": ["x"]}}'});
	await terminal.shows(/Cast-iron[\s\S]*x quit/);
	terminal.type('pz');
	await terminal.shows(/PAUSED/);
	write('{"keys": {"freeze": "ctrl-p"}}');
	await terminal.shows(/q quit/);
	terminal.type('\u0010');
	await terminal.shows(screen => !screen.includes('PAUSED'));
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test('an alert is shown on the screen, and the bell rings', async () => {
	const {terminal} = attach({
		configuration: '{"alerts": [{"when": "silence", "above": "1s", "bell": true}]}',
	});
	await terminal.shows(/ ALERT {2}no sale for \d+ s, longer than 1 s/);
	expect(terminal.output()).toContain('\u0007');
	terminal.type('q');
	expect((await terminal.exit).code).toBe(0);
});

test.each([
	['q', (terminal: TestTerminal) => terminal.type('q')],
	['SIGTERM', (terminal: TestTerminal) => terminal.signal('SIGTERM')],
])('the mouse is off until M turns it on, a click opens a view, and %s gives it back', async (_, end) => {
	const {terminal} = attach();
	await terminal.shows(/Cast-iron/);
	expect(terminal.output()).not.toContain('\u001B[?1000h');
	terminal.type('M');
	await terminal.sends('\u001B[?1000h\u001B[?1006h');
	const tabs = terminal.screen()[1]!;
	terminal.type(`\u001B[<0;${tabs.indexOf('Trend') + 2};2M`);
	await terminal.shows(/Coming days/);
	end(terminal);
	await terminal.exit;
	expect(terminal.output().lastIndexOf('\u001B[?1000l')).toBeGreaterThan(
		terminal.output().lastIndexOf('\u001B[?1000h'),
	);
});
