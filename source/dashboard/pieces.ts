import {dayMs, hourMs, nextOffsetChange, type Zone} from '../business-time.ts';
import {slotMs} from '../store/schema.ts';
import type {Span} from './dashboard.ts';

/** A span as whole units, counted from 1970, and what is left at its two ends. */
export type Divided = {readonly head: Span; readonly whole: Span; readonly tail: Span};

/** Whole slots and the ends. */
export const alongSlots = (span: Span): Divided => divide(span, slotMs);

/** Whole UTC days and the ends. */
export const alongDays = (span: Span): Divided => divide(span, dayMs);

function divide({from, to}: Span, unitMs: number): Divided {
	const first = Math.ceil(from / unitMs);
	const end = Math.max(first, Math.floor(to / unitMs));
	const headEnd = Math.min(first * unitMs, to);
	return {
		head: {from, to: headEnd},
		whole: {from: first, to: end},
		tail: {from: Math.max(end * unitMs, headEnd), to},
	};
}

/** Cuts a span where the UTC offset changes and into pieces that end on whole hours. */
export function* pieces(span: Span, pieceMs: number, zone: Zone): Iterable<Span> {
	let from = span.from;
	while (from < span.to) {
		const aligned = Math.floor((from + Math.max(pieceMs, hourMs)) / hourMs) * hourMs;
		const to = Math.min(aligned, nextOffsetChange(zone, from), span.to);
		yield {from, to};
		from = to;
	}
}
