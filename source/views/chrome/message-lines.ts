import {printable} from '../../format.ts';
import {cellWidth, padEnd, shorten} from '../fit.ts';
import type {Theme} from '../theme/theme.ts';
import {cutSentence} from '../words/sentences.ts';

/** What a key did, on one line. */
export function noticeLine(notice: string, columns: number, theme: Theme): string {
	return ` ${theme.news(shorten(notice, columns - 2, theme.glyphs.ellipsis))}`;
}

/** What went wrong, on one line. */
export function problemLine(problem: string, columns: number, theme: Theme): string {
	return theme.bad(padEnd(shorten(` ! ${printable(problem)}`, columns - 1, theme.glyphs.ellipsis), 0));
}

/** What is alarming, on one line: as many alerts as fit in whole sentences, and how many more there are. */
export function alertLine(alerts: readonly string[], columns: number, theme: Theme): string {
	const sign = theme.alarm(alerts.length === 1 ? ' ALERT ' : ` ${alerts.length} ALERTS `);
	const room = columns - cellWidth(sign) - 3;
	const texts = alerts.map((_, index) => {
		const shown = alerts.slice(0, alerts.length - index).map(printable);
		return `${shown.join('; ')}${index > 0 ? `; ${index} more` : ''}`;
	});
	const whole = texts.find(text => cellWidth(text) <= room);
	return ` ${sign} ${theme.bad(whole ?? cutSentence(alerts[0]!, room, theme.glyphs.ellipsis))}`;
}
