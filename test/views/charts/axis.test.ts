import {expect, test} from 'vitest';
import {timeAxis, valueAxis} from '../../../source/views/charts/axis.ts';

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
	expect(timeAxis(hours, 49)).toBe('00:00       06:00       12:00       18:00   24:00');
	expect(timeAxis(['10:00'], 20)).toBe('10:00');
	expect(timeAxis([], 20)).toBe('');
});
