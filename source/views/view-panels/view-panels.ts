import type {Dashboard} from '../../dashboard/dashboard.ts';
import {customerPanels} from './customer-panels.tsx';
import {dataPanels} from './data-panels.tsx';
import {groupPanels} from './group-panels.tsx';
import {outlookPanels} from './outlook-panels.tsx';
import {productPanels} from './product-panels.tsx';
import {salesPanels} from './sales-panels.tsx';
import type {ViewPanel} from './view-panel.ts';

/** The panels of all views by name. */
export const viewPanels = {
	...salesPanels,
	...groupPanels,
	...customerPanels,
	...productPanels,
	...outlookPanels,
	...dataPanels,
};

export type ViewPanelName = keyof typeof viewPanels;

/** What stands in the place of a panel, which depends on what the shop has. */
export function shownPanel(name: ViewPanelName, dashboard: Dashboard): ViewPanel {
	const panel: ViewPanel = viewPanels[name];
	return (hasOneCategory(dashboard) && panel.byRegion) || panel;
}

/** Shops without categories have one for all: their regions say more. */
export function hasOneCategory({categories, regions}: Dashboard): boolean {
	return categories.length <= 1 && regions.length > 1;
}
