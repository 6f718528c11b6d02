import type {Unit} from '../analytics/forecast/unit.ts';
import {dayMs} from '../business-time.ts';

/** One way to write when a period is. */
export type LabelStyle = {
	readonly name: string;
	/** Days since 1970-01-01 at which the period begins, with a fraction for hours. */
	readonly read: (text: string) => number | undefined;
	/** In the same style, where that is unambiguous; else as ISO. */
	readonly write: (day: number) => string;
	/** What such labels count, where the style itself says so. */
	readonly unit?: Unit;
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Years of two digits: 70 to 99 are of the last century. */
const fullYear = (text: string) =>
	text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900);

/** The year 1 of labels such as `1-01`, which only count: one that is no leap year, as most are. */
const countedFrom = 2001;

/** @returns nothing for a date that is in no calendar */
function dayOf(year: number, month: number, day: number, hour = 0): number | undefined {
	const utc = new Date(Date.UTC(year, month - 1, day));
	const isDate = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
	return isDate && hour < 24 ? utc.getTime() / dayMs + hour / 24 : undefined;
}

/** A style of one pattern, whose groups `read` turns into a day. */
function style(
	name: string,
	pattern: RegExp,
	read: (groups: readonly string[]) => number | undefined,
	write: (date: Date) => string = isoDay,
	unit?: Unit,
): LabelStyle {
	return {
		name,
		read(text) {
			const match = pattern.exec(text);
			return match ? read(match.slice(1).map(group => group ?? '')) : undefined;
		},
		write: day => write(new Date(Math.round(day * dayMs))),
		...(unit && {unit}),
	};
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const isoMonth = (date: Date) => date.toISOString().slice(0, 7);
const quarterOf = (date: Date) => Math.floor(date.getUTCMonth() / 3) + 1;

/** In the order in which they are tried; the first that reads every label is taken. */
export const labelStyles: readonly LabelStyle[] = [
	style(
		'date and hour',
		/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ](\d{1,2})(?::00(?::00(?:\.0+)?)?)?Z?$/,
		([year, month, day, hour]) => dayOf(Number(year), Number(month), Number(day), Number(hour)),
		date => date.toISOString().slice(0, 16),
	),
	style('year-month-day', /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([year, , month, day]) =>
		dayOf(Number(year), Number(month), Number(day)),
	),
	style('yearmonthday', /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/, ([year, month, day]) =>
		dayOf(Number(year), Number(month), Number(day)),
	),
	style('day/month/year', /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/, ([day, , month, year]) =>
		dayOf(fullYear(year!), Number(month), Number(day)),
	),
	style('month/day/year', /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/, ([month, , day, year]) =>
		dayOf(fullYear(year!), Number(month), Number(day)),
	),
	style('day month year', /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?,?[- ](\d{4}|\d{2})$/i, ([day, month, year]) =>
		dayOf(fullYear(year!), monthNames.indexOf(month!.toLowerCase()) + 1, Number(day)),
	),
	style(
		'year-month',
		/^(\d{4})(?:[-/.M ]|\s*M)(\d{1,2})$/i,
		([year, month]) => dayOf(Number(year), Number(month), 1),
		isoMonth,
		'month',
	),
	style(
		'month/year',
		/^(\d{1,2})[-/.](\d{4})$/,
		([month, year]) => dayOf(Number(year), Number(month), 1),
		isoMonth,
		'month',
	),
	style(
		'month name and year',
		/^([a-z]{3})[a-z]*\.?[-/ ](\d{4}|\d{2})$/i,
		([month, year]) => dayOf(fullYear(year!), monthNames.indexOf(month!.toLowerCase()) + 1, 1),
		isoMonth,
		'month',
	),
	style(
		'year and month name',
		/^(\d{4})[-/ ]?([a-z]{3})[a-z]*\.?$/i,
		([year, month]) => dayOf(Number(year), monthNames.indexOf(month!.toLowerCase()) + 1, 1),
		isoMonth,
		'month',
	),
	style(
		'counted year-month',
		/^(\d{1,3})-(\d{1,2})$/,
		([year, month]) => dayOf(countedFrom - 1 + Number(year), Number(month), 1),
		date => `${date.getUTCFullYear() - countedFrom + 1}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`,
		'month',
	),
	style(
		'year and quarter',
		/^(\d{4})[-/ ]?Q([1-4])$/i,
		([year, quarter]) => dayOf(Number(year), 3 * Number(quarter) - 2, 1),
		date => `${date.getUTCFullYear()}-Q${quarterOf(date)}`,
		'quarter',
	),
	style(
		'quarter and year',
		/^Q([1-4])[-/ ]?(\d{4})$/i,
		([quarter, year]) => dayOf(Number(year), 3 * Number(quarter) - 2, 1),
		date => `${date.getUTCFullYear()}-Q${quarterOf(date)}`,
		'quarter',
	),
	style(
		'year',
		/^((?:1[5-9]|20|21)\d{2})$/,
		([year]) => dayOf(Number(year), 1, 1),
		date => String(date.getUTCFullYear()),
		'year',
	),
	{
		name: 'number',
		read: text => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
		write: day => String(Math.round(day)),
		unit: 'period',
	},
];
