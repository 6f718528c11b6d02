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

/** `in the 28 days before`. */
export function beforeWords({windowDays, shiftDays = windowDays}: ShopHistory): string {
	const isOne = windowDays === 1;
	if (shiftDays === windowDays) {
		return isOne ? 'on the day before' : `in the ${windowDays} days before`;
	}
	const weeks = shiftDays === 7 ? 'a week' : `${shiftDays / 7} weeks`;
	return `on the same ${isOne ? 'weekday' : `${windowDays} weekdays`} ${weeks} before`;
}

/** `28 days`, `1 customer`. */
export function counted(count: number, plural: string, written = String(count)): string {
	return `${written} ${count === 1 ? plural.replace(/s$/, '') : plural}`;
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
