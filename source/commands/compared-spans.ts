import {localDay, startOfDay, type Zone} from '../business-time.ts';
import type {Span} from '../dashboard/dashboard.ts';
import {daysOfYear, movedByDays, resolveWindow, type WindowName, windowNames} from '../dashboard/window.ts';
import {parseMoment} from '../parse-moment.ts';
import {UsageError} from './command.ts';

/** With what a span may be compared; or with another span, written out. */
export const comparedWith = ['before', 'week', 'year'] as const;

export type ComparedSpans = {readonly span: Span; readonly against: Span};

/**
 * The span asked for and the one to compare it with.
 *
 * @param window a window such as `7d`, which ends at `now`, or two dates or moments `FROM..TO`, dates included
 * @param against `before`, `week`, `year`, or again `FROM..TO`
 * @throws UsageError that names the value
 */
export function comparedSpans(
	{window, against}: {readonly window: string; readonly against: string},
	now: number,
	zone: Zone,
): ComparedSpans {
	const named = windowNames.find(name => name === window);
	const placed = named && windowEndingAt(named, now, zone);
	const span = placed?.span ?? spanOf('--window', window, zone);
	// What comes after now is not known, and so not compared either.
	const unknownMs = Math.max(0, span.to - now);
	const other = spanAgainst(against, span, placed, zone);
	const isWritten = !comparedWith.some(name => name === against);
	return {
		span: {...span, to: span.to - unknownMs},
		against: isWritten ? other : {...other, to: other.to - unknownMs},
	};
}

function windowEndingAt(name: WindowName, now: number, zone: Zone) {
	if (name === 'all') {
		throw new UsageError('--window all: there is nothing before it to compare with; choose a shorter one');
	}
	const {span, comparisons} = resolveWindow(name, now, zone, undefined);
	return {span, before: comparisons.before};
}

function spanAgainst(
	against: string,
	span: Span,
	window: {readonly before: Span} | undefined,
	zone: Zone,
): Span {
	switch (against) {
		case 'before':
			return window?.before ?? spanBefore(span, zone);
		case 'week':
			return movedByDays(span, -7, zone);
		case 'year':
			return movedByDays(span, -daysOfYear, zone);
		default:
			return spanOf('--against', against, zone);
	}
}

/** As many days before it, where it is made of whole days; else as long a time. */
function spanBefore(span: Span, zone: Zone): Span {
	const [first, last] = [localDay(zone, span.from), localDay(zone, span.to)];
	return startOfDay(zone, first) === span.from && startOfDay(zone, last) === span.to
		? {from: startOfDay(zone, first - (last - first)), to: span.from}
		: {from: span.from - (span.to - span.from), to: span.from};
}

function spanOf(flag: string, text: string, zone: Zone): Span {
	const [first, last, ...more] = text.split('..');
	const shapes =
		flag === '--window' ? windowNames.filter(name => name !== 'all').join(', ') : comparedWith.join(', ');
	if (!first || !last || more.length > 0) {
		throw new UsageError(
			`${flag} ${text}: choose ${shapes}, or write two dates, such as 2026-11-01..2026-11-07`,
		);
	}
	try {
		const from = parseMoment(first, zone, 'start');
		const to = parseMoment(last, zone);
		if (from < to) {
			return {from, to};
		}
	} catch (error) {
		throw error instanceof RangeError ? new UsageError(`${flag} ${error.message}`, {cause: error}) : error;
	}
	throw new UsageError(`${flag} ${text}: it ends before it begins`);
}
