import {localDay, startOfDay, type Zone} from '../../../business-time.ts';
import type {Span} from '../../../dashboard/dashboard.ts';
import {daysOfYear, movedByDays, resolveWindow} from '../../../dashboard/window.ts';
import {
	assertBegun,
	isSpan,
	parseWindow,
	type WindowName,
	writtenSpan,
} from '../../../dashboard/window-name.ts';
import {UsageError} from '../../command-line/command.ts';
import {checkingFlag} from '../../command-line/common-options.ts';

/** With what a span may be compared; or with another span, written out. */
export const comparedWith = ['before', 'week', 'year'] as const;

/** UTC milliseconds. */
export type ComparedSpans = {readonly span: Span; readonly against: Span};

/**
 * The span asked for and the one to compare it with.
 *
 * @param window one that ends at `now`, or one that is written out
 * @param against `before`, `week`, `year`, or a span that is written out
 * @throws UsageError that names the value
 */
export function comparedSpans(
	{window, against}: {readonly window: WindowName; readonly against: string},
	now: number,
	zone: Zone,
): ComparedSpans {
	const placed = isSpan(window) ? undefined : windowEndingAt(window, now, zone);
	const span = placed?.span ?? spanUpTo(now, window, zone);
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

/** One without an end goes to the end of today. */
function spanUpTo(now: number, window: WindowName, zone: Zone): Span {
	const {from, to} = isSpan(window) ? writtenSpan(window, zone) : {from: now, to: now};
	checkingFlag('window', window, () => assertBegun(window, now, zone));
	return {from, to: Number.isFinite(to) ? to : startOfDay(zone, localDay(zone, now - 1) + 1)};
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
			return spanOf(against, zone);
	}
}

/** As many days before it, where it is made of whole days; else as long a time. */
function spanBefore(span: Span, zone: Zone): Span {
	const [first, last] = [localDay(zone, span.from), localDay(zone, span.to)];
	return startOfDay(zone, first) === span.from && startOfDay(zone, last) === span.to
		? {from: startOfDay(zone, first - (last - first)), to: span.from}
		: {from: span.from - (span.to - span.from), to: span.from};
}

function spanOf(text: string, zone: Zone): Span {
	const name = /^\s*\d{4}-/.test(text)
		? checkingFlag('against', text, written => parseWindow(written, zone))
		: undefined;
	const span = name && isSpan(name) ? writtenSpan(name, zone) : undefined;
	if (!span || !Number.isFinite(span.to)) {
		throw new UsageError(
			`--against ${text}: choose ${comparedWith.join(', ')}, or write two dates, such as 2026-11-01..2026-11-07`,
		);
	}
	return span;
}
