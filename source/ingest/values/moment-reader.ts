import {dayMs, openZone, utcOfLocal, type Zone} from '../../business-time.ts';
import {readClockTime} from './clock-time.ts';
import {dateParts, localMsInOrder} from './date-parts.ts';
import type {DateStyle} from './date-style.ts';
import {isNumbered, momentOfNumber, type NumberedDates} from './numbered-dates.ts';

/** What a cell holds: a moment in UTC milliseconds, nothing readable, or a date of the other order. */
export type MomentReading = number | 'unreadable' | 'otherOrder';

/** @param time from a column of its own */
export type MomentReader = (date: string, time?: string) => MomentReading;

/** Moments without an offset are local times of the zone; a date alone is the beginning of its day. */
export function momentReader(style: DateStyle, zone: Zone): MomentReader {
	const read = (date: string, time: string | undefined): MomentReading => {
		if (style.numbered) {
			return numberedMoment(date, time, style.numbered, zone);
		}
		const parts = dateParts(date);
		if (!parts) {
			return 'unreadable';
		}
		const clock = readClockTime(time === undefined || parts.rest !== '' ? parts.rest : timeText(time));
		if (!clock) {
			return 'unreadable';
		}
		let day: number | undefined;
		if (parts.kind === 'day') {
			day = parts.localMs;
		} else {
			const order = style.orders.get(parts.separator)?.order ?? style.otherwise;
			day = localMsInOrder(parts, order);
			if (day === undefined && localMsInOrder(parts, order === 'dmy' ? 'mdy' : 'dmy') !== undefined) {
				return 'otherOrder';
			}
		}
		return day === undefined ? 'unreadable' : momentAt(day + clock.sinceMidnightMs, clock.offsetMs, zone);
	};
	// The lines of an order follow one another and bear one moment.
	let lastDate: string | undefined;
	let lastTime: string | undefined;
	let last: MomentReading = 'unreadable';
	return (date, time) => {
		if (date !== lastDate || time !== lastTime) {
			lastDate = date;
			lastTime = time;
			last = read(date, time);
		}
		return last;
	};
}

/**
 * The same of a column of a table; nothing where it has none.
 *
 * @param zone by which moments without an offset are read, unless the header says that they are in UTC
 */
export function columnMomentReader(
	{dates, isUtc}: {readonly dates: DateStyle | undefined; readonly isUtc: boolean},
	zone: Zone,
): MomentReader | undefined {
	return dates && momentReader(dates, isUtc ? openZone('UTC') : zone);
}

function momentAt(localMs: number, offsetMs: number | undefined, zone: Zone): number {
	return offsetMs === undefined ? utcOfLocal(zone, localMs) : localMs - offsetMs;
}

function numberedMoment(
	text: string,
	time: string | undefined,
	kind: NumberedDates,
	zone: Zone,
): MomentReading {
	if (!isNumbered(text, kind)) {
		return 'unreadable';
	}
	const moment = momentOfNumber(text, kind);
	if (kind !== 'days') {
		return moment;
	}
	if (time === undefined) {
		return momentAt(moment, undefined, zone);
	}
	const clock = readClockTime(timeText(time));
	return clock ? momentAt(moment + clock.sinceMidnightMs, clock.offsetMs, zone) : 'unreadable';
}

/** A time of day in a column of its own may be a share of the day, or an Excel date with its time. */
function timeText(text: string): string {
	if (/^0?[.,]\d+$/.test(text)) {
		const ms = Math.round(Number(text.replace(',', '.')) * 86_400) * 1000;
		return new Date(ms % dayMs).toISOString().slice(11, 19);
	}
	return text.replace(/^1899-12-3[01][T ]/, '').replace(/^1900-01-0[01][T ]/, '');
}
