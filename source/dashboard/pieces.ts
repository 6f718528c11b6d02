import {dayMs, nextOffsetChange, type Zone} from '../business-time.ts';
import {slotMs} from '../store/schema/schema.ts';
import type {Span} from './dashboard.ts';

/** A span as whole units, and what is left at its two ends. All in milliseconds. */
export type Divided = {readonly head: Span; readonly whole: Span; readonly tail: Span};

/** Whole slots and the ends. */
export const alongSlots = (span: Span): Divided => divide(span, slotMs);

/** Whole UTC days and the ends. */
export const alongDays = (span: Span): Divided => divide(span, dayMs);

function divide({from, to}: Span, unitMs: number): Divided {
	const first = Math.ceil(from / unitMs) * unitMs;
	const end = Math.max(first, Math.floor(to / unitMs) * unitMs);
	const headEnd = Math.min(first, to);
	return {
		head: {from, to: headEnd},
		whole: {from: first, to: end},
		tail: {from: Math.max(end, headEnd), to},
	};
}

/**
 * How much time one piece of rollups holds: however many orders there are, their rollups are few.
 */
const pieceMs = 4 * dayMs;

/**
 * Cuts a span of whole slots or days into pieces.
 *
 * @param zone whose UTC offset must hold throughout each piece, if any
 */
export function* pieces(span: Span, zone?: Zone): Iterable<Span> {
	let {from} = span;
	while (from < span.to) {
		const change = zone
			? Math.ceil(nextOffsetChange(zone, from) / slotMs) * slotMs
			: Number.POSITIVE_INFINITY;
		const to = Math.min(from + pieceMs, change, span.to);
		yield {from, to};
		from = to;
	}
}
