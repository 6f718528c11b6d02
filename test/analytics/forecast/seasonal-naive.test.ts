import {expect, test} from 'vitest';
import type {Forecast} from '../../../source/analytics/forecast/forecast.ts';
import {seasonalNaive} from '../../../source/analytics/forecast/seasonal-naive.ts';

function ready(forecast: Forecast) {
	if (forecast.status !== 'ready') {
		throw new Error('the forecast is still collecting');
	}
	return forecast;
}

/** Weeks of a fixed shape with noise of a fixed spread from a small generator. */
function noisyWeeks(weeks: number, spread: number): number[] {
	let state = 7;
	const uniform = () => {
		state = (state * 16_807) % 2_147_483_647;
		return state / 2_147_483_647;
	};
	const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
	return Array.from({length: weeks * 7}, (_, day) => 1000 + 100 * (day % 7) + spread * normal());
}

test('each period repeats the one a season before', () => {
	const history = [1, 2, 3, 4, 5, 6, 7].flatMap(() => [10, 20, 30, 40, 50, 60, 70]);
	const {points} = ready(seasonalNaive(history, 7, 9));
	expect(points.map(({mean}) => mean)).toEqual([10, 20, 30, 40, 50, 60, 70, 10, 20]);
	// A history without any error promises none.
	expect(points[0]).toEqual({mean: 10, lo80: 10, hi80: 10, lo95: 10, hi95: 10});
});

test('the band grows by the square root of the seasons ahead', () => {
	const {points} = ready(seasonalNaive(noisyWeeks(20, 50), 7, 21));
	const width = (index: number) => points[index]!.hi95 - points[index]!.mean;
	expect(width(7) / width(0)).toBeCloseTo(Math.SQRT2, 9);
	expect(width(20) / width(0)).toBeCloseTo(Math.sqrt(3), 9);
});

test('the bands nest, and what is never negative is not forecast below zero', () => {
	const {points} = ready(
		seasonalNaive(
			noisyWeeks(10, 900).map(value => Math.max(0, value - 900)),
			7,
			14,
		),
	);
	for (const {mean, lo80, hi80, lo95, hi95} of points) {
		expect([lo95, lo80, mean, hi80, hi95].toSorted((a, b) => a - b)).toEqual([lo95, lo80, mean, hi80, hi95]);
		expect(lo95).toBeGreaterThanOrEqual(0);
	}
});

test('shift and scale carry over', () => {
	const history = noisyWeeks(12, 40);
	const {points} = ready(seasonalNaive(history, 7, 7));
	const moved = ready(
		seasonalNaive(
			history.map(value => 3 * value + 500),
			7,
			7,
		),
	);
	for (const [index, {mean, hi80}] of moved.points.entries()) {
		expect(mean).toBeCloseTo(3 * points[index]!.mean + 500, 6);
		expect(hi80).toBeCloseTo(3 * points[index]!.hi80 + 500, 6);
	}
	expect(moved.backtest!.mase).toBeCloseTo(ready(seasonalNaive(history, 7, 7)).backtest!.mase, 6);
});

test('on independent noise the bands hold about what they promise', () => {
	const {backtest} = ready(seasonalNaive(noisyWeeks(60, 50), 7, 7));
	expect(backtest!.folds).toBe(16);
	expect(backtest!.coverage80).toBeGreaterThan(0.65);
	expect(backtest!.coverage80).toBeLessThan(0.95);
	expect(backtest!.coverage95).toBeGreaterThan(0.85);
	expect(backtest!.mase).toBeGreaterThan(0.7);
	expect(backtest!.mase).toBeLessThan(1.4);
});

test('too little history is collecting and says how much it needs', () => {
	expect(seasonalNaive([1, 2, 3], 7, 7)).toEqual({status: 'collecting', periodsHave: 3, periodsNeeded: 21});
	expect(seasonalNaive([], 7, 7)).toEqual({status: 'collecting', periodsHave: 0, periodsNeeded: 21});
});
