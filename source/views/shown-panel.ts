import type {Dashboard} from '../dashboard/dashboard.ts';
import type {ViewPanelName} from './layout.ts';

export type ShownPanel =
	| Exclude<ViewPanelName, 'mainHeatmap' | 'mainGroups'>
	| 'categories'
	| 'regionCounts'
	| 'regionShares';

/** Which panel stands in a place that depends on what the shop has. */
export function shownPanel(panel: ViewPanelName, dashboard: Dashboard): ShownPanel {
	const isByRegion = hasOneCategory(dashboard);
	switch (panel) {
		case 'mainHeatmap':
			return isByRegion ? 'regionHours' : 'categoryHours';
		case 'mainGroups':
			return isByRegion ? 'regions' : 'categories';
		case 'categoryHours':
			return isByRegion ? 'regionHours' : panel;
		case 'categoryCounts':
			return isByRegion ? 'regionCounts' : panel;
		case 'categoryShares':
			return isByRegion ? 'regionShares' : panel;
		case 'categoryRegions':
			return isByRegion ? 'topCustomers' : panel;
		default:
			return panel;
	}
}

/** Shops without categories have one for all: their regions say more. */
export function hasOneCategory({categories, regions}: Dashboard): boolean {
	return categories.length <= 1 && regions.length > 1;
}
