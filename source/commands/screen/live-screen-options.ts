import {type FSWatcher, watch} from 'node:fs';
import path from 'node:path';
import type {Configuration} from '../../configuration/configuration.ts';
import {createListeners} from '../../listeners.ts';
import {messageOf} from '../../message-of.ts';
import type {Background} from '../../views/theme/theme.ts';
import type {Given} from '../command-line/command.ts';
import {settings} from '../command-line/settings.ts';
import {type ScreenOptions, screenOptions} from './screen-options.ts';

/** What was chosen for the screen, right now. */
export type LiveScreenOptionsState = {
	readonly options: ScreenOptions;
	readonly configuration: Configuration;
	/** Why the configuration file as it is now cannot be used; the options are those before. */
	readonly problem: string | undefined;
	/** For a while, what of a change in the file counts only from the next start. */
	readonly notice: string | undefined;
};

export type LiveScreenOptions = {
	readonly getSnapshot: () => LiveScreenOptionsState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	/** The terminal has told what its background is. */
	readonly learnBackground: (background: Background) => void;
	readonly stop: () => void;
};

/** Editors write a file in several steps. */
const settleMs = 100;

/** Long enough to be read. */
const noticeMs = 20_000;

/** What a running screen takes over. */
const appliedAtOnce: ReadonlySet<string> = new Set(['theme', 'color', 'ascii', 'reducedMotion', 'mask']);

/** Reads the configuration file again whenever it changes. What is said by a flag or the environment stays. */
export function startLiveScreenOptions(given: Given, options: ScreenOptions): LiveScreenOptions {
	const listeners = createListeners();
	let state: LiveScreenOptionsState = {
		options,
		configuration: given.configuration,
		problem: undefined,
		notice: undefined,
	};
	let latest = given;
	let background: Background | undefined;
	let pending: NodeJS.Timeout | undefined;
	let withdrawing: NodeJS.Timeout | undefined;
	let isStopped = false;

	const publish = (next: LiveScreenOptionsState) => {
		if (!isStopped) {
			state = next;
			listeners.tell();
		}
	};
	const reread = async () => {
		try {
			const read = await given.reread?.();
			if (read) {
				const notice = waitingWords(changedBetween(latest, read).filter(name => !appliedAtOnce.has(name)));
				latest = read;
				publish({
					options: screenOptions(read, background),
					configuration: read.configuration,
					problem: undefined,
					notice,
				});
				clearTimeout(withdrawing);
				withdrawing = setTimeout(() => publish({...state, notice: undefined}), noticeMs);
			}
		} catch (error) {
			publish({...state, problem: messageOf(error)});
		}
	};
	const watcher =
		given.configurationFile === undefined
			? undefined
			: watchFile(given.configurationFile, () => {
					clearTimeout(pending);
					pending = setTimeout(reread, settleMs);
				});

	return {
		getSnapshot: () => state,
		subscribe: listeners.subscribe,
		learnBackground(learned) {
			background = learned;
			publish({...state, options: screenOptions(latest, learned)});
		},
		stop() {
			isStopped = true;
			clearTimeout(pending);
			clearTimeout(withdrawing);
			watcher?.close();
			listeners.clear();
		},
	};
}

/** The settings that are not what they were. */
function changedBetween(before: Given, after: Given): readonly string[] {
	return Object.keys(settings).filter(
		name => before.text(name) !== after.text(name) || before.has(name) !== after.has(name),
	);
}

function waitingWords(names: readonly string[]): string | undefined {
	return names.length === 0
		? undefined
		: `${names.join(', ')} of the configuration file ${names.length === 1 ? 'counts' : 'count'} from the next start`;
}

/** By its folder, because editors put a new file in the place of the old one; nothing where there is no folder. */
function watchFile(file: string, onChange: () => void): FSWatcher | undefined {
	try {
		const watcher = watch(path.dirname(file), (_, name) => {
			if (name === null || name === path.basename(file)) {
				onChange();
			}
		});
		// A folder that is removed has no configuration to watch.
		watcher.on('error', () => watcher.close());
		return watcher;
	} catch {
		return undefined;
	}
}
