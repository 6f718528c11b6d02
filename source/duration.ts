import {dayMs, hourMs, minuteMs} from './business-time.ts';

const writtenUnits = [
	[dayMs, 'd'],
	[hourMs, 'h'],
	[minuteMs, 'min'],
	[1000, 's'],
] as const;

/**
 * `1.5 s`, `14 min`, `3 h`, `92 d`: in one unit, whole from ten on.
 *
 * @param least how many of a unit there are at the least where it is used
 */
export function durationWords(ms: number, least = 1.5): string {
	const [unitMs, name] = writtenUnits.find(([size]) => ms >= least * size) ?? [1000, 's'];
	const count = ms / unitMs;
	return `${count < 10 ? Math.round(count * 10) / 10 : Math.round(count)} ${name}`;
}

/** How old something is, in steps that cost no frame each second: `just now`, `4 min old`, `3 h old`. */
export function ageWords(asOf: number, now: number): string {
	const {count, name} = inWholeUnits(now - asOf);
	return count < 1 ? 'just now' : `${Math.floor(count)} ${name} old`;
}

/** About how long ago something was, at least a minute: `4 min ago`. */
export function agoWords(at: number, now: number): string {
	const {count, name} = inWholeUnits(now - at);
	return `${Math.max(1, Math.round(count))} ${name} ago`;
}

/** In a unit of which there are two, or in minutes. */
function inWholeUnits(ms: number) {
	const [unitMs, name] =
		writtenUnits.find(([size]) => size >= minuteMs && ms >= 2 * size) ?? ([minuteMs, 'min'] as const);
	return {count: ms / unitMs, name};
}

const readUnits: Readonly<Record<string, number>> = {
	ms: 1,
	s: 1000,
	sec: 1000,
	m: minuteMs,
	min: minuteMs,
	h: hourMs,
	d: dayMs,
};

/**
 * Reads a span of time such as `500ms`, `90s`, `5m`, `2h` or `1d`.
 *
 * @returns milliseconds; nothing where it is no such span
 */
export function parseDuration(text: string): number | undefined {
	const [, count, unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]+)$/i.exec(text.trim()) ?? [];
	const ms = Number(count) * (readUnits[unit.toLowerCase()] ?? Number.NaN);
	return Number.isFinite(ms) ? ms : undefined;
}
