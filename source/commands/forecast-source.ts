import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import type {Unit} from '../analytics/forecast/unit.ts';
import {dayMs, isoDate, localDay, startOfDay, type Zone} from '../business-time.ts';
import {type Formats, printable} from '../format.ts';
import {SourceError} from '../ingest/source-error.ts';
import {moneyToDecimal} from '../money.ts';
import {firstOrderAt} from '../store/extent.ts';
import type {Store} from '../store/open-store.ts';
import {slotMs} from '../store/schema.ts';
import {slotTotals} from '../store/slot-totals.ts';
import type {CommonOptions} from './common-options.ts';

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

/** Older days change no forecast of the next. */
const mostDays = 1500;

/** A shop that has not sold for this long is forecast from its last sale on, as the dashboard shows it. */
const pastAfterMs = 7 * dayMs;

/** What a database is asked for. */
export type DatabaseSubject = 'revenue' | 'orders';

/** A past of a database, which knows the moments that it is made of. */
export type DatabaseSource = ForecastSource & {readonly span: {readonly from: number; readonly to: number}};

/**
 * Complete days of a database, the first one left out, because the shop may have begun in the middle
 * of it.
 *
 * @param zone whose days count
 * @param moment after which nothing is known, in UTC milliseconds
 */
export function databaseSource(
	{db}: Store,
	of: DatabaseSubject,
	{zone, formats, moment}: {readonly zone: Zone; readonly formats: Formats; readonly moment: number},
): DatabaseSource {
	const first = firstOrderAt(db)();
	const today = localDay(zone, moment);
	const from = Math.max(first === undefined ? today : localDay(zone, first) + 1, today - 100 * 365);
	const sums = new Map<number, number>();
	let lastSlot = 0;
	const slots = [Math.floor(startOfDay(zone, from) / slotMs), Math.ceil(moment / slotMs)] as const;
	for (const {slot, revenue, orders} of slotTotals(db)(...slots)) {
		const day = localDay(zone, slot * slotMs);
		sums.set(day, (sums.get(day) ?? 0) + (of === 'revenue' ? revenue : orders));
		lastSlot = slot;
	}
	const isPast = moment - lastSlot * slotMs > pastAfterMs;
	const end = isPast && lastSlot > 0 ? localDay(zone, lastSlot * slotMs) + 1 : today;
	const firstDay = Math.max(from, end - mostDays);
	const isMoney = of === 'revenue';
	return {
		values: Array.from({length: Math.max(0, end - firstDay)}, (_, index) => sums.get(firstDay + index) ?? 0),
		unit: 'day',
		firstDay,
		span: {from: startOfDay(zone, Math.min(firstDay, end)), to: startOfDay(zone, end)},
		title: of,
		labelOf: index => isoDate(firstDay + index),
		toJson: isMoney ? moneyToDecimal : rounded,
		toText: isMoney ? formats.wholeMoney : formats.count,
		notes:
			isPast && lastSlot > 0
				? [`the last sale was on ${isoDate(end - 1)}: the forecast begins the day after`]
				: [],
	};
}

/** @param file a path, or `-` for what is piped in */
export async function fileSource(
	file: string,
	column: string | undefined,
	{locale}: CommonOptions,
): Promise<ForecastSource> {
	try {
		const {readSeries} = await import('../series/read-series.ts');
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
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		const reason =
			code === 'ENOENT'
				? 'there is no such file'
				: code === 'EISDIR'
					? 'it is a folder'
					: error instanceof Error
						? error.message
						: String(error);
		throw new Error(`cannot read --input ${file}: ${reason}`, {cause: error});
	}
}

/** Twelve digits are more than any forecast knows, and hide the noise of the last ones. */
function rounded(value: number): number {
	return Number(value.toPrecision(12));
}
