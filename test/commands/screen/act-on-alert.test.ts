import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {
	type AlertNews,
	actOnAlert,
	notificationSequence,
} from '../../../source/commands/screen/act-on-alert.ts';
import {testFolder} from '../../helpers/store.ts';

const news = (change: Partial<AlertNews['rule']> = {}, event: AlertNews['event'] = 'raised'): AlertNews => ({
	rule: {
		name: 'stock',
		condition: {when: 'stock', belowDays: 0},
		holdMs: 0,
		margin: 0,
		coolDownMs: 0,
		bell: false,
		notify: false,
		run: undefined,
		...change,
	},
	event,
	message: '$(touch pwned); `id` is sold out',
	value: 0,
	at: Date.UTC(2026, 10, 21),
});

function act(one: AlertNews, mayRun = true) {
	const written: string[] = [];
	const problems: string[] = [];
	actOnAlert(one, {
		write: sequence => written.push(sequence),
		mayRun,
		environment: {},
		onProblem: problem => problems.push(problem),
	});
	return {written, problems};
}

test('it rings and notifies only where the rule asks, and only when it is raised', () => {
	expect(act(news()).written).toEqual([]);
	expect(act(news({bell: true})).written).toEqual(['\u0007']);
	expect(act(news({notify: true})).written).toEqual([
		'\u001B]9;salesmon: $(touch pwned); `id` is sold out\u0007',
	]);
	expect(act(news({bell: true, notify: true}, 'cleared')).written).toEqual([]);
});

test('a notification is written as the terminal knows it, and handed on by a multiplexer', () => {
	expect(notificationSequence('a; b', {TERM: 'foot'})).toBe('\u001B]777;notify;salesmon;a, b\u0007');
	expect(notificationSequence('a', {TERM: 'xterm-256color', VTE_VERSION: '7600'})).toBe(
		'\u001B]777;notify;salesmon;a\u0007',
	);
	expect(notificationSequence('a', {TERM: 'xterm-kitty'})).toBe('\u001B]9;salesmon: a\u0007');
	expect(notificationSequence('a', {TERM: 'tmux-256color', TMUX: '/tmp/x'})).toBe(
		'\u001BPtmux;\u001B\u001B]9;salesmon: a\u0007\u001B\\',
	);
});

test('a command finds what happened in its environment, where no shell reads it', async () => {
	const file = path.join(testFolder(), 'told');
	act(
		news({
			run: `printf '%s|%s|%s' "$SALESMON_ALERT_EVENT" "$SALESMON_ALERT_MESSAGE" "$SALESMON_ALERT_AT" > ${file}`,
		}),
	);
	await expect
		.poll(() => {
			try {
				return readFileSync(file, 'utf8');
			} catch {
				return '';
			}
		})
		.toBe('raised|$(touch pwned); `id` is sold out|2026-11-21T00:00:00.000Z');
});

test('a command that fails is told', async () => {
	const {problems} = act(news({run: 'exit 7'}));
	await expect.poll(() => problems).toEqual(['the command of stock failed with 7']);
});

test('no command is run where none may be', async () => {
	const {problems} = act(news({run: 'exit 7'}), false);
	const other = act(news({run: 'exit 8'}));
	await expect.poll(() => other.problems).toHaveLength(1);
	expect(problems).toEqual([]);
});
