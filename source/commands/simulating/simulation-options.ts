import {parseInterval, parseRate} from '../../producer/pace.ts';
import {parseScenarios, type ScheduledScenario, scenarioNames} from '../../producer/scenarios.ts';
import {type Flags, type Given, UsageError} from '../command-line/command.ts';
import {checking, checkingFlag} from '../command-line/common-options.ts';
import {mixFlag} from './sale-origins.ts';

const defaults = {interval: '2s', rate: '0.5/s', history: '90d', seed: '42'};

/** The most days of history that are made at once: three years. */
const mostHistoryDays = 1096;

/** The flags of every command that runs the simulator. */
export const simulationFlags = {
	interval: {
		type: 'string',
		value: '2s',
		about: 'time from one sale to the next',
		setting: {fallback: defaults.interval, check: parseInterval, insteadOf: 'rate'},
	},
	rate: {
		type: 'string',
		value: '50/s',
		about: 'sales per time, instead of an interval',
		setting: {fallback: defaults.rate, check: parseRate, insteadOf: 'interval', isNumber: true},
	},
	history: {
		type: 'string',
		value: '90d',
		about: 'past that an empty database is filled with, 0 for none',
		setting: {fallback: defaults.history, check: parseHistory, isNumber: true},
	},
	seed: {
		type: 'string',
		value: '42',
		about: 'which shop is simulated; the same seed is the same shop',
		setting: {fallback: defaults.seed, check: parseSeed, isNumber: true},
	},
	scenario: {
		type: 'string',
		value: 'flash-sale@30s,…',
		about: `what happens by itself: ${scenarioNames.join(', ')}`,
	},
	clock: {
		type: 'string',
		value: 'MOMENT',
		about: 'begin then, not now: with a seed and a new database a demo repeats exactly',
	},
	mix: mixFlag,
} as const satisfies Flags;

export type SimulationOptions = {
	readonly intervalMs: number;
	readonly historyDays: number;
	readonly seed: number;
	readonly schedule: readonly ScheduledScenario[];
	/** When the shop's clock begins; absent for the system's. */
	readonly clock: string | undefined;
	/** Whether simulated sales may join real ones. */
	readonly isMixed: boolean;
};

/** @throws UsageError that names the value which cannot be */
export function simulationOptions(given: Given): SimulationOptions {
	const [interval, rate] = [given.text('interval'), given.text('rate')];
	if (interval !== undefined && rate !== undefined) {
		throw new UsageError('give --interval or --rate, not both: each says how fast sales come');
	}
	return checking(() => ({
		intervalMs: rate === undefined ? parseInterval(interval ?? defaults.interval) : parseRate(rate),
		historyDays: checkingFlag('history', given.text('history') ?? defaults.history, parseHistory),
		seed: checkingFlag('seed', given.text('seed') ?? defaults.seed, parseSeed),
		schedule: checkingFlag('scenario', given.text('scenario') ?? '', parseSchedule),
		clock: given.text('clock'),
		isMixed: given.has('mix'),
	}));
}

const parseSchedule = (text: string) => (text === '' ? [] : parseScenarios(text));

function parseHistory(text: string): number {
	const days = Number(/^(\d+)\s*d?$/.exec(text.trim())?.[1]);
	if (!(days <= mostHistoryDays)) {
		throw new RangeError(`write a number of days from 0 to ${mostHistoryDays}, such as 90d, or 0 for none`);
	}
	return days;
}

/** @throws RangeError that says how to write it */
export function parseSeed(text: string): number {
	const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (!(seed < 2 ** 32)) {
		throw new RangeError('write a whole number from 0 to 4294967295');
	}
	return seed;
}
