import type {ReadyForecast} from '../analytics/forecast/forecast.ts';
import {restOfPeriod, usualRest} from '../analytics/forecast/rest-of-period.ts';
import {seasonalNaive} from '../analytics/forecast/seasonal-naive.ts';
import {learnSalePace, type SalePace} from '../analytics/insights/sale-pace.ts';
import {dayMs, hourMs, localDay, startOfDay, startOfHour, type Zone} from '../business-time.ts';
import type {Money} from '../money.ts';
import type {Forecast} from './dashboard.ts';
import type {DatedForecast} from './read-dated-forecast.ts';

/** How many days back forecasts look: a quarter for the days, eight weeks for the hours. */
export const historyDays = 91;
const hourlyDays = 56;

/** Weeks whose same weekday tells how a day usually goes. */
const shapeWeeks = 4;

const daysAhead = 7;
const hoursAhead = 12;

export type Outlook = {readonly forecast: Forecast; readonly starts: readonly number[]};

/** Revenue by local hour and day, from which forecasts are made. */
export type SalesHistory = {
	readonly add: (at: number, revenue: Money, orders: number) => void;
	/**
	 * Of the day that holds `now`, as a whole, and the days after it.
	 *
	 * @param found what a better model has said; without it, or when it is too old, days repeat those of
	 * the week before
	 */
	readonly nextDays: (now: number, found?: DatedForecast) => Outlook;
	/** Of the hour that holds `now`, as a whole, and the hours after it. */
	readonly nextHours: (now: number, found?: DatedForecast) => Outlook;
	/** How fast sales usually come; `undefined` while too few weeks are known. */
	readonly salePace: (now: number) => SalePace | undefined;
	/** The closed days by hour, and today so far. */
	readonly byHour: (of: 'revenue' | 'orders', now: number) => DaysByHour;
};

export type DaysByHour = {
	/** Oldest first, up to yesterday; 24 hours each. The shop's first day is left out. */
	readonly days: readonly (readonly number[])[];
	readonly today: number;
	/** How far today has come, 0 to 24. */
	readonly elapsedHours: number;
};

/**
 * @param beganAt when the shop began; the day of it is left out, being part of a day. Where it has not
 * begun, it does with the first order that is added
 */
