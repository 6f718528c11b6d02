import {localDay, type Zone} from '../../../business-time.ts';
import {isSpan, parseWindow, writtenSpan} from '../../../dashboard/window-name.ts';
import {namedMoment} from '../../../parse-moment.ts';
import {type Flags, type Given, UsageError} from '../../command-line/command.ts';
import {checkingFlag} from '../../command-line/common-options.ts';
import {type RowFormat, rowFormats} from '../../command-line/print-rows.ts';
import {wholeNumber} from '../../command-line/whole-number.ts';

export const insightsFlags = {
	window: {
		type: 'string',
		value: '28d',
		about:
			'the closed days that are asked about, also such as 4w or 2026-11-01..2026-11-07 (28d, or what the past lets compare)',
	},
	since: {type: 'string', value: 'DATE', about: 'asks about the days from that one on, instead of --window'},
	alpha: {
		type: 'string',
		value: '0.05',
		about: 'the share of false ones that is allowed among what is found (0.05)',
	},
	asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then, such as the end of 2026-11-20 (now)'},
	limit: {type: 'string', value: '10', about: 'how many are told (10)'},
	format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	noKeep: {type: 'boolean', about: 'do not keep the result in the database'},
} as const satisfies Flags;

export type InsightsOptions = {
	readonly window: string | undefined;
	readonly since: string | undefined;
	readonly alpha: number;
	readonly limit: number;
	readonly format: RowFormat;
};

export const defaultInsightsOptions: InsightsOptions = {
	window: undefined,
	since: undefined,
	alpha: 0.05,
	limit: 10,
	format: 'table',
};

/** @throws UsageError that names the value which cannot be */
export function insightsOptions(given: Given): InsightsOptions {
	const [window, since] = [given.text('window'), given.text('since')];
	if (window !== undefined && since !== undefined) {
		throw new UsageError('give --window or --since, not both: each says where the days begin');
	}
	return {
		window,
		since,
		alpha: parseAlpha(given.text('alpha')) ?? defaultInsightsOptions.alpha,
		limit: wholeNumber(given, 'limit', {example: 10}) ?? defaultInsightsOptions.limit,
		// The parser has let only these names through.
		format: (given.text('format') as RowFormat | undefined) ?? defaultInsightsOptions.format,
	};
}

const longestWindowDays = 366;

/** Which days are asked about. */
export type AskedDays = {
	/** How many closed ones; absent where nobody says. */
	readonly windowDays: number | undefined;
	/** The first moment that counts as unknown. */
	readonly asOf: number;
};

/** @throws RangeError that names the value */
export function askedDays({window, since}: InsightsOptions, asOf: number, zone: Zone): AskedDays {
	if (window !== undefined) {
		return daysOfWindow(window, asOf, zone);
	}
	if (since === undefined) {
		return {windowDays: undefined, asOf};
	}
	// A date alone means to its end.
	const firstDay = localDay(zone, namedMoment('--since', since, zone) - 1);
	const windowDays = inRange(
		localDay(zone, asOf) - firstDay,
		`--since ${since}: name a day from 1 to ${longestWindowDays} days before the present one, or before --as-of`,
	);
	return {windowDays, asOf};
}

function daysOfWindow(window: string, asOf: number, zone: Zone): AskedDays {
	const name = checkingFlag('window', window, text => parseWindow(text, zone));
	const complaint = `--window ${window}: insights are about 1 to ${longestWindowDays} whole days that are over, such as 28d or 2026-11-01..2026-11-07`;
	if (isSpan(name)) {
		const {from, to} = writtenSpan(name, zone);
		const end = Math.min(to, asOf);
		return {windowDays: inRange(localDay(zone, end) - localDay(zone, from), complaint), asOf: end};
	}
	const days =
		name === 'all' ? 0 : Number.parseInt(name, 10) / {d: 1, h: 24, m: 1440}[name.at(-1) as 'd' | 'h' | 'm'];
	return {windowDays: inRange(Number.isInteger(days) ? days : 0, complaint), asOf};
}

function inRange(days: number, complaint: string): number {
	if (!(days >= 1 && days <= longestWindowDays)) {
		throw new RangeError(complaint);
	}
	return days;
}

function parseAlpha(text: string | undefined): number | undefined {
	const alpha = text === undefined ? undefined : Number(text);
	if (alpha !== undefined && !(alpha > 0 && alpha <= 0.5)) {
		throw new UsageError(`--alpha ${text}: write a share above 0 and up to 0.5, such as 0.05`);
	}
	return alpha;
}
