import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {readSeries} from '../../source/series/read-series.ts';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const fixture = (name: string) =>
	readFileSync(new URL(`../fixtures/series/${name}.csv`, import.meta.url), 'utf8');

test('shampoo sales: months counted as 1-01 go on as they were written', () => {
	const {values, unit, name, labelOf} = readSeries(fixture('shampoo'));
	expect(values).toHaveLength(36);
	expect([values[0], values[35], unit]).toEqual([266, 646.9, 'month']);
	expect(name).toBe('Sales of shampoo over a three year period');
	expect([labelOf(0), labelOf(35), labelOf(36), labelOf(48)]).toEqual(['1-01', '3-12', '4-01', '5-01']);
});

test('passengers: first days of months are months', () => {
	const {values, unit, labelOf} = readSeries(fixture('airpassengers'));
	expect([values.length, unit, labelOf(144)]).toEqual([144, 'month', '1961-01-01']);
});

test('quoted headers, semicolons, decimal commas, a byte order mark already gone', () => {
	const text = lines(
		'"Datum";"Umsatz (€)"',
		'"30.11.2010";"1.234,50"',
		'"01.12.2010";"980,00"',
		'"02.12.2010";"12,5"',
	);
	const {values, unit, labelOf, name} = readSeries(text);
	expect(values).toEqual([1234.5, 980, 12.5]);
	expect([unit, name, labelOf(0), labelOf(3)]).toEqual(['day', 'Umsatz (€)', '2010-11-30', '2010-12-03']);
});

test.each([
	[['2010-12', '2011-01', '2011-02'], 'month', '2011-03'],
	[['1949M11', '1949M12', '1950M01'], 'month', '1950-02'],
	[['Nov 2010', 'Dec 2010', 'Jan 2011'], 'month', '2011-02'],
	[['2010 Q3', '2010 Q4', '2011 Q1'], 'quarter', '2011-Q2'],
	[['1996', '1997', '1998'], 'year', '1999'],
	[['2010-11-22', '2010-11-29', '2010-12-06'], 'week', '2010-12-13'],
	[['2010-12-01 22:00', '2010-12-01 23:00', '2010-12-02 00:00'], 'hour', '2010-12-02T01:00'],
	[['20101130', '20101201', '20101202'], 'day', '2010-12-03'],
	[['11/30/2010', '12/01/2010', '12/02/2010'], 'day', '2010-12-03'],
	[['01/12/2010', '02/12/2010', '03/12/2010'], 'day', '2010-12-04'],
	[['30-Nov-10', '1-Dec-10', '2-Dec-10'], 'day', '2010-12-03'],
	[['1', '2', '3'], 'period', '4'],
])('%j are of the unit %s', (labels, unit, next) => {
	const series = readSeries(lines('when,sold', ...labels.map((label, index) => `${label},${index + 1.5}`)));
	expect(series.values).toEqual([1.5, 2.5, 3.5]);
	expect(series.unit).toBe(unit);
	expect(series.labelOf(3)).toBe(next);
});

test('values alone are counted, with and without a header', () => {
	expect(readSeries('sold\n5\n6\n7\n')).toMatchObject({values: [5, 6, 7], unit: 'period'});
	expect(readSeries('5\n6\n7\n').values).toEqual([5, 6, 7]);
});

test('rows in any order, columns in any order, and the column that is asked for', () => {
	const text = lines('orders,revenue,date', '3,30.5,2010-12-02', '2,20.5,2010-12-01', '4,40.5,2010-12-03');
	expect(readSeries(text).values).toEqual([2, 3, 4]);
	expect(readSeries(text, 'Revenue').values).toEqual([20.5, 30.5, 40.5]);
	expect(() => readSeries(text, 'profit')).toThrow(
		'it has no column "profit": there are orders, revenue, date',
	);
});

test('a missing day lies between its neighbours, a day without any sale ever is 0, and both are told', () => {
	const days = Array.from({length: 28}, (_, day) => ({day, date: new Date(Date.UTC(2010, 10, 1 + day))}));
	const open = days.filter(({day}) => day % 7 !== 5 && day !== 15);
	const text = lines(
		'date,sold',
		...open.map(({date, day}) => `${date.toISOString().slice(0, 10)},${100 + day}`),
	);
	const {values, notes} = readSeries(text);
	expect([values[5], values[12], values[19]]).toEqual([0, 0, 0]);
	expect(Math.abs(values[15]! - 115)).toBeLessThan(2);
	expect(notes).toEqual([
		'4 days on which nothing is ever sold were counted as 0',
		'1 missing days were filled in from those around them',
	]);
});

test('remarks at the end and empty values are no values', () => {
	const text = lines(
		'Month,Sales',
		'1-01,266.0',
		'1-02,145.9',
		'1-03,',
		'1-04,119.3',
		'',
		'Sales of shampoo over three years',
	);
	expect(readSeries(text).values).toHaveLength(4);
});

test('what cannot be read is named with its line', () => {
	const days = Array.from({length: 20}, (_, day) => `2010-12-${String(day + 1).padStart(2, '0')},${day}`);
	expect(() => readSeries(lines('date,sold', ...days, '2010-12-21,twelve'))).toThrow(
		'line 22: "twelve" is no number; correct it or leave it empty',
	);
	expect(() => readSeries(lines('date,sold', ...days, 'tomorrow,12'))).toThrow(
		'line 22: "tomorrow" is no year-month-day',
	);
	expect(() => readSeries(lines('date,sold', ...days, '2010-12-03,12'))).toThrow(
		'lines 4 and 22 both are of the day 2010-12-03: give one value for each',
	);
	expect(() => readSeries(lines('name,city', 'Anna,Rome', 'Ben,Paris'))).toThrow(
		'it has no column of numbers',
	);
	expect(() => readSeries(lines('name,sold', 'Anna,1', 'Ben,2'))).toThrow('no column holds dates');
	expect(() => readSeries('')).toThrow('it has no column of numbers');
	expect(() => readSeries(lines('date,sold', '2010-12-01,5'))).toThrow('fewer than two values');
});
