import {expect, test} from 'vitest';
import {hourMs, minuteMs} from '../../../source/business-time.ts';
import {timeAxis, valueAxis} from '../../../source/views/charts/axis.ts';
import {evenMarks, timeMarks} from '../../../source/views/charts/time-marks.ts';
import {testFormats} from '../../helpers/dashboard.ts';

test('values beside a chart are round parts of its height', () => {
	expect(valueAxis({low: 0, high: 400}, 9, String)).toEqual([
		'400',
		'',
		'300',
		'',
		'200',
		'',
		'100',
		'',
		'0',
	]);
	expect(valueAxis({low: 0, high: 400}, 2, String)).toEqual(['400', '0']);
});

test('below zero there is a mark only where there is room for it', () => {
	expect(valueAxis({low: -10, high: 100}, 5, String)).toEqual(['100', '', '50', '', '0']);
	expect(valueAxis({low: -100, high: 100}, 5, String)).toEqual(['100', '', '0', '', '-100']);
	expect(valueAxis({low: -8, high: 0}, 5, String)).toEqual(['0', '', '-4', '', '-8']);
});

test('times under a chart stand where their values do, as many as fit', () => {
	const hours = Array.from({length: 25}, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
	expect(timeAxis(evenMarks(hours), 49)).toBe('00:00       06:00       12:00       18:00   24:00');
	expect(timeAxis(evenMarks(['10:00']), 20)).toBe('10:00');
	expect(timeAxis(evenMarks([]), 20)).toBe('');
});

test('times of the clock are round ones of the business zone, and midnight is called by its day', () => {
	const hours = (from: number, count: number) =>
		Array.from({length: count}, (_, index) => from + index * hourMs);
	const axis = (starts: readonly number[], unit: 'hour' | 'minute', width: number) =>
		timeAxis(timeMarks(starts, unit, testFormats), width);
	// 19:00 in Paris.
	const evening = Date.UTC(2026, 10, 19, 18);
	expect(axis(hours(evening, 25), 'hour', 49)).toBe('          20 Nov      06:00       12:00     18:00');
	expect(axis(hours(evening, 7 * 24), 'hour', 80)).toBe(
		'  20 Nov      21 Nov     22 Nov     23 Nov      24 Nov     25 Nov     26 Nov',
	);
	const minutes = Array.from({length: 15}, (_, index) => evening + (7 + index) * minuteMs);
	expect(axis(minutes, 'minute', 30)).toBe('      19:10      19:15   19:20');
});

test('round times stay round where the clock changes', () => {
	// Midnight in Paris, of the day that has 25 hours.
	const starts = Array.from({length: 37}, (_, index) => Date.UTC(2026, 9, 24, 22) + index * hourMs);
	expect(timeMarks(starts, 'hour', testFormats).labels.slice(0, 5)).toEqual([
		'25 Oct',
		'01:00',
		'02:00',
		'02:00',
		'03:00',
	]);
	expect(timeAxis(timeMarks(starts, 'hour', testFormats), 37)).toBe('25 Oct       12:00       26 Oct');
});
