import {dayMs, startOfDay} from '../../business-time.ts';
import type {ShopHistory} from './shop-history.ts';

/** Places in the lists of days, the last one not included. */
export type Places = {readonly from: number; readonly to: number};

export function windowPlaces({days, windowDays}: ShopHistory): Places {
	return {from: days.revenue.length - windowDays, to: days.revenue.length};
}

/** The same weekdays before the window; absent with too short a past. */
export function placesBefore(shop: ShopHistory): Places | undefined {
	const {from, to} = windowPlaces(shop);
	const {shiftDays} = shop;
	return shiftDays === undefined ? undefined : {from: from - shiftDays, to: to - shiftDays};
}

export function within<Value>(values: readonly Value[], {from, to}: Places): Value[] {
	return values.slice(from, to);
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** Days since 1970-01-01 of the first and the last of some places. */
export function daySpan({days}: ShopHistory, {from, to}: Places): {from: number; to: number} {
	return {from: days.first + from, to: days.first + to - 1};
}

/** `the 28 days before`. */
export function beforeWords({windowDays, shiftDays = windowDays}: ShopHistory): string {
	return shiftDays === windowDays
		? `the ${windowDays} days before`
		: `the same ${windowDays} weekdays ${shiftDays / 7} ${shiftDays === 7 ? 'week' : 'weeks'} before`;
}

/** `Tue 17 Nov`, of days since 1970-01-01. */
export function dayWords({zone, formats}: ShopHistory, day: number): string {
	return formats.weekdayDate(startOfDay(zone, day) + dayMs / 2);
}

/** `14:00`. */
export function hourWords(hour: number): string {
	return `${String(hour % 24).padStart(2, '0')}:00`;
}

export const weekdayNames = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday',
] as const;

const namesTold = 3;

/** `A, B, C and 4 more`. */
export function listWords(words: readonly string[]): string {
	const told = words.slice(0, namesTold);
	const more = words.length - told.length;
	return more > 0
		? `${told.join(', ')} and ${more} more`
		: [told.slice(0, -1).join(', '), ...told.slice(-1)].filter(Boolean).join(' and ');
}
