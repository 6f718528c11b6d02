import {
	type PaceLevel,
	paceLevel,
	type SalePace,
	usualSales,
	usualSalesOfHour,
} from '../analytics/insights/sale-pace.ts';
import {hourMs, type Zone} from '../business-time.ts';

/** What the weekday and the hour lead to expect around one moment. */
export type SaleExpectation = {
	/** UTC milliseconds. */
	readonly at: number;
	/** Sales to be expected from the last one up to `at`. */
	readonly usualSince: number;
	/** Sales of an hour of this weekday and time. */
	readonly usualHourly: number;
	readonly level: PaceLevel;
};

/** How many of the latest sales tell whether sales come as they usually do. */
const salesLooked = 20;

/**
 * @param saleTimes of the latest sales, latest first
 * @returns `undefined` where too little is known, or sales come at quite another pace than was learned
 */
export function expectSales(
	pace: SalePace | undefined,
	saleTimes: readonly number[],
	at: number,
	zone: Zone,
): SaleExpectation | undefined {
	const [last] = saleTimes;
	if (!pace || last === undefined || last > at) {
		return undefined;
	}
	const local = (moment: number) => moment + zone.offsetAt(moment);
	const came = Math.min(salesLooked, saleTimes.length - 1);
	const level = paceLevel(pace, came, usualSales(pace, local(saleTimes[came]!), local(last)));
	return (
		level && {
			at,
			usualSince: usualSales(pace, local(last), local(at)),
			usualHourly: usualSalesOfHour(pace, local(at)),
			level,
		}
	);
}

/** Sales to be expected from the last one up to a moment soon after the expectation's own. */
export function usualSalesSince({at, usualSince, usualHourly}: SaleExpectation, now: number): number {
	return usualSince + (Math.max(0, now - at) * usualHourly) / hourMs;
}
