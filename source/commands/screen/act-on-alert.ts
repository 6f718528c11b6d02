import {spawn} from 'node:child_process';
import process from 'node:process';
import type {AlertRule} from '../../configuration/alert-rule.ts';
import {printable} from '../../format.ts';
import {handedOn} from '../../terminal/handed-on.ts';

/** What happened to a rule. */
export type AlertNews = {
	readonly rule: AlertRule;
	readonly event: 'raised' | 'cleared';
	readonly message: string;
	readonly value: number;
	/** UTC milliseconds. */
	readonly at: number;
};

export type AlertActs = {
	/** Writes what is no part of the picture. */
	readonly write: (sequence: string) => void;
	/** Whether commands of the configuration may be run. */
	readonly mayRun: boolean;
	/** By which a terminal is told from others. @default the process's */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	/** Hears why a command could not be run. */
	readonly onProblem: (problem: string) => void;
};

/** Rings, notifies and runs what the rule asks for. */
export function actOnAlert(
	news: AlertNews,
	{write, mayRun, onProblem, environment = process.env}: AlertActs,
): void {
	const {rule, event, message} = news;
	if (event === 'raised') {
		if (rule.bell) {
			write('\u0007');
		}
		if (rule.notify) {
			write(notificationSequence(printable(message), environment));
		}
	}
	if (rule.run !== undefined && mayRun) {
		runCommand(rule.run, news, onProblem);
	}
}

/**
 * Asks the terminal for a notification: by OSC 777 those that know no other, by OSC 9 all else. Multiplexers are
 * asked to hand it on.
 */
export function notificationSequence(
	message: string,
	{TERM = '', VTE_VERSION, TMUX, STY}: Readonly<Record<string, string | undefined>>,
): string {
	const knowsOnly777 = /^(?:rxvt|foot)/.test(TERM) || Boolean(VTE_VERSION);
	const sequence = knowsOnly777
		? `\u001B]777;notify;salesmon;${message.replaceAll(';', ',')}\u0007`
		: `\u001B]9;salesmon: ${message}\u0007`;
	return TMUX || STY ? handedOn(sequence, {TMUX, STY}) : sequence;
}

/** The command line is the configuration's own; what data has a part in is only in the environment. */
function runCommand(
	command: string,
	{rule, event, message, value, at}: AlertNews,
	onProblem: AlertActs['onProblem'],
) {
	const child = spawn(command, {
		shell: true,
		stdio: 'ignore',
		detached: true,
		env: {
			...process.env,
			SALESMON_ALERT_RULE: printable(rule.name),
			SALESMON_ALERT_EVENT: event,
			SALESMON_ALERT_MESSAGE: message,
			SALESMON_ALERT_VALUE: String(value),
			SALESMON_ALERT_AT: new Date(at).toISOString(),
		},
	});
	child.on('error', error =>
		onProblem(`cannot run the command of ${printable(rule.name)}: ${error.message}`),
	);
	child.on('exit', code => {
		if (code !== 0 && code !== null) {
			onProblem(`the command of ${printable(rule.name)} failed with ${code}`);
		}
	});
	// It may take longer than the screen.
	child.unref();
}
