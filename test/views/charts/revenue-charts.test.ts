import {describe, expect, test} from 'vitest';
import {moneyScale} from '../../../source/money.ts';
import {areaChart} from '../../../source/views/charts/area-chart.ts';
import {lineChart} from '../../../source/views/charts/line-chart.ts';
import {scaleOf} from '../../../source/views/charts/scale.ts';
import {revenueSeries} from '../../../source/views/charts/series.ts';
import {evenMarks} from '../../../source/views/charts/time-marks.ts';
import {cellWidth} from '../../../source/views/fit.ts';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';

const theme = createTheme({depth: 'none'});
const format = (value: number) => `€${Math.round(value / moneyScale)}`;
const euros = (amount: number) => amount * moneyScale;
const point = (mean: number, spread: number) => ({
	mean,
	lo80: mean - spread,
	hi80: mean + spread,
	lo95: mean - 2 * spread,
	hi95: mean + 2 * spread,
});
const marks = (count: number) => evenMarks(Array.from({length: count}, (_, index) => `${10 + index}:00`));

test('asciichart draws the line, with round values beside it', () => {
	const chart = lineChart({
		series: {past: [0, 0, 40, 40].map(euros), ahead: [], marks: marks(4)},
		width: 24,
		height: 6,
		theme,
		format,
	});
	expect(chart).toEqual([
		'€40 ┤            ╭──────',
		'    │          ╭─╯      ',
		'€20 ┤         ╭╯        ',
		'    │       ╭─╯         ',
		' €0 ┤───────╯           ',
		'     10:00       12:00',
	]);
});

test('the forecast goes on where the past ends, inside its band', () => {
	const chart = lineChart({
		series: {
			past: [20, 20, 20].map(euros),
			ahead: [point(euros(20), euros(10)), point(euros(20), euros(10))],
			marks: marks(5),
		},
		width: 30,
		height: 6,
		theme,
		format,
	});
	expect(chart).toEqual([
		'€30 ┤                 ░░░░░░░░',
		'    │─────────────────────────',
		'€15 ┤              ░░░░░░░░░░░',
		'    │                  ░░░░░░░',
		' €0 ┤                         ',
		'     10:00       12:00   14:00',
	]);
});

describe.each([
	['area', areaChart],
	['line', lineChart],
] as const)('the %s chart', (_, draw) => {
	test.each([
		['a constant series', [5, 5, 5]],
		['zeros', [0, 0, 0]],
		['one value', [7]],
		['values below zero', [-40, 10, -3]],
		['values far apart', [1, 1e12]],
	])('draws %s within its size', (_name, past) => {
		for (const [width, height] of [
			[12, 3],
			[40, 9],
			[120, 30],
		] as const) {
			const ahead = [point(5, 20), point(-500, 2000)];
			const chart = draw({
				series: {past, ahead, marks: marks(past.length + 2)},
				width,
				height,
				theme,
				format,
			});
			expect(chart.length).toBeLessThanOrEqual(height);
			for (const line of chart) {
				expect(cellWidth(line)).toBeLessThanOrEqual(width);
			}
		}
	});

	test('says nothing of no values', () => {
		expect(
			draw({series: {past: [], ahead: [], marks: evenMarks([])}, width: 40, height: 9, theme, format}),
		).toEqual([]);
	});
});

test('the open hour gives way to what it should come to', () => {
	const {trend} = testDashboard();
	const series = revenueSeries(trend, testFormats);
	expect(series.past).toHaveLength(23);
	expect(series.ahead).toHaveLength(12);
	expect(series.marks.labels[23]).toBe('18:00');
});

test('with and without a forecast the same sales have the same course', () => {
	const {trend} = testDashboard();
	const {past} = revenueSeries(trend, testFormats);
	for (const outlook of [undefined, {status: 'collecting', periodsHave: 5, periodsNeeded: 48}] as const) {
		expect(revenueSeries({...trend, outlook, outlookStarts: []}, testFormats).past).toEqual(past);
	}
});

test('the open hour is drawn only while a single one is closed', () => {
	const {trend} = testDashboard();
	const drawn = (count: number) =>
		revenueSeries({...trend, points: trend.points.slice(-count), outlook: undefined}, testFormats).past
			.length;
	expect([1, 2, 3, 4].map(drawn)).toEqual([1, 2, 2, 3]);
});

test('the marks beside zeros are no finer than a unit of the currency', () => {
	const series = {past: [0, 0, 0], ahead: [], marks: marks(3)};
	expect(lineChart({series, width: 24, height: 4, theme, format})[0]).toBe('€1 ┤                    ');
});

test('scales end on round numbers and are never flat', () => {
	expect(scaleOf([3, 2870])).toEqual({low: 0, high: 3000});
	expect(scaleOf([-7, 12])).toEqual({low: -8, high: 12});
	expect(scaleOf([0, 0])).toEqual({low: 0, high: 1});
	expect(scaleOf([Number.NaN, 90])).toEqual({low: 0, high: 100});
});

test('a scale is not smaller than the least range', () => {
	expect(scaleOf([0, 0], 50)).toEqual({low: 0, high: 50});
	expect(scaleOf([3, 7], 50)).toEqual({low: 0, high: 50});
	expect(scaleOf([-3, 0], 50)).toEqual({low: -50, high: 0});
	expect(scaleOf([-3, 7], 50)).toEqual({low: -50, high: 50});
	expect(scaleOf([3, 80], 50)).toEqual({low: 0, high: 80});
});
