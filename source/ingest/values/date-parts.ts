import {dayMs, isoDate} from '../../business-time.ts';
import {monthOf} from './month-names.ts';

/** Which of two numbers is the day: `5/3` is 5 March to some and May the third to others. */
export type DateOrder = 'dmy' | 'mdy';

/** The day that a text begins with, as far as it can be told without the rest of the column. */
export type DateParts =
	| {readonly kind: 'day'; readonly localMs: number; readonly rest: string}
	/** Day and month in an order that the column must tell. */
	| {
			readonly kind: 'either';
			readonly first: number;
			readonly second: number;
			readonly year: number;
			readonly separator: string;
			readonly rest: string;
	  };

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(?=\S)|(?=Z|$))/i;
const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2\s?(\d{4}|\d{2})(?:,?[T ]\s*|$)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T ]\s*|$)/;
const weekday = /^\p{L}{2,10}\.?,?\s+(?=\p{L}|\d)/u;
const dayThenName =
	/^(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[-\s/]*(?:de\s+)?(\p{L}{3,10})\.?[-\s/,]*(?:de\s+)?(\d{4}|\d{2})(?:,?[T\s]\s*|$)/u;
const nameThenDay =
	/^(\p{L}{3,10})\.?[-\s/]*(\d{1,2})(?:st|nd|rd|th)?,?[-\s/]+(\d{4}|(?<=-)\d{2})(?:,?[T\s]\s*|$)/u;
const yearThenName = /^(\d{4})[-\s/](\p{L}{3,10})\.?[-\s/](\d{1,2})(?:[T\s]\s*|$)/u;

/** @param text without blanks around it */
export function dateParts(text: string): DateParts | undefined {
	const iso = yearFirst.exec(text) ?? compact.exec(text);
	if (iso) {
		const [year, month, day] = iso.length === 5 ? [iso[1], iso[3], iso[4]] : [iso[1], iso[2], iso[3]];
		return dayOf(Number(year), Number(month), Number(day), text.slice(iso[0].length));
	}
	const numeric = yearLast.exec(text);
	if (numeric) {
		const [whole, first, separator, second, year] = numeric;
		return {
			kind: 'either',
			first: Number(first),
			second: Number(second),
			year: fullYear(year!),
			separator: separator!,
			rest: text.slice(whole.length),
		};
	}
	return namedMonth(text) ?? namedMonth(text.replace(weekday, ''));
}

function namedMonth(text: string): DateParts | undefined {
	const dayFirst = dayThenName.exec(text);
	if (dayFirst) {
		return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, text.slice(dayFirst[0].length));
	}
	const monthFirst = nameThenDay.exec(text);
	if (monthFirst) {
		return named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!, text.slice(monthFirst[0].length));
	}
	const year = yearThenName.exec(text);
	return year ? named(year[1]!, year[2]!, year[3]!, text.slice(year[0].length)) : namedUnix(text);
}

/** `Dec 01 08:26:00 UTC 2010` and `Dec 01 2010 08:26:00 GMT+0000 (UTC)`: what programs print. */
function namedUnix(text: string): DateParts | undefined {
	const match = /^(\p{L}{3}) +(\d{1,2}) +(\d{2}:\d{2}:\d{2}(?: +[A-Z]{3,4})?) +(\d{4})$/u.exec(text);
	return match ? named(match[4]!, match[1]!, match[2]!, match[3]!) : undefined;
}

function named(year: string, monthName: string, day: string, rest: string): DateParts | undefined {
	const month = monthOf(monthName);
	return month === undefined ? undefined : dayOf(fullYear(year), month, Number(day), rest);
}

/** Two digits are of the years 1970 to 2069. */
function fullYear(year: string): number {
	const number = Number(year);
	return year.length > 2 ? number : number < 70 ? number + 2000 : number + 1900;
}

function dayOf(year: number, month: number, day: number, rest: string): DateParts | undefined {
	const localMs = localMsOf(year, month, day);
	return localMs === undefined ? undefined : {kind: 'day', localMs, rest};
}

/** In milliseconds, as if it were UTC; nothing where there is no such day. */
export function localMsOf(year: number, month: number, day: number): number | undefined {
	const date = Date.UTC(year, month - 1, day);
	// Date.UTC carries 30 February over into March, and takes the year 99 for 1999.
	const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	return Number.isNaN(date) || isoDate(Math.floor(date / dayMs)) !== written ? undefined : date;
}

/** The local moment of a day whose column tells the order of day and month; nothing where there is no such day. */
export function localMsInOrder(
	{first, second, year}: Extract<DateParts, {kind: 'either'}>,
	order: DateOrder,
): number | undefined {
	return order === 'dmy' ? localMsOf(year, second, first) : localMsOf(year, first, second);
}
