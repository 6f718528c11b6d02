import {studentBothTails, studentBound} from '../statistics/student-t.ts';
import {type CutDay, cutDay, daysToPredict, usualDay} from './usual-day.ts';

/** How far a goal is, and where its period will end if all goes on as usual. */
export type GoalPace =
	| {readonly status: 'collecting'; readonly daysHave: number; readonly daysNeeded: number}
	| {
			readonly status: 'ready';
			readonly soFar: number;
			/** What should have come by now for the goal to be met by the usual shape of the period. */
			readonly dueByNow: number;
			readonly projected: Projection;
			/** Probability that the goal is met, 0 to 1. */
			readonly chance: number;
	  };

/** A mean and the bounds that hold what comes in 80 and 95 of 100 cases. */
export type Projection = {
	readonly mean: number;
	readonly lo80: number;
	readonly hi80: number;
	readonly lo95: number;
	readonly hi95: number;
};

/** A day, a week or a month that has begun. */
export type GoalPeriod = {
	readonly goal: number;
	/** What came in each hour of the closed days, oldest first, up to yesterday: `days[day][hour]`, 24 of them. */
	readonly days: readonly (readonly number[])[];
	/** Today so far. */
	readonly today: number;
	/** How far today has come, in hours, 0 to 24. */
	readonly elapsedHours: number;
	/** How many of the latest `days` belong to the period. */
	readonly daysBefore: number;
	/** How many days of the period come after today. */
	readonly daysAfter: number;
};

/** Two weeks to know each weekday, and two more to see how far days stray from what is usual. */
export const goalDaysNeeded = 28;

/**
 * Judges a goal by the usual shape of its period.
 *
 * Each past day is predicted from the days before it alone, and cut at the present time of day: q is by
 * how much it was ahead until then, r by how much afterwards, e = q + r, all as shares of the usual day
 * u, because busy days stray further. From these errors
 *
 *     rest of today = usual rest + β q u,            β = Σ q r / Σ q², not below 0
 *     k-th day after = uₖ (1 + ρᵏ (1 + β) q),        ρ the autocorrelation of e at lag 1, not below 0
 *
 * with variance u² Σ (r − β q)² / (m − 1) for today and s² Σᵢ Σⱼ uᵢ uⱼ ρ^|i−j| for the days after it,
 * whose errors have variance s² (first-order autoregressive process: Box, Jenkins, Reinsel: Time Series
 * Analysis, 4th ed., §3.2). Bounds and chance are those of Student's distribution with m − 1 degrees of
 * freedom, m days predicted. Nothing is projected below what has come already.
 */
export function goalPace(period: GoalPeriod): GoalPace {
	const {goal, today, elapsedHours, daysBefore, daysAfter} = period;
	const days = period.days.map(hours => cutDay(hours, elapsedHours));
	if (days.length < goalDaysNeeded) {
		return {status: 'collecting', daysHave: days.length, daysNeeded: goalDaysNeeded};
	}
	const {beta, restVariance, rho, dayVariance, freedom} = errorModel(predictionErrors(days));
	const usualToday = usualDay(days, days.length);
	const usualAfter = Array.from({length: daysAfter}, (_, ahead) => usualDay(days, days.length + 1 + ahead));
	const soFar = total(days.slice(days.length - daysBefore)) + today;
	const lead = today - usualToday.early;
	const sizeToday = sizeOf(usualToday);
	const leadShare = sizeToday > 0 ? lead / sizeToday : 0;
	const after = usualAfter.map(sizeOf);
	const mean =
		soFar +
		usualToday.late +
		beta * lead +
		after.reduce((sum, size, index) => sum + size * (1 + rho ** (index + 1) * (1 + beta) * leadShare), 0);
	const deviation = Math.sqrt(restVariance * sizeToday ** 2 + dayVariance * correlatedSum(after, rho));
	const bound = (outside: number, side: 1 | -1) =>
		Math.max(soFar, mean + side * studentBound(outside, freedom) * deviation);
	return {
		status: 'ready',
		soFar,
		dueByNow: goal * shareByNow(days, daysBefore, usualToday, after),
		projected: {
			mean: Math.max(soFar, mean),
			lo80: bound(0.2, -1),
			hi80: bound(0.2, 1),
			lo95: bound(0.05, -1),
			hi95: bound(0.05, 1),
		},
		chance: soFar >= goal ? 1 : chanceAbove(goal - mean, deviation, freedom),
	};
}

/** The share of a usual period that lies before now, 0 to 1. */
function shareByNow(
	days: readonly CutDay[],
	daysBefore: number,
	usualToday: CutDay,
	after: readonly number[],
): number {
	const first = days.length - daysBefore;
	const known = days.slice(0, Math.max(daysToPredict, first));
	const before = Array.from({length: daysBefore}, (_, index) => usualDay(known, first + index));
	const early = total(before) + usualToday.early;
	const whole = early + usualToday.late + after.reduce((sum, size) => sum + size, 0);
	return whole > 0 ? early / whole : 0;
}

/** By how much each past day was ahead of its prediction, before the cut and after it, as shares of it. */
function predictionErrors(days: readonly CutDay[]): readonly CutDay[] {
	return days.slice(daysToPredict).flatMap(({early, late}, place) => {
		const known = daysToPredict + place;
		const usual = usualDay(days.slice(0, known), known);
		const size = sizeOf(usual);
		// Of a day on which nothing is ever sold there is no share.
		return size > 0 ? [{early: (early - usual.early) / size, late: (late - usual.late) / size}] : [];
	});
}

function errorModel(errors: readonly CutDay[]) {
	const freedom = Math.max(1, errors.length - 1);
	const sumOf = (value: (error: CutDay, place: number) => number) =>
		errors.reduce((sum, error, place) => sum + value(error, place), 0);
	const before = (place: number) => sizeOf(errors[place - 1] ?? noDay);
	const aheadSquares = sumOf(({early}) => early * early);
	const beta = aheadSquares > 0 ? Math.max(0, sumOf(({early, late}) => early * late) / aheadSquares) : 0;
	const squares = sumOf(error => sizeOf(error) ** 2);
	return {
		beta,
		restVariance: sumOf(({early, late}) => (late - beta * early) ** 2) / freedom,
		rho: squares > 0 ? Math.max(0, sumOf((error, place) => sizeOf(error) * before(place)) / squares) : 0,
		dayVariance: squares / freedom,
		freedom,
	};
}

/** How many times the variance of one the sum of such days has. */
function correlatedSum(sizes: readonly number[], rho: number): number {
	return sizes.reduce(
		(sum, size, one) =>
			sum + sizes.reduce((row, other, two) => row + size * other * rho ** Math.abs(one - two), 0),
		0,
	);
}

function chanceAbove(missing: number, deviation: number, freedom: number): number {
	if (deviation === 0) {
		return missing <= 0 ? 1 : 0;
	}
	const tail = studentBothTails(missing / deviation, freedom) / 2;
	return missing > 0 ? tail : 1 - tail;
}

const noDay: CutDay = {early: 0, late: 0};

function sizeOf({early, late}: CutDay): number {
	return early + late;
}

function total(days: readonly CutDay[]): number {
	return days.reduce((sum, day) => sum + sizeOf(day), 0);
}
