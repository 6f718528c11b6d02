import {dayMs, hourMs, minuteMs} from '../../business-time.ts';
import type {Trend} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';

/** What can stand under a chart, one for each of its values. */
export type TimeMarks = {
	readonly labels: readonly string[];
	/** How many units each is from a round time: marks stand where it is a multiple of a step. */
	readonly phases: readonly number[];
	/** How many units may be between two marks, fewest first. */
	readonly steps: readonly number[];
};

const minuteSteps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440];
const hourSteps = [1, 2, 3, 4, 6, 12, 24, 48, 72, 168, 336];
const otherSteps = [1, 2, 3, 4, 6, 7, 8, 12, 14, 28, 30, 60, 90, 120, 168, 365];

/** Marks at round times of the business zone; midnight is called by its day. */
export function timeMarks(starts: readonly number[], unit: Trend['unit'], formats: Formats): TimeMarks {
	const {localTime} = formats;
	const ofClock = (unitMs: number, steps: readonly number[]): TimeMarks => ({
		labels: starts.map(start => (localTime(start) % dayMs === 0 ? formats.date : formats.time)(start)),
		phases: starts.map(start => Math.floor(localTime(start) / unitMs)),
		steps,
	});
	switch (unit) {
		case 'minute':
			return ofClock(minuteMs, minuteSteps);
		case 'hour':
			return ofClock(hourMs, hourSteps);
		case 'day':
			return evenMarks(starts.map(formats.date));
		case 'month':
			return evenMarks(starts.map(formats.month));
	}
}

/** Marks that begin at the first value. */
export function evenMarks(labels: readonly string[]): TimeMarks {
	return {labels, phases: labels.map((_, index) => index), steps: otherSteps};
}