export function createSalesHistory(zone: Zone, beganAt: number | undefined): SalesHistory {
	let firstOrderAt = beganAt;
	const days = new Map<number, Money>();
	const hours = new Map<number, Money>();
	const hourOrders = new Map<number, number>();
	const localHour = (at: number) => Math.floor((at + zone.offsetAt(at)) / hourMs);
	// A forecast depends on closed periods only, so it holds until the next one closes.
	const dayForecasts = latestBy((today: number) => {
		const firstDay = firstOrderAt === undefined ? today : localDay(zone, firstOrderAt) + 1;
		return seasonalNaive(closed(days, Math.max(firstDay, today - historyDays), today), 7, daysAhead);
	});
	const closedHours = (sums: ReadonlyMap<number, number>, thisHour: number) => {
		const firstHour = firstOrderAt === undefined ? thisHour : localHour(firstOrderAt) + 1;
		return closed(sums, Math.max(firstHour, thisHour - hourlyDays * 24), thisHour);
	};
	const hourForecasts = latestBy((thisHour: number) =>
		seasonalNaive(closedHours(hours, thisHour), 7 * 24, hoursAhead),
	);
	const paces = latestBy((thisHour: number) => learnSalePace(closedHours(hourOrders, thisHour), thisHour));

	/** Hours of the same weekday in the last weeks, by which a day's rest is judged. */
	const shapeOf = latestBy((today: number) =>
		Array.from({length: shapeWeeks}, (_, week) =>
			Array.from({length: 24}, (_hour, hour) => hours.get((today - 7 * (week + 1)) * 24 + hour) ?? 0),
		),
	);
	const begun = (outlook: Forecast, soFar: Money, rest: number): Forecast =>
		outlook.status === 'ready'
			? {
					...outlook,
					points: outlook.points.map((point, ahead) =>
						ahead === 0 ? restOfPeriod(point, soFar, rest) : point,
					),
				}
			: outlook;

	return {
		add(at, revenue, orders) {
			if (orders > 0) {
				firstOrderAt ??= at;
			}
			addTo(days, localDay(zone, at), revenue);
			addTo(hours, localHour(at), revenue);
			addTo(hourOrders, localHour(at), orders);
		},
		nextDays(now, found) {
			const today = localDay(zone, now);
			const expected = (found && openFrom(found, today * dayMs, dayMs, daysOfUse)) ?? dayForecasts(today);
			const ahead = expected.status === 'ready' ? expected.points.length : daysAhead;
			const starts = Array.from({length: ahead}, (_, day) => startOfDay(zone, today + day));
			const elapsedHours = (now + zone.offsetAt(now)) / hourMs - today * 24;
			const rest = usualRest(shapeOf(today), 24, elapsedHours);
			return {forecast: begun(expected, days.get(today) ?? 0, rest), starts};
		},
		nextHours(now, found) {
			const start = startOfHour(zone, now);
			const starts = Array.from({length: hoursAhead}, (_, ahead) => start + ahead * hourMs);
			const hour = localHour(now);
			const better = found && openFrom(found, hour * hourMs, hourMs, hoursOfUse);
			const expected = better && isBetter(better) ? better : hourForecasts(hour);
			const rest = 1 - (now - start) / hourMs;
			return {forecast: begun(firstOf(expected, hoursAhead), hours.get(hour) ?? 0, rest), starts};
		},
		salePace: now => paces(localHour(now)),
		byHour(of, now) {
			const sums = of === 'revenue' ? hours : hourOrders;
			const today = localDay(zone, now);
			const firstDay = firstOrderAt === undefined ? today : localDay(zone, firstOrderAt) + 1;
			const from = Math.max(firstDay, today - historyDays);
			return {
				days: Array.from({length: Math.max(0, today - from)}, (_, place) =>
					closed(sums, (from + place) * 24, (from + place + 1) * 24),
				),
				today: closed(sums, today * 24, (today + 1) * 24).reduce((sum, value) => sum + value, 0),
				elapsedHours: Math.min(24, (now + zone.offsetAt(now)) / hourMs - today * 24),
			};
		},
	};
}

/** When the history that forecasts need begins. */
export function historyFrom(zone: Zone, now: number): number {
	return startOfDay(zone, localDay(zone, now) - historyDays) - dayMs;
}

/** A forecast is of use for so long after the period that it begins with. */
const daysOfUse = 1;
const hoursOfUse = 24;

/** What a forecast says from a period on; nothing where it was made for later, or too long ago. */
function openFrom(
	{forecast, startsAt}: DatedForecast,
	localTime: number,
	periodMs: number,
	periodsOfUse: number,
): ReadyForecast | undefined {
	const passed = (localTime - startsAt) / periodMs;
	return forecast.status === 'ready' && passed >= 0 && passed <= periodsOfUse
		? {...forecast, points: forecast.points.slice(passed)}
		: undefined;
}

/** Whether it did better on back-test than repeating the week before. */
function isBetter({backtest}: ReadyForecast): boolean {
	return backtest !== undefined && backtest.smape < backtest.baseline.smape;
}

function firstOf(forecast: Forecast, periods: number): Forecast {
	return forecast.status === 'ready' ? {...forecast, points: forecast.points.slice(0, periods)} : forecast;
}

function closed(sums: ReadonlyMap<number, number>, from: number, to: number): number[] {
	return Array.from({length: Math.max(0, to - from)}, (_, index) => sums.get(from + index) ?? 0);
}

function addTo(sums: Map<number, number>, key: number, value: number): void {
	sums.set(key, (sums.get(key) ?? 0) + value);
}

function latestBy<Result>(compute: (key: number) => Result): (key: number) => Result {
	let latest: {key: number; result: Result} | undefined;
	return key => {
		if (latest?.key !== key) {
			latest = {key, result: compute(key)};
		}
		return latest.result;
	};
}
