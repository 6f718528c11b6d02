import type {Zone} from '../../business-time.ts';
import {parseMoment} from '../../parse-moment.ts';
import {UsageError} from '../command-line/command.ts';

/** What time it is for a simulated shop. */
export type Clock = {
	/** UTC milliseconds. */
	readonly now: () => number;
	/** Lets a clock that was set go on from its moment. */
	readonly start: () => void;
	/** Whether it was set, so that the same moment comes again in another run. */
	readonly isSet: boolean;
};

/**
 * The time of the system, or a clock that stands at a moment until it is started.
 *
 * @throws UsageError that names a moment which cannot be
 */
export function openClock(moment: string | undefined, zone: Zone): Clock {
	if (moment === undefined) {
		return {now: Date.now, start: () => {}, isSet: false};
	}
	const first = momentOf(moment, zone);
	let startedAt: number | undefined;
	return {
		now: () => first + (startedAt === undefined ? 0 : Math.floor(performance.now() - startedAt)),
		start() {
			startedAt ??= performance.now();
		},
		isSet: true,
	};
}

function momentOf(text: string, zone: Zone): number {
	try {
		return parseMoment(text, zone);
	} catch (error) {
		throw error instanceof RangeError ? new UsageError(`--clock ${error.message}`, {cause: error}) : error;
	}
}
