/** What one value of a series stands for; `period` where nothing is known about its length. */
export const units = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'period'] as const;

export type Unit = (typeof units)[number];

/** Periods after which each unit repeats itself, shortest first. */
const seasonsOfUnit: Readonly<Record<Unit, readonly number[]>> = {
	hour: [24, 168],
	day: [7, 365],
	week: [52],
	month: [12],
	quarter: [4],
	year: [],
	period: [],
};

/** Seasons that a series must span for its season to be seen at all. */
const seasonsToSee = 3;

/** Years of days that are enough for a yearly season on top of the weekly one. */
const cyclesOfSecond = 2;

/** The seasons that a series of that length shows, shortest first. */
export function visibleSeasons(unit: Unit, length: number): number[] {
	return seasonsOfUnit[unit].filter(
		(season, index) => length >= season * (index === 0 ? seasonsToSee : cyclesOfSecond),
	);
}

/**
 * The season by which seasonal-naive repeats: that of the week for days and hours, which a series must
 * be long enough for; that of the year for longer units, if the series is.
 */
export function mainSeason(unit: Unit, length: number): number {
	switch (unit) {
		case 'hour':
			return 168;
		case 'day':
			return 7;
		default:
			return visibleSeasons(unit, length)[0] ?? 1;
	}
}

const dayMs = 86_400_000;
const daysOf = {hour: 1 / 24, day: 1, week: 7, period: 1};
const monthsOf = {month: 1, quarter: 3, year: 12};

/** When the n-th period begins, in days since 1970-01-01, by the calendar. */
export function periodStart(unit: Unit, firstDay: number, index: number): number {
	if (unit === 'month' || unit === 'quarter' || unit === 'year') {
		const first = new Date(firstDay * dayMs);
		const month = first.getUTCMonth() + index * monthsOf[unit];
		// A series of month ends stays one: the 31st is the 28th of February.
		const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), month + 1, 0)).getUTCDate();
		return Date.UTC(first.getUTCFullYear(), month, Math.min(first.getUTCDate(), lastOfMonth)) / dayMs;
	}
	return firstDay + index * daysOf[unit];
}

/** The shortest season of a unit, 1 for none. */
export function seasonOfUnit(unit: Unit): number {
	return seasonsOfUnit[unit][0] ?? 1;
}
