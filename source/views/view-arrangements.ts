import type {Arrangement, Band, Slot} from './layout.ts';
import type {ViewName} from './view-names.ts';
import type {ViewPanelName} from './view-panels/view-panels.ts';

const slot = (panel: ViewPanelName, least: number, weight = 1): Slot => ({panel, least, weight});

const kpis: Band = {slots: [slot('kpis', 1)], rank: 1, isLast: true};

/** With their changes and their charts. */
const wholeKpis: Band = {...kpis, least: 4};

/** What each view shows, from the widest terminal to the narrowest, top to bottom. */
export const viewArrangements: Readonly<Record<ViewName, readonly Arrangement[]>> = {
	overview: [
		{
			fromColumns: 190,
			bands: [
				wholeKpis,
				{slots: [slot('mainHeatmap', 70, 8), slot('mainGroups', 50, 5), slot('regions', 44, 5)], rank: 2},
				{
					slots: [slot('revenue', 70, 8), slot('topProducts', 50, 5), slot('topCustomersWithTiers', 44, 5)],
					rank: 3,
				},
				{slots: [slot('regionHours', 70, 8), slot('tape', 80, 10)], rank: 4},
				{slots: [slot('goals', 60)], rank: 5, isExtra: true, isLast: true},
				{
					slots: [slot('insights', 80, 8), slot('comingDays', 60, 5), slot('stock', 50, 5)],
					rank: 5,
					isExtra: true,
				},
			],
		},
		{
			fromColumns: 140,
			bands: [
				wholeKpis,
				{slots: [slot('mainHeatmap', 62, 5), slot('mainGroups', 50, 4)], rank: 2},
				{slots: [slot('revenue', 62, 5), slot('topCustomersWithTiers', 50, 4)], rank: 3},
				{slots: [slot('goals', 60)], rank: 5, isExtra: true, isLast: true},
				{slots: [slot('insights', 62, 5), slot('topProducts', 50, 4)], rank: 5},
				{slots: [slot('comingDays', 62, 5), slot('regions', 50, 4)], rank: 6, isExtra: true},
				{slots: [slot('tape', 60)], rank: 4, isLast: true},
			],
		},
		{
			fromColumns: 106,
			bands: [
				wholeKpis,
				{slots: [slot('mainHeatmap', 67, 5), slot('mainGroups', 38, 4)], rank: 2},
				{slots: [slot('revenue', 67, 5), slot('topCustomersWithTiers', 38, 4)], rank: 3},
				{slots: [slot('tape', 60)], rank: 4, isLast: true},
				{slots: [slot('goals', 60)], rank: 5, isExtra: true, isLast: true},
				{slots: [slot('insights', 67)], rank: 5, isExtra: true, isLast: true},
				{slots: [slot('topProducts', 67, 5), slot('regions', 38, 4)], rank: 6, isExtra: true},
			],
		},
		{
			fromColumns: 64,
			bands: [
				kpis,
				{slots: [slot('mainHeatmap', 40)], rank: 2, isFirst: true},
				{slots: [slot('revenue', 26), slot('mainGroups', 36)], rank: 3},
				{slots: [slot('topCustomers', 40)], rank: 5, isExtra: true},
				{slots: [slot('tape', 40)], rank: 4, isLast: true},
			],
		},
		{
			fromColumns: 0,
			bands: [
				kpis,
				{slots: [slot('mainGroups', 24)], rank: 2},
				{slots: [slot('revenue', 24)], rank: 3},
				{slots: [slot('mainHeatmap', 36)], rank: 5},
				{slots: [slot('topCustomersWithTiers', 24)], rank: 6, isExtra: true},
				{slots: [slot('tape', 24)], rank: 4, isLast: true},
			],
		},
	],
	categories: [
		{
			fromColumns: 130,
			bands: [
				{slots: [slot('categoryHours', 64, 4), slot('categoryCounts', 40, 3)], rank: 1},
				{slots: [slot('categoryRegions', 64, 4), slot('categoryShares', 40, 3)], rank: 2},
				{slots: [slot('topProducts', 64)], rank: 3, isExtra: true},
			],
		},
		{
			fromColumns: 72,
			bands: [
				{slots: [slot('categoryHours', 40)], rank: 1},
				{slots: [slot('categoryRegions', 40)], rank: 3},
				{slots: [slot('categoryCounts', 34), slot('categoryShares', 34)], rank: 2},
				{slots: [slot('topProducts', 40)], rank: 4, isExtra: true},
			],
		},
		{
			fromColumns: 0,
			bands: [
				{slots: [slot('categoryShares', 20)], rank: 1},
				{slots: [slot('categoryCounts', 20)], rank: 2},
				{slots: [slot('categoryHours', 36)], rank: 3},
				{slots: [slot('categoryRegions', 36)], rank: 4},
			],
		},
	],
	trend: [
		{
			fromColumns: 92,
			bands: [
				{slots: [slot('goals', 60)], rank: 1, isLast: true},
				{slots: [slot('tallRevenue', 60)], rank: 1},
				{slots: [slot('comingDays', 46), slot('comparison', 44)], rank: 2},
				{slots: [slot('forecastScore', 60)], rank: 3},
				{slots: [slot('insights', 60)], rank: 4},
			],
		},
		{
			fromColumns: 0,
			bands: [
				{slots: [slot('tallRevenue', 24)], rank: 1},
				{slots: [slot('goals', 36)], rank: 2, isLast: true},
				{slots: [slot('comingDays', 24)], rank: 2},
				{slots: [slot('comparison', 24)], rank: 3},
				{slots: [slot('forecastScore', 36)], rank: 4},
				{slots: [slot('insights', 36)], rank: 5},
			],
		},
	],
	customers: [
		{
			fromColumns: 110,
			bands: [
				{slots: [slot('tiers', 56), slot('tierMoves', 50)], rank: 2},
				{slots: [slot('topCustomers', 60, 5), slot('customersAtRisk', 50, 4)], rank: 1},
				{slots: [slot('customerNews', 60)], rank: 3, isExtra: true},
			],
		},
		{
			fromColumns: 0,
			bands: [
				{slots: [slot('tiers', 24)], rank: 2},
				{slots: [slot('topCustomers', 20)], rank: 1},
				{slots: [slot('customersAtRisk', 36)], rank: 3},
				{slots: [slot('tierMoves', 56)], rank: 4, isExtra: true},
				{slots: [slot('customerNews', 40)], rank: 5, isExtra: true},
			],
		},
	],
	products: [
		{
			fromColumns: 120,
			bands: [
				{slots: [slot('topProducts', 64, 5), slot('stock', 50, 4)], rank: 1},
				{slots: [slot('reorder', 64, 5), slot('recommendations', 50, 4)], rank: 2},
				{slots: [slot('lowStock', 64, 5), slot('deadStock', 50, 4)], rank: 3},
			],
		},
		{
			fromColumns: 0,
			bands: [
				{slots: [slot('topProducts', 20)], rank: 1},
				{slots: [slot('reorder', 36)], rank: 2},
				{slots: [slot('recommendations', 36)], rank: 3},
				{slots: [slot('lowStock', 20)], rank: 4},
				{slots: [slot('stock', 24)], rank: 5},
			],
		},
	],
	regions: [
		{
			fromColumns: 130,
			bands: [
				{slots: [slot('regions', 50, 3), slot('regionHours', 64, 4)], rank: 1},
				{slots: [slot('categoryRegions', 60)], rank: 2},
				{slots: [slot('topProducts', 64, 5), slot('topCustomers', 60, 5)], rank: 3, isExtra: true},
			],
		},
		{
			fromColumns: 0,
			bands: [
				{slots: [slot('regions', 20)], rank: 1},
				{slots: [slot('regionHours', 36)], rank: 2},
				{slots: [slot('categoryRegions', 36)], rank: 3},
				{slots: [slot('topCustomers', 60)], rank: 4, isExtra: true},
			],
		},
	],
	live: [{fromColumns: 0, bands: [kpis, {slots: [slot('fullTape', 20)], rank: 0}]}],
	data: [
		{
			fromColumns: 0,
			bands: [
				{slots: [slot('imports', 20)], rank: 1},
				{slots: [slot('rejected', 20)], rank: 2},
				{slots: [slot('vitals', 20)], rank: 3},
			],
		},
	],
};
