import type {Zone} from '../../business-time.ts';
import {namedMoment} from '../../parse-moment.ts';
import {parseSpeed} from '../../producer/replay-speed.ts';
import type {OrderSpan} from '../../store/orders/orders-in-time.ts';
import {type Flags, type Given, UsageError} from '../command-line/command.ts';
import {checking, checkingFlag} from '../command-line/common-options.ts';

const defaultSpeed = '60';

/** How orders are played again. */
export const replayFlags = {
	speed: {
		type: 'string',
		value: defaultSpeed,
		about: `how many times as fast as they were: 60 is a minute in a second (${defaultSpeed})`,
	},
	loop: {type: 'boolean', about: 'begin anew after the last order'},
	since: {type: 'string', value: 'MOMENT', about: 'play orders from then on, such as 2010-12-03'},
	until: {type: 'string', value: 'MOMENT', about: 'play none after that; a date means to its end'},
} as const satisfies Flags;

export type ReplayOptions = {
	/** How many times as fast as they were. */
	readonly speed: number;
	readonly isLooped: boolean;
};

/** @throws UsageError that names the value which cannot be */
export function replayOptions(given: Given): ReplayOptions {
	return {
		speed: checkingFlag('speed', given.text('speed') ?? defaultSpeed, parseSpeed),
		isLooped: given.has('loop'),
	};
}

/**
 * Which of the orders are played.
 *
 * @throws UsageError that names the moment which cannot be
 */
export function replaySpan(given: Given, zone: Zone): OrderSpan {
	const [since, until] = [given.text('since'), given.text('until')];
	const moment = (flag: string, text: string, edge: 'start' | 'end') =>
		checking(() => namedMoment(flag, text, zone, edge));
	const span = {
		from: since === undefined ? 0 : moment('--since', since, 'start'),
		to: until === undefined ? Number.MAX_SAFE_INTEGER : moment('--until', until, 'end'),
	};
	if (span.from >= span.to) {
		throw new UsageError(`--since ${since} is not before --until ${until}: nothing lies between them`);
	}
	return span;
}
