import {type Flags, type Given, UsageError} from '../../command-line/command.ts';
import {checkingFlag} from '../../command-line/common-options.ts';
import {parsePause} from '../../command-line/parse-pause.ts';

/** A file that has not changed for so long is finished. */
export const settleMs = 1000;

/** The flags of a command that stays and looks for what is new. */
export const watchFlags = {
	watch: {type: 'boolean', about: 'stay, and load what appears in folders once it is finished'},
	every: {type: 'string', value: '5m', about: 'stay, and look again so often, also at addresses'},
} as const satisfies Flags;

/**
 * @returns how often sources are looked at, in milliseconds; nothing where they are only once
 * @throws UsageError for what cannot be watched
 */
export function watchInterval(given: Given): number | undefined {
	const every = given.text('every');
	if (every === undefined && !given.has('watch')) {
		return undefined;
	}
	if (given.operands.includes('-')) {
		throw new UsageError('what is piped in cannot be watched: watch folders, patterns and addresses');
	}
	if (given.has('dryRun')) {
		throw new UsageError('--dry-run writes nothing, so there is nothing to watch for: leave one of them out');
	}
	if (every !== undefined) {
		return checkingFlag('every', every, parseEvery);
	}
	const address = given.operands.find(operand => /^https?:/i.test(operand));
	if (address !== undefined) {
		throw new UsageError(`--watch ${address}: say how often an address is asked, such as --every 5m`);
	}
	return settleMs;
}

/** @throws RangeError for what is no time, or none at all */
function parseEvery(text: string): number {
	const ms = parsePause(text);
	if (ms === 0) {
		throw new RangeError(`"${text}" leaves no time between two looks: write how much there is, such as 5m`);
	}
	return ms;
}
