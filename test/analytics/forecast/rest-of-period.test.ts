import {expect, test} from 'vitest';
import {restOfPeriod, usualRest} from '../../../source/analytics/forecast/rest-of-period.ts';

const expected = {mean: 100, lo80: 80, hi80: 120, lo95: 70, hi95: 130};

test('at its start a period is forecast as a whole, at its end it is what has come', () => {
	expect(restOfPeriod(expected, 0, 1)).toEqual(expected);
	expect(restOfPeriod(expected, 117, 0)).toEqual({mean: 117, lo80: 117, hi80: 117, lo95: 117, hi95: 117});
});

test('what has come stays, a share of what was expected is added, and the bands narrow', () => {
	expect(restOfPeriod(expected, 300, 0.25)).toEqual({mean: 325, lo80: 315, hi80: 335, lo95: 310, hi95: 340});
});

test('no bound lies below what has already come', () => {
	const point = restOfPeriod({mean: 10, lo80: 0, hi80: 40, lo95: 0, hi95: 60}, 50, 0.5);
	expect(point.lo80).toBe(50);
	expect(point.lo95).toBe(50);
	expect(point.mean).toBe(55);
});

test('what is usually still to come follows the shape of past periods', () => {
	const day = [0, 0, 10, 30, 40, 20];
	expect(usualRest([day, day], 6, 4)).toBeCloseTo(0.6);
	expect(usualRest([day], 6, 4.5)).toBeCloseTo(0.4);
	expect(usualRest([day], 6, 0)).toBe(1);
	expect(usualRest([day], 6, 6)).toBe(0);
});

test('without a past it goes by the clock', () => {
	expect(usualRest([], 24, 6)).toBe(0.75);
	expect(usualRest([[0, 0]], 2, 1)).toBe(0.5);
});
