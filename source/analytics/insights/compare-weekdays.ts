import type {Money} from '../../money.ts';
import {type MeanTest, meanTest} from '../statistics/mean-tests.ts';
import {sampleOf} from '../statistics/sample.ts';
import {wholeWeeks} from './open-weekdays.ts';
import type {ShopDays} from './shop-history.ts';
import {sum} from './spans.ts';

/** Fewer weeks say nothing of what a weekday usually brings. */
const fewestWeeks = 4;

/** Some weekdays beside others, over whole weeks. */
export type WeekdayComparison = {
	readonly weeks: number;
	/** Means of a day. */
	readonly mean: Money;
	readonly others: Money;
	readonly test: MeanTest;
	/** Of `mean` / `others`, with 95 % confidence. */
	readonly ratio: readonly [number, number];
	/** First and last place of the days. */
	readonly from: number;
	readonly to: number;
};

/**
 * Whether some weekdays bring more than others: the logarithm of the ratio of their means in each week,
 * against zero by a t test. A level that moves from week to week cancels out.
 *
 * @param weekdays 0 for Monday to 6 for Sunday
 */
export function compareWeekdays(
	days: ShopDays,
	weekdays: readonly number[],
	others: readonly number[],
): WeekdayComparison | undefined {
	const meanOf = (week: readonly number[], wanted: readonly number[]) =>
		sum(wanted.map(weekday => days.revenue[week[weekday]!]!)) / wanted.length;
	const weeks = wholeWeeks(days).filter(week => meanOf(week, weekdays) > 0 && meanOf(week, others) > 0);
	const test = meanTest(sampleOf(weeks.map(week => Math.log(meanOf(week, weekdays) / meanOf(week, others)))));
	if (weeks.length < fewestWeeks || !test) {
		return undefined;
	}
	return {
		weeks: weeks.length,
		mean: sum(weeks.map(week => meanOf(week, weekdays))) / weeks.length,
		others: sum(weeks.map(week => meanOf(week, others))) / weeks.length,
		test,
		ratio: [Math.exp(test.interval[0]), Math.exp(test.interval[1])],
		from: weeks[0]![0]!,
		to: weeks.at(-1)![6]! + 1,
	};
}
