import {expect, test} from 'vitest';
import {fasterInterval, parseInterval, parseRate, slowerInterval} from '../../source/producer/pace.ts';

test.each([
	['2s', 2000],
	['500ms', 500],
	['0.5s', 500],
	['1m', 60_000],
	['1 min', 60_000],
	['1h', 3_600_000],
	['0.2ms', 0.2],
])('the interval %s is %d ms', (text, intervalMs) => {
	expect(parseInterval(text)).toBeCloseTo(intervalMs, 9);
});

test.each([
	['50/s', 20],
	['30/min', 2000],
	['10', 100],
	['5000/s', 0.2],
	['6 / h', 600_000],
])('the rate %s is a sale every %d ms', (text, intervalMs) => {
	expect(parseRate(text)).toBeCloseTo(intervalMs, 9);
});

test.each([
	['2', /"2" is no interval: .* such as 2s, 500ms or 1m/],
	['', /"" is no interval/],
	['fast', /"fast" is no interval/],
	['-2s', /"-2s" is no interval/],
	['2 days', /"2 days" is no interval/],
	['0s', /the interval "0s" is too fast: the most is 10000\/s/],
	['99h', /the interval "99h" is too slow: the least is a sale every 24h/],
])('the interval "%s" is refused with its value and the remedy', (text, message) => {
	expect(() => parseInterval(text)).toThrow(message);
});

test.each([
	['fast', /"fast" is no rate: .* such as 50\/s, 30\/min or 10/],
	['50/', /"50\/" is no rate/],
	['50/day', /"50\/day" is no rate/],
	['0/s', /the rate "0\/s" sells nothing/],
	['20000/s', /the rate "20000\/s" is too fast/],
])('the rate "%s" is refused with its value and the remedy', (text, message) => {
	expect(() => parseRate(text)).toThrow(message);
});

test('faster and slower go up and down one ladder, also from between its steps, and stop at its ends', () => {
	expect(fasterInterval(2000)).toBe(1000);
	expect(slowerInterval(1000)).toBe(2000);
	expect(fasterInterval(300)).toBe(200);
	expect(slowerInterval(300)).toBe(500);
	expect(fasterInterval(0.2)).toBe(0.2);
	expect(slowerInterval(60_000)).toBe(60_000);
	expect(slowerInterval(3_600_000)).toBe(3_600_000);
});
