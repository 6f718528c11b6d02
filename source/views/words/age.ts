import {dayMs, hourMs, minuteMs} from '../../business-time.ts';

/** How long ago something was, in steps that cost no frame each second: `just now`, `4 min old`, `3 h old`. */
export function ageWords(asOf: number, now: number): string {
	const age = now - asOf;
	const [size, unit] =
		age >= 2 * dayMs ? [dayMs, 'd'] : age >= 2 * hourMs ? [hourMs, 'h'] : [minuteMs, 'min'];
	const count = Math.floor(age / size);
	return count < 1 ? 'just now' : `${count} ${unit} old`;
}
