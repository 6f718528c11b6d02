import {expect, test} from 'vitest';
import {
	learnSalePace,
	paceLevel,
	silenceProbability,
	usualSales,
	usualSalesOfHour,
} from '../../../source/analytics/insights/sale-pace.ts';
import {hourMs} from '../../../source/business-time.ts';

/** Hours since 1970 of a Monday at midnight. */
const monday = 24 * 4 * 5000 - ((24 * 4 * 5000) % 168) + 4 * 24;
/** Eight weeks in which Tuesdays at 14:00 bring 171 sales, other hours of the day 60, nights none. */
const weekly = Array.from({length: 8 * 168}, (_, index) => {
	const hour = index % 24;
	return index % 168 === 24 + 14 ? 171 : hour >= 8 && hour < 20 ? 60 : 0;
});
const pace = learnSalePace(weekly, monday + 8 * 168)!;
const tuesdayAt = (hour: number) => (monday + 8 * 168 + 24 + hour) * hourMs;

test('an hour of the week brings what it brought before', () => {
	// Half a sale and half a week are added to what was seen: (8 · 171 + 0.5) / 8.5.
	expect(usualSalesOfHour(pace, tuesdayAt(14.5))).toBeCloseTo(161, 0);
	expect(usualSalesOfHour(pace, tuesdayAt(15))).toBeCloseTo(56.5, 1);
	expect(usualSalesOfHour(pace, tuesdayAt(3))).toBeLessThan(0.06);
});

test('what is usual adds up over hours and weeks', () => {
	const [from, middle, to] = [tuesdayAt(9.25), tuesdayAt(14.1), tuesdayAt(14.1 + 500)];
	expect(usualSales(pace, from, middle) + usualSales(pace, middle, to)).toBeCloseTo(
		usualSales(pace, from, to),
		6,
	);
	expect(usualSales(pace, from, from + 168 * hourMs)).toBeCloseTo(pace.cumulative[168]!, 6);
});

test('94 s without a sale where 21 s are usual is one gap in a hundred', () => {
	// A Poisson process: exp(−94 / 21) = 0.01138.
	const level = paceLevel({...pace, shape: 1e9}, 0, 0)!;
	expect(silenceProbability(level, 94 / 21)).toBeCloseTo(0.01138, 5);
});

test('where hours vary by themselves, a silence is less of a surprise', () => {
	// Negative binomial: (1 + 4.5 / 2)^−2 = 0.0947.
	expect(silenceProbability(paceLevel({...pace, shape: 2}, 0, 0)!, 4.5)).toBeCloseTo((1 / 3.25) ** 2, 10);
});

test('a slow day makes a silence less of a surprise, a busy one more', () => {
	const wavering = {...pace, shape: 10};
	const of = (came: number) => silenceProbability(paceLevel(wavering, came, 20)!, 4);
	expect(of(12)).toBeGreaterThan(of(20));
	expect(of(20)).toBeGreaterThan(of(30));
});

test('sales at quite another pace are not judged by what was learned', () => {
	expect(paceLevel(pace, 20, 20)).toBeDefined();
	expect(paceLevel(pace, 20, 0.6)).toBeUndefined();
	expect(paceLevel(pace, 20, 400)).toBeUndefined();
});

test('less than four weeks, or hardly a sale, tell nothing', () => {
	expect(learnSalePace(weekly.slice(0, 27 * 24), monday)).toBeUndefined();
	expect(
		learnSalePace(
			weekly.map(() => 0),
			monday,
		),
	).toBeUndefined();
});
