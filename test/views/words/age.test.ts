import {expect, test} from 'vitest';
import {dayMs, hourMs, minuteMs} from '../../../source/business-time.ts';
import {ageWords} from '../../../source/views/words/age.ts';

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
