import {dayMs, hourMs, minuteMs} from '../../business-time.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import type {Theme} from '../theme/theme.ts';

/**
 * That this is the past, which, and how long ago, from the longest way to say it to the shortest; empty
 * where nobody asked for the past.
 */
export function pastTexts(
	{asOf, present, moment}: Dashboard,
	formats: Formats,
	theme: Theme,
): readonly string[] {
	if (moment !== 'asked') {
		return [];
	}
	const dot = ` ${theme.glyphs.separator} `;
	const isOtherYear = formats.year(asOf) !== formats.year(present);
	const date = isOtherYear ? `${formats.weekday(asOf)} ${formats.fullDate(asOf)}` : formats.weekdayDate(asOf);
	const time = formats.time(asOf);
	const ago = `${agoText(present - asOf)} ago`;
	return [
		['PAST', `${date} ${time} ${formats.zoneName}`, ago].join(dot),
		['PAST', `${date} ${time}`, ago].join(dot),
		`PAST ${isOtherYear ? formats.fullDate(asOf) : formats.date(asOf)} ${time}`,
		`PAST ${formats.date(asOf)}`,
		'PAST',
	];
}

function agoText(ms: number): string {
	if (ms < hourMs) {
		return `${Math.max(1, Math.round(ms / minuteMs))} min`;
	}
	return ms < 2 * dayMs ? `${Math.round(ms / hourMs)} h` : `${Math.round(ms / dayMs)} d`;
}

/** `1 h/s`: how much of the shop's time passes in a second while it is played. */
export function speedText(speed: number): string {
	const ms = speed * 1000;
	return ms < hourMs ? `${ms / minuteMs} min/s` : ms < dayMs ? `${ms / hourMs} h/s` : `${ms / dayMs} d/s`;
}
