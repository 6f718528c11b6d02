import {expect, test} from 'vitest';
import {openZone} from '../source/business-time.ts';
import {parseMoment} from '../source/parse-moment.ts';

const paris = openZone('Europe/Paris');
const iso = (text: string) => new Date(parseMoment(text, paris)).toISOString();

test('a date alone means to its end in the business zone', () => {
	expect(iso('2026-11-20')).toBe('2026-11-20T23:00:00.000Z');
	expect(iso('2026-07-31')).toBe('2026-07-31T22:00:00.000Z');
});

test('a time is one of the business zone unless it says otherwise', () => {
	expect(iso('2026-11-20T18:30')).toBe('2026-11-20T17:30:00.000Z');
	expect(iso('2026-07-20 18:30:15')).toBe('2026-07-20T16:30:15.000Z');
	expect(iso('2026-11-20T18:30Z')).toBe('2026-11-20T18:30:00.000Z');
	expect(iso('2026-11-20T18:30:00+05:30')).toBe('2026-11-20T13:00:00.000Z');
	expect(iso('2026-11-20T18:30-0500')).toBe('2026-11-20T23:30:00.000Z');
	expect(iso('2026-11-20T18:30:00.25Z')).toBe('2026-11-20T18:30:00.250Z');
});

test('midnight and the hours around the change of clocks are where they should be', () => {
	expect(iso('2026-11-20T00:00')).toBe('2026-11-19T23:00:00.000Z');
	expect(iso('2026-10-25T12:00')).toBe('2026-10-25T11:00:00.000Z');
	expect(iso('2026-03-29T12:00')).toBe('2026-03-29T10:00:00.000Z');
	expect(iso('2026-03-29T01:30')).toBe('2026-03-29T00:30:00.000Z');
});

test.each(['yesterday', '2026-02-30', '2026-11-20T25:00', '20/11/2026', ''])('"%s" is refused', text => {
	expect(() => parseMoment(text, paris)).toThrow(RangeError);
});
