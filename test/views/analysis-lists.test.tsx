import {expect, test} from 'vitest';
import {type Analyses, noAnalyses} from '../../source/dashboard/analyses.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import type {ListPlace} from '../../source/views/lists/list-place.ts';
import type {Sort} from '../../source/views/lists/panel-list.ts';
import {huesOf} from '../../source/views/theme/hues.ts';
import {createTheme} from '../../source/views/theme/theme.ts';
import {listLines} from '../../source/views/view-panels/view-panel.ts';
import {viewPanels} from '../../source/views/view-panels/view-panels.ts';
import {foundAnalysis, inventoryJson, pairsJson} from '../helpers/analyses.ts';
import {testDashboard, testFormats, testNow} from '../helpers/dashboard.ts';

const names = Array.from({length: 12}, (_, index) => `Thing ${String(index + 1).padStart(2, '0')}`);

const many = {
	inventory: foundAnalysis('inventory', {
		...inventoryJson,
		products: names.flatMap((name, index) => [
			{...inventoryJson.products[0], productId: 100 + index, name, stock: index},
			{...inventoryJson.products[2], productId: 200 + index, name: `Dead ${name}`},
		]),
	}).inventory,
	recommendations: foundAnalysis('recommendations', {
		...pairsJson,
		recommendations: names.map((name, index) => ({
			...pairsJson.recommendations[0],
			...{withId: 1, productId: 300 + index, name, lift: index},
		})),
	}).recommendations,
	insights: foundAnalysis('insights', {
		...{status: 'ready', tests: 100},
		findings: names.map((name, index) => ({
			...{kind: 'product', sentence: `${name} sells less`, pattern: false, evidence: {words: 'q 0.01'}},
			masked: {sentence: 'masked', evidence: 'masked'},
			about:
				index === 0
					? [{kind: 'region', name: 'Corse'}]
					: index === 11
						? []
						: [{kind: 'product', id: 400 + index, name}],
		})),
	}).insights,
	lifetimeValue: foundAnalysis('lifetime-value', {
		...{status: 'ready', period: 'day', horizonMonths: 12, tiers: [], moves: []},
		atRisk: names.map((name, index) => ({
			...{customer: `C${index}`, customerId: 500 + index, name, tierBefore: 'Gold', aliveBefore: 0.9},
			...{alive: 0.5, valueLost: `${100 - index}.0000`, silence: 9},
		})),
	}).lifetimeValue,
} satisfies Partial<Analyses>;

const dashboard = testDashboard({analyses: {...noAnalyses, ...many}});

const panels = ['reorder', 'deadStock', 'recommendations', 'customersAtRisk', 'insights'] as const;

function draw(
	panel: (typeof panels)[number],
	{height, place, sort}: {height: number; place?: ListPlace; sort?: Sort},
): string[] {
	return frameText(
		viewPanels[panel].draw({
			dashboard,
			frame: {height, width: 90, theme: createTheme({depth: 'none'}), formats: testFormats, isFocused: true},
			spot: {isFocused: true, place, sort},
			categoryHue: huesOf([]),
			regionHue: huesOf([]),
		}),
	).split('\n');
}

test.each([
	['reorder', 2, 'product', 102],
	['deadStock', 2, 'product', 202],
	['recommendations', 2, 'product', 302],
	['customersAtRisk', 2, 'customer', 502],
	['insights', 2, 'product', 402],
] as const)('a row of %s leads to its page', (panel, row, kind, id) => {
	expect(viewPanels[panel].list(dashboard).leadsTo(row)).toEqual({
		subject: {kind, id},
		title: expect.stringContaining('Thing 03'),
	});
});

test('an insight leads to what it is about, also a region, and one about a day nowhere', () => {
	const list = viewPanels.insights.list(dashboard);
	expect(list.leadsTo(0)).toEqual({subject: {kind: 'region', name: 'Corse'}, title: 'Corse'});
	expect(list.leadsTo(11)).toBeUndefined();
});

test.each(panels)('in %s the cursor marks the row it is on, however far it is scrolled', panel => {
	for (const height of [5, 7, 9, 12, 18, 30]) {
		const list = viewPanels[panel].list(dashboard);
		const lines = listLines(viewPanels[panel], height);
		for (const [index, id] of list.ids.entries()) {
			const line = Math.min(index, lines - 1);
			const marked = draw(panel, {height, place: {id, index, line}}).filter(text => text.includes('▸'));
			expect(marked).toEqual([expect.stringContaining(names[index]!)]);
		}
	}
});

test.each(panels.slice(0, 4))('%s is sorted by the columns that it shows', panel => {
	const {sortable} = viewPanels[panel].list(dashboard);
	expect(sortable.length).toBeGreaterThan(3);
	for (const by of sortable) {
		const frame = draw(panel, {height: 10, sort: {by, isReversed: true}}).join('\n');
		expect(frame).toContain(`by ${by} ▴`);
		expect(frame).toContain(`${by} ▴ `);
	}
});

test('sorted the other way round, the last comes first', () => {
	const sort = {by: 'lift', isReversed: false};
	expect(draw('recommendations', {height: 8, sort})[3]).toContain('Thing 12');
	expect(viewPanels.recommendations.list(dashboard, sort).ids[0]).toBe('1 311');
});

test('nothing found is an empty list, not a broken one', () => {
	const empty = testDashboard({analyses: noAnalyses, asOf: testNow});
	for (const panel of panels) {
		expect(viewPanels[panel].list(empty)).toMatchObject({ids: [], total: 0});
	}
});
