import {expect, test} from 'vitest';
import {type GoalPeriod, goalPace} from '../../../source/analytics/goal-pace/goal-pace.ts';
import {randomStream} from '../../../source/producer/random.ts';
import fc from '../../helpers/property.ts';

/** Nothing until 8, then the same every hour to 20; weekends bring twice as much. */
const opens = 8;
const closes = 20;
const hoursOf = (amount: number) =>
	Array.from({length: 24}, (_, hour) => (hour >= opens && hour < closes ? amount / (closes - opens) : 0));
const usualAmount = (day: number) => (day % 7 >= 5 ? 240 : 120);
const steadyDays = (count: number) => Array.from({length: count}, (_, day) => hoursOf(usualAmount(day)));

const day = (given: Partial<GoalPeriod>): GoalPeriod => ({
	goal: 120,
	days: steadyDays(56),
	today: 40,
	elapsedHours: 12,
	daysBefore: 0,
	daysAfter: 0,
	...given,
});

function ready(period: GoalPeriod) {
	const pace = goalPace(period);
	if (pace.status !== 'ready') {
		throw new Error(pace.status);
	}
	return pace;
}

test('a shop without surprises: at noon a third of the day has come, and the rest will', () => {
	expect(ready(day({}))).toEqual({
		status: 'ready',
		soFar: 40,
		dueByNow: 40,
		projected: {mean: 120, lo80: 120, hi80: 120, lo95: 120, hi95: 120},
		chance: 1,
	});
	expect(ready(day({goal: 130}))).toMatchObject({chance: 0});
});

test('a week counts the days behind and ahead by their weekdays', () => {
	// Day 56 is a first day of the week; on the sixth, five of 120 are behind, and 240 and 240 are to come.
	const days = steadyDays(61);
	const pace = ready(day({goal: 2160, days, daysBefore: 5, daysAfter: 1, today: 80, elapsedHours: 12}));
	expect(pace.soFar).toBe(680);
	expect(pace.projected.mean).toBeCloseTo(1080, 9);
	// 680 of 1,080 usually have come by then.
	expect(pace.dueByNow).toBeCloseTo((2160 * 680) / 1080, 9);
});

test('with fewer than four weeks it is collecting', () => {
	expect(goalPace(day({days: steadyDays(27)}))).toEqual({status: 'collecting', daysHave: 27, daysNeeded: 28});
});

/** Days that have a level of their own, and hours that have noise of theirs. */
function noisyDays(count: number, seed: number): number[][] {
	const random = randomStream(seed, 'days');
	const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	return Array.from({length: count}, (_, index) => {
		const level = Math.exp(0.12 * gaussian());
		return hoursOf(usualAmount(index)).map(amount => Math.max(0, amount * level * (1 + 0.3 * gaussian())));
	});
}

test('of 400 days that it has not seen, the bands hold 80 and 95 of 100, and the chances come true', () => {
	let [in80, in95, expectedHits, hits] = [0, 0, 0, 0];
	const trials = 400;
	for (let seed = 0; seed < trials; seed++) {
		const days = noisyDays(57, seed + 1);
		const today = days.pop()!;
		const finish = today.reduce((sum, amount) => sum + amount, 0);
		const goal = usualAmount(56) * 1.05;
		const {projected, chance} = ready(
			day({goal, days, today: today.slice(0, 13).reduce((sum, amount) => sum + amount, 0), elapsedHours: 13}),
		);
		in80 += finish >= projected.lo80 && finish <= projected.hi80 ? 1 : 0;
		in95 += finish >= projected.lo95 && finish <= projected.hi95 ? 1 : 0;
		expectedHits += chance;
		hits += finish >= goal ? 1 : 0;
	}
	// Three standard errors of a share of 400 are 6 and 3.3 points.
	expect(in80 / trials).toBeGreaterThan(0.74);
	expect(in80 / trials).toBeLessThan(0.86);
	expect(in95 / trials).toBeGreaterThan(0.917);
	expect(Math.abs(hits - expectedHits) / trials).toBeLessThan(0.06);
});

test('bands nest, nothing is projected below what has come, and another currency changes the scale alone', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 1e6}),
			fc.double({min: 0, max: 24, noNaN: true}),
			fc.double({min: 0, max: 500, noNaN: true}),
			fc.nat(6),
			(seed, elapsedHours, today, daysAfter) => {
				const period = day({days: noisyDays(42, seed), elapsedHours, today, daysAfter});
				const {soFar, projected, chance, dueByNow} = ready(period);
				const {lo95, lo80, mean, hi80, hi95} = projected;
				const bounds = [soFar, lo95, lo80, mean, hi80, hi95];
				expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
				expect(chance).toBeGreaterThanOrEqual(0);
				expect(chance).toBeLessThanOrEqual(1);
				const scaled = ready({
					...period,
					goal: period.goal * 8,
					today: today * 8,
					days: period.days.map(hours => hours.map(amount => amount * 8)),
				});
				expect(scaled.projected.mean).toBeCloseTo(8 * mean, 6);
				expect(scaled.dueByNow).toBeCloseTo(8 * dueByNow, 6);
				expect(scaled.chance).toBeCloseTo(chance, 9);
			},
		),
		{numRuns: 40},
	);
});
