import {expect, test} from 'vitest';
import {reports} from '../../source/store/sql/reports.ts';
import type {ViewPanel} from '../../source/views/view-panels/view-panel.ts';
import {shownPanel, viewPanels} from '../../source/views/view-panels/view-panels.ts';
import {testDashboard} from '../helpers/dashboard.ts';

test.each(Object.entries<ViewPanel>(viewPanels))(
	'what %s shows can be asked for, if anywhere',
	(_, panel) => {
		const {trend, ...rest} = testDashboard();
		const names = (['minute', 'hour', 'day', 'month'] as const).map(unit =>
			typeof panel.report === 'function'
				? panel.report({...rest, trend: {...trend, unit}})
				: (panel.report ?? 'totals'),
		);
		expect(reports.map(({name}) => name)).toEqual(expect.arrayContaining(names));
	},
);

test('a shop of one category sees regions where others see categories', () => {
	const dashboard = testDashboard();
	const [category] = dashboard.categories;
	expect(shownPanel('categoryRegions', dashboard)).toBe(viewPanels.categoryRegions);
	expect(shownPanel('categoryRegions', {...dashboard, categories: [category!]})).toBe(
		viewPanels.topCustomers,
	);
	expect(shownPanel('mainHeatmap', {...dashboard, categories: []})).toBe(viewPanels.regionHours);
	expect(shownPanel('tape', {...dashboard, categories: []})).toBe(viewPanels.tape);
});
