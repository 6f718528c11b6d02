import {expect, test} from 'vitest';
import {dayMs, hourMs, minuteMs} from '../source/business-time.ts';
import {ageWords, agoWords, durationWords, parseDuration} from '../source/duration.ts';

test.each([
	[0, 'just now'],
	[59_999, 'just now'],
	[minuteMs, '1 min old'],
	[119 * minuteMs, '119 min old'],
	[2 * hourMs, '2 h old'],
	[47 * hourMs, '47 h old'],
	[9.7 * dayMs, '9 d old'],
])('%i ms is %s', (age, words) => {
	expect(ageWords(1e12, 1e12 + age)).toBe(words);
});

test.each([
	[20, '0 s'],
	[1500, '1.5 s'],
	[21_400, '21 s'],
	[100_000, '1.7 min'],
	[85 * minuteMs, '85 min'],
	[3 * hourMs, '3 h'],
	[92 * dayMs, '92 d'],
])('%i ms last %s', (ms, words) => {
	expect(durationWords(ms)).toBe(words);
});

test('a whole unit is used where one of it is enough', () => {
	expect([minuteMs, hourMs, dayMs].map(ms => durationWords(ms, 1))).toEqual(['1 min', '1 h', '1 d']);
});

test('what was is about so long ago, at least a minute', () => {
	expect(agoWords(1e12, 1e12)).toBe('1 min ago');
	expect(agoWords(1e12, 1e12 + 14.7 * hourMs)).toBe('15 h ago');
	expect(agoWords(1e12, 1e12 + 18 * dayMs)).toBe('18 d ago');
});

test.each([
	['500ms', 500],
	['.5 s', 500],
	['90s', 90_000],
	['5m', 5 * minuteMs],
	['5 Min', 5 * minuteMs],
	['2h', 2 * hourMs],
	['1d', dayMs],
	['1 week', undefined],
	['5', undefined],
	['-2s', undefined],
])('%s is read as %s ms', (text, ms) => {
	expect(parseDuration(text)).toBe(ms);
});
