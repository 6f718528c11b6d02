import {daysPerMonth, type Horizon} from '../../../analytics/lifetime-value/discounted-orders.ts';
import {type Flags, type Given, UsageError} from '../../command-line/command.ts';
import {wholeNumber} from '../../command-line/whole-number.ts';

export const clvFlags = {
	input: {
		type: 'string',
		value: 'FILE',
		about: 'a CSV of frequency, recency, T (and monetary), not the database',
	},
	until: {type: 'string', value: 'MOMENT', about: 'orders up to then, such as 2026-11-20 (now)'},
	asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then; another word for --until'},
	period: {type: 'string', choices: ['day', 'week'], about: 'the unit of recency and T (week)'},
	horizon: {type: 'string', value: '12', about: 'months ahead, or as 1y, 39w, 90d (12)'},
	discount: {type: 'string', value: '0.01', about: 'what money loses in a month, or as 1% (0.01)'},
	movesSince: {
		type: 'string',
		value: 'MOMENT',
		about: 'also who changed tier since then, or in as long as 30d',
	},
	holdOut: {
		type: 'string',
		value: '90d',
		about: 'also how a model from before those days did: expected and actual orders',
	},
	format: {type: 'string', choices: ['table', 'json', 'csv'], about: 'how to print (table)'},
	limit: {type: 'string', value: '20', about: 'customers shown (20 in a table, else all)'},
	noKeep: {type: 'boolean', about: 'do not keep the result in the database'},
} as const satisfies Flags;

export type Period = 'day' | 'week';

export type ClvFormat = 'table' | 'json' | 'csv';

export type ClvOptions = {
	/** Absent for the database. */
	readonly input: string | undefined;
	readonly until: string | undefined;
	readonly movesSince: string | undefined;
	/** Days before the end that a model is held against; absent where that is not asked for. */
	readonly holdOutDays: number | undefined;
	readonly period: Period;
	readonly horizon: Horizon;
	readonly format: ClvFormat;
	/** How many customers to show. */
	readonly limit: number;
};

export const daysPerPeriod: Readonly<Record<Period, number>> = {day: 1, week: 7};

const tableRows = 20;

/** All customers of the database, in weeks, over a year. */
export const defaultClvOptions: ClvOptions = {
	input: undefined,
	until: undefined,
	movesSince: undefined,
	holdOutDays: undefined,
	period: 'week',
	horizon: {months: 12, periodsPerMonth: daysPerMonth / daysPerPeriod.week, monthlyDiscount: 0.01},
	format: 'json',
	limit: Number.POSITIVE_INFINITY,
};

/** @throws UsageError that names the value which cannot be */
export function clvOptions(given: Given): ClvOptions {
	const [input, asOf, movesSince] = [given.text('input'), given.text('asOf'), given.text('movesSince')];
	const until = given.text('until') ?? asOf;
	if (asOf !== undefined && until !== asOf) {
		throw new UsageError('--as-of is another word for --until: give one of them');
	}
	const holdOut = given.text('holdOut');
	if (input !== undefined && (until ?? movesSince ?? holdOut) !== undefined) {
		const flag =
			until !== undefined
				? `--${asOf === undefined ? 'until' : 'as-of'}`
				: `--${movesSince === undefined ? 'hold-out' : 'moves-since'}`;
		throw new UsageError(`${flag} is for the database; what --input says ends when it was made`);
	}
	// The parser has let only these names through.
	const period = (given.text('period') ?? defaultClvOptions.period) as Period;
	const format = (given.text('format') ?? 'table') as ClvFormat;
	return {
		input,
		until,
		movesSince,
		holdOutDays: parseHoldOut(holdOut),
		period,
		horizon: {
			months: parseHorizon(given.text('horizon') ?? String(defaultClvOptions.horizon.months)),
			periodsPerMonth: daysPerMonth / daysPerPeriod[period],
			monthlyDiscount: parseDiscount(
				given.text('discount') ?? String(defaultClvOptions.horizon.monthlyDiscount),
			),
		},
		format,
		limit:
			wholeNumber(given, 'limit', {example: tableRows, least: 0}) ??
			(format === 'table' ? tableRows : Number.POSITIVE_INFINITY),
	};
}

const longestHoldOut = 3660;

function parseHoldOut(text: string | undefined): number | undefined {
	if (text === undefined) {
		return undefined;
	}
	const days = Number(/^(\d{1,4})d?$/.exec(text.trim())?.[1] ?? 0);
	if (days < 1 || days > longestHoldOut) {
		throw new UsageError(`--hold-out ${text}: write days from 1d to ${longestHoldOut}d, such as 90d`);
	}
	return days;
}

const monthsOf = {mo: 1, y: 12, w: 7 / daysPerMonth, d: 1 / daysPerMonth} as const;

const longestHorizonMonths = 120;

function parseHorizon(text: string): number {
	const [, amount, unit = 'mo'] = /^(\d+(?:\.\d+)?)\s*(mo|y|w|d)?$/.exec(text.trim()) ?? [];
	const months = Number(amount) * monthsOf[unit as keyof typeof monthsOf];
	if (!(months > 0 && months <= longestHorizonMonths)) {
		throw new UsageError(`--horizon ${text}: write months, such as 12, or 1y, 39w, 90d; at most 10 years`);
	}
	return months;
}

function parseDiscount(text: string): number {
	const [, amount, percent] = /^(\d*\.?\d+)\s*(%)?$/.exec(text.trim()) ?? [];
	const discount = Number(amount) / (percent ? 100 : 1);
	if (!(discount >= 0 && discount < 1)) {
		throw new UsageError(`--discount ${text}: write a monthly rate from 0 to below 1, such as 0.01 or 1%`);
	}
	return discount;
}
