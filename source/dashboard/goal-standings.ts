import {type GoalPace, goalPace} from '../analytics/goal-pace/goal-pace.ts';
import {dayMs, localDay, startOfDay, weekdayOfDay, type Zone} from '../business-time.ts';
import type {Goal} from '../configuration/configuration.ts';
import type {Span} from './dashboard.ts';
import type {SalesHistory} from './sales-history.ts';

/** A goal, the day, week or month that it is about now, and how it stands. */
export type GoalStanding = {readonly goal: Goal; readonly period: Span; readonly pace: GoalPace};

/** How goals stand at a moment, in the order given. Weeks begin on Monday (ISO 8601). */
export function goalStandings(
	goals: readonly Goal[],
	history: Pick<SalesHistory, 'byHour'>,
	now: number,
	zone: Zone,
): readonly GoalStanding[] {
	const today = localDay(zone, now);
	return goals.map(goal => {
		const {first, end} = periodOf(goal.per, today);
		const {days, ...soFar} = history.byHour(goal.of, now);
		return {
			goal,
			period: {from: startOfDay(zone, first), to: startOfDay(zone, end)},
			pace: goalPace({
				...soFar,
				days,
				goal: goal.amount,
				// A shop younger than the period has sold nothing before it began.
				daysBefore: Math.min(today - first, days.length),
				daysAfter: end - today - 1,
			}),
		};
	});
}

/** The first day of the period that holds a day, and the first after it; days since 1970-01-01. */
function periodOf(per: Goal['per'], day: number): {first: number; end: number} {
	switch (per) {
		case 'day':
			return {first: day, end: day + 1};
		case 'week': {
			const first = day - weekdayOfDay(day);
			return {first, end: first + 7};
		}
		case 'month': {
			const date = new Date(day * dayMs);
			const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayMs;
			return {first, end: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs};
		}
	}
}
