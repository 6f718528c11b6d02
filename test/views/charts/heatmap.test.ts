import {describe, expect, test} from 'vitest';
import {heatLevel, heatmapChart} from '../../../source/views/charts/heatmap.ts';
import {createTheme} from '../../../source/views/theme/theme.ts';

const unicode = createTheme({depth: 'none'});
const ascii = createTheme({depth: 'none', glyphSet: 'ascii'});

const heatmap = {
	rows: ['Tea', 'Coffee'],
	columns: ['00', '01', '02', '03'],
	cells: [
		[0, 1, 50, 100],
		[100, 50, -3, 0],
	],
};

describe('without colours', () => {
	test('the glyph says how much, a dot nothing and a minus less than that', () => {
		const chart = heatmapChart({heatmap, width: 15, height: 3, theme: unicode});
		expect(chart.rows).toEqual(['       00  02', 'Tea    · ░░▓▓██', 'Coffee ██▓▓- · ']);
	});

	test('ASCII does with its own', () => {
		const chart = heatmapChart({heatmap, width: 15, height: 3, theme: ascii});
		expect(chart.rows).toEqual(['       00  02', 'Tea      ..++@@', 'Coffee @@++-   ']);
	});

	test('cells become narrow before rows or columns are left out', () => {
		const chart = heatmapChart({heatmap, width: 11, height: 2, theme: unicode});
		expect(chart.rows).toEqual(['    00 03', 'Tea ·░▓█']);
		expect(chart.shownRows).toBe(1);
		expect(chart.most).toBe(100);
	});
});

test('named columns carry their numbers, all in the same form', () => {
	const named = {rows: ['Tea'], columns: ['North', 'Far South'], cells: [[12_000, 900]]};
	const chart = heatmapChart({
		heatmap: named,
		width: 30,
		height: 2,
		theme: unicode,
		writers: [value => `${value} long and longer`, value => `€${value}`],
	});
	expect(chart.rows).toEqual(['           North    Far South', 'Tea       €12000         €900 ']);
});

test('named columns that do not fit are left out, the last ones first', () => {
	const columns = Array.from({length: 12}, (_, index) => `Region ${index}`);
	const chart = heatmapChart({
		heatmap: {rows: ['Tea'], columns, cells: [columns.map(() => 5)]},
		width: 34,
		height: 2,
		theme: unicode,
	});
	expect(chart.shownColumns).toBe(4);
	expect(chart.rows[0]).toBe('    Regio… Regio… Regio… Regio…');
});

test('levels run from nothing to the highest', () => {
	expect(heatLevel(0, 100, 9)).toBe(-1);
	expect(heatLevel(-1, 100, 9)).toBe(-1);
	expect(heatLevel(1, 100, 9)).toBe(0);
	expect(heatLevel(100, 100, 9)).toBe(8);
	expect(heatLevel(5, 0, 9)).toBe(-1);
});
