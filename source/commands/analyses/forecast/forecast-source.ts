import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import type {Unit} from '../../../analytics/forecast/unit.ts';
import {dayMs, hourMs, isoDate, localDay, startOfDay, type Zone} from '../../../business-time.ts';
import {type Formats, printable} from '../../../format.ts';
import {SourceError} from '../../../ingest/source-error.ts';
import {moneyToDecimal} from '../../../money.ts';
import type {Store} from '../../../store/open-store.ts';
import {firstOrderAt} from '../../../store/orders/extent.ts';
import {slotTotals} from '../../../store/orders/slot-totals.ts';
import {slotMs} from '../../../store/schema/schema.ts';
import type {CommonOptions} from '../../command-line/common-options.ts';
import {whyUnreadable} from '../../command-line/read-text-file.ts';

/** A past to forecast from. */
export type ForecastSource = {
	readonly values: readonly number[];
	readonly unit: Unit;
	/** When the first period begins, in days since 1970-01-01. */
	readonly firstDay: number;
	/** What is forecast, for the title. */
	readonly title: string;
	/** How the n-th period is written. */
	readonly labelOf: (index: number) => string;
	/** A value as scripts read it: money as a decimal string. */
	readonly toJson: (value: number) => string | number;
	/** A value as people read it. */
	readonly toText: (value: number) => string;
	readonly notes: readonly string[];
};

/** A shop that has not sold for this long is forecast from its last sale on, as the dashboard shows it. */
const pastAfterMs = 7 * dayMs;

/** What a database is asked for. */
export type DatabaseSubject = 'revenue' | 'orders';

/** By the days or the hours of the business zone. */
export type DatabaseUnit = 'day' | 'hour';

/** A past of a database, which knows the moments that it is made of. */
export type DatabaseSource = ForecastSource & {readonly span: {readonly from: number; readonly to: number}};

/** How each unit counts: periods since 1970-01-01 of local time, and how many of them are of use. */
const unitsOfDatabase = {
	day: {lengthMs: dayMs, mostPeriods: 1500, label: (day: number) => isoDate(day)},
	hour: {
		lengthMs: hourMs,
		// Eight weeks: the season is the week.
		mostPeriods: 56 * 24,
		label: (hour: number) => `${isoDate(Math.floor(hour / 24))}T${String(hour % 24).padStart(2, '0')}:00`,
	},
} as const;

/**
 * Complete days or hours of a database, the first one left out, because the shop may have begun in the
 * middle of it.
 *
 * @param zone whose days count
 * @param moment after which nothing is known, in UTC milliseconds
 */
export function databaseSource(
	{db}: Store,
	of: DatabaseSubject,
	{unit, zone, formats, moment}: DatabaseSourceOptions,
): DatabaseSource {
	const {lengthMs, mostPeriods, label} = unitsOfDatabase[unit];
	const periodAt = (at: number) => Math.floor((at + zone.offsetAt(at)) / lengthMs);
	const begin = (period: number) => {
		const local = period * lengthMs;
		return unit === 'day' ? startOfDay(zone, period) : local - zone.offsetAt(local - zone.offsetAt(local));
	};
	const first = firstOrderAt(db)();
	const open = periodAt(moment);
	const from = Math.max(
		first === undefined ? open : periodAt(first) + 1,
		open - (100 * 365 * dayMs) / lengthMs,
	);
	const sums = new Map<number, number>();
	let lastSlot = 0;
	for (const {slot, revenue, orders} of slotTotals(db)(
		Math.floor(begin(from) / slotMs),
		Math.ceil(moment / slotMs),
	)) {
		const period = periodAt(slot * slotMs);
		sums.set(period, (sums.get(period) ?? 0) + (of === 'revenue' ? revenue : orders));
		lastSlot = slot;
	}
	const isPast = lastSlot > 0 && moment - lastSlot * slotMs > pastAfterMs;
	const end = isPast ? periodAt(lastSlot * slotMs) + 1 : open;
	const start = Math.min(end, Math.max(from, end - mostPeriods));
	const isMoney = of === 'revenue';
	return {
		values: Array.from({length: end - start}, (_, index) => sums.get(start + index) ?? 0),
		unit,
		firstDay: (start * lengthMs) / dayMs,
		span: {from: begin(start), to: begin(end)},
		title: of,
		labelOf: index => label(start + index),
		toJson: isMoney ? moneyToDecimal : rounded,
		toText: isMoney ? formats.wholeMoney : formats.count,
		notes: isPast
			? [
					`the last sale was on ${isoDate(localDay(zone, lastSlot * slotMs))}: the forecast begins the ${unit} after`,
				]
			: [],
	};
}

export type DatabaseSourceOptions = {
	readonly unit: DatabaseUnit;
	readonly zone: Zone;
	readonly formats: Formats;
	/** After which nothing is known, in UTC milliseconds. */
	readonly moment: number;
};

/** @param file a path, or `-` for what is piped in */
export async function fileSource(
	file: string,
	column: string | undefined,
	{locale}: CommonOptions,
): Promise<ForecastSource> {
	try {
		const {readSeries} = await import('../../../series/read-series.ts');
		const series = readSeries((await contentOf(file)).replace(/^\uFEFF/, ''), column);
		const largest = series.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
		const digits = largest >= 1000 ? 0 : largest >= 10 ? 2 : 4;
		const number = new Intl.NumberFormat(locale, {
			maximumFractionDigits: digits,
			minimumFractionDigits: digits,
		});
		return {
			...series,
			title: printable(series.name ?? file),
			toJson: rounded,
			toText: value => number.format(value),
		};
	} catch (error) {
		if (error instanceof SourceError) {
			throw new Error(`cannot read --input ${file}: ${error.message}`, {cause: error});
		}
		throw error;
	}
}

async function contentOf(file: string): Promise<string> {
	try {
		return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
	} catch (error) {
		throw new Error(`cannot read --input ${file}: ${whyUnreadable(error)}`, {cause: error});
	}
}

/** Twelve digits are more than any forecast knows, and hide the noise of the last ones. */
function rounded(value: number): number {
	return Number(value.toPrecision(12));
}
