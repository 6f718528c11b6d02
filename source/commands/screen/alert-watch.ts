import type {AlertRule} from '../../configuration/alert-rule.ts';
import type {Configuration} from '../../configuration/configuration.ts';
import {type AlertState, quietAlert, stepAlert} from '../../dashboard/alerts/alert-state.ts';
import {
	type AlertFacts,
	type Measurement,
	measureAlert,
	unknownCategory,
} from '../../dashboard/alerts/measure-alert.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import {createListeners} from '../../listeners.ts';
import {messageOf} from '../../message-of.ts';
import type {LoggedAlert} from '../../store/alert-log.ts';
import {isBusy} from '../../store/open-store.ts';
import {alertWords, unknownCategoryWords} from '../../views/words/alert-words.ts';
import type {AlertNews} from './act-on-alert.ts';

/** Where alerts are remembered. */
export type AlertLog = {
	readonly lastOf: (rule: string) => LoggedAlert | undefined;
	readonly raise: (rule: string, at: number, message: string) => void;
	readonly clear: (rule: string, at: number) => void;
};

export type AlertWatchOptions = {
	/** The one there is now; absent before the first read. */
	readonly dashboard: () => Dashboard | undefined;
	readonly configuration: () => Configuration;
	readonly readFacts: (dashboard: Dashboard, now: number) => AlertFacts;
	/** Absent where nothing may be written. */
	readonly log?: AlertLog | undefined;
	readonly formats: Formats;
	readonly onNews: (news: AlertNews) => void;
	/** UTC milliseconds. */
	readonly now: () => number;
	readonly everyMs?: number;
};

export type AlertsShown = {
	/** What the alerts say that go on. */
	readonly alerts: readonly string[];
	/** Why nobody can look for them, or what went wrong when one was acted on. */
	readonly problem: string | undefined;
};

const nothingShown: AlertsShown = {alerts: [], problem: undefined};

export type AlertWatch = {
	readonly getSnapshot: () => AlertsShown;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Shows what went wrong when an alert was acted on. */
	readonly tell: (problem: string) => void;
	readonly stop: () => void;
};

/** Looks at the rules of the configuration every few seconds. */
export function startAlertWatch({
	dashboard,
	configuration,
	readFacts,
	log,
	formats,
	onNews,
	now,
	everyMs = 5000,
}: AlertWatchOptions): AlertWatch {
	const listeners = createListeners();
	const states = new Map<string, AlertState>();
	let shown = nothingShown;
	let trouble: string | undefined;

	const show = (next: AlertsShown) => {
		if (next.problem !== shown.problem || next.alerts.join('\n') !== shown.alerts.join('\n')) {
			shown = next;
			listeners.tell();
		}
	};
	const stateOf = ({name}: AlertRule): AlertState => states.get(name) ?? stateFromLog(log?.lastOf(name));
	/** @returns false while another program is writing: the next look tries again */
	const isLogged = ({name}: AlertRule, event: AlertNews['event'], at: number, message: string) => {
		try {
			if (event === 'raised') {
				log?.raise(name, at, message);
			} else {
				log?.clear(name, at);
			}
			return true;
		} catch (error) {
			if (isBusy(error)) {
				return false;
			}
			throw error;
		}
	};
	const look = () => {
		const present = dashboard();
		const {alerts} = configuration();
		if (!present || present.moment === 'asked') {
			return;
		}
		const at = now();
		const facts = alerts.length > 0 ? readFacts(present, at) : undefined;
		const messages: string[] = [];
		for (const rule of facts ? alerts : []) {
			const measured = measureAlert(rule.condition, facts!);
			if (!measured) {
				continue;
			}
			const {state, event} = stepAlert(stateOf(rule), rule, measured, at);
			const message = wordsOf(rule, measured, formats);
			if (event !== undefined) {
				if (!isLogged(rule, event, at, message)) {
					continue;
				}
				trouble = undefined;
				onNews({rule, event, message, value: measured.value, at});
			}
			states.set(rule.name, state);
			if (state.isActive) {
				messages.push(message);
			}
		}
		show({alerts: messages, problem: trouble ?? (facts && mistakeIn(alerts, facts))});
	};
	// What goes wrong here must not end the screen: it is told on it, and tried again.
	const lookSafely = () => {
		try {
			look();
		} catch (error) {
			const reason = messageOf(error);
			show({...shown, problem: `cannot look for alerts: ${reason}`});
		}
	};
	const timer = setInterval(lookSafely, everyMs);

	return {
		getSnapshot: () => shown,
		subscribe: listeners.subscribe,
		tell(problem) {
			trouble = problem;
			lookSafely();
		},
		stop() {
			clearInterval(timer);
			listeners.clear();
		},
	};
}

/** Why one of the rules says nothing. */
function mistakeIn(alerts: readonly AlertRule[], facts: AlertFacts): string | undefined {
	const category = alerts
		.map(({condition}) => unknownCategory(condition, facts))
		.find(unknown => unknown !== undefined);
	return category === undefined ? undefined : `alerts: ${unknownCategoryWords(category, facts.categories)}`;
}

/** An alert goes on where the program that raised it has ended. */
export function stateFromLog(last: LoggedAlert | undefined): AlertState {
	if (!last) {
		return quietAlert;
	}
	return last.clearedAt === undefined
		? {isActive: true, holdsSince: last.raisedAt, clearedAt: undefined}
		: {isActive: false, holdsSince: undefined, clearedAt: last.clearedAt};
}

/** The rule's name, where it says more than the sentence. */
function wordsOf({name, condition}: AlertRule, measured: Measurement, formats: Formats): string {
	const words = alertWords(condition, measured, formats);
	return name === condition.when || name.startsWith('share of ') ? words : `${name}: ${words}`;
}
