import type {Dashboard} from '../../dashboard/dashboard.ts';
import {agoWords, durationWords} from '../../duration.ts';
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
	const ago = agoWords(asOf, present);
	return [
		['PAST', `${date} ${time} ${formats.zoneName}`, ago].join(dot),
		['PAST', `${date} ${time}`, ago].join(dot),
		`PAST ${isOtherYear ? formats.fullDate(asOf) : formats.date(asOf)} ${time}`,
		`PAST ${formats.date(asOf)}`,
		'PAST',
	];
}

/** `1 h/s`: how much of the shop's time passes in a second while it is played. */
export function speedText(speed: number): string {
	return `${durationWords(speed * 1000, 1)}/s`;
}
