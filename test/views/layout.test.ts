import {describe, expect, test} from 'vitest';
import {arrange} from '../../source/views/layout.ts';
import {viewArrangements} from '../../source/views/view-arrangements.ts';
import {viewNames} from '../../source/views/view-names.ts';

const counts = {groups: 8, regions: 8, stock: 8, goals: 0, rejectedReasons: 3};
const panels = (columns: number, height: number) =>
	arrange('overview', columns, height, counts).map(band => band.slots.map(slot => slot.panel));

describe('the Overview', () => {
	test('at 80 columns loses its panels in a fixed order', () => {
		const all = [['kpis'], ['mainHeatmap'], ['revenue', 'mainGroups'], ['tape']];
		expect(panels(80, 20)).toEqual(all);
		expect(panels(80, 14)).toEqual(all);
		expect(panels(80, 13)).toEqual(all.slice(0, 3));
		expect(panels(80, 9)).toEqual([['kpis'], ['mainHeatmap'], ['tape']]);
		expect(panels(80, 5)).toEqual([['mainHeatmap']]);
	});

	test('uses a large terminal for more', () => {
		expect(panels(200, 56).flat()).toEqual([
			'kpis',
			'mainHeatmap',
			'mainGroups',
			'regions',
			'revenue',
			'topProducts',
			'topCustomersWithTiers',
			'regionHours',
			'tape',
			'insights',
			'comingDays',
			'stock',
		]);
	});
});

test('goals stand in the Overview and the Trend once there are some', () => {
	const panelsOf = (view: 'overview' | 'trend', goals: number) =>
		arrange(view, 120, 39, {...counts, goals}).flatMap(band => band.slots.map(({panel}) => panel));
	for (const view of ['overview', 'trend'] as const) {
		expect(panelsOf(view, 0)).not.toContain('goals');
		expect(panelsOf(view, 2)).toContain('goals');
	}
});

test.each(viewNames)('the bands of %s fill the width and never the height more than once', view => {
	for (let columns = 36; columns <= 260; columns += 7) {
		for (let height = 3; height <= 70; height++) {
			const bands = arrange(view, columns, height, counts);
			expect(bands.length).toBeGreaterThan(0);
			expect(bands.reduce((sum, band) => sum + band.height, 0)).toBeLessThanOrEqual(height);
			for (const band of bands) {
				expect(band.slots.reduce((sum, slot) => sum + slot.width, 0)).toBe(columns);
				expect(Math.min(...band.slots.map(slot => slot.width))).toBeGreaterThan(0);
			}
		}
	}
});

test('every view has an arrangement for the narrowest terminal', () => {
	for (const view of viewNames) {
		expect(viewArrangements[view].at(-1)!.fromColumns).toBe(0);
	}
});
