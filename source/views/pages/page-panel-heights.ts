import {fixed, growing, type PanelHeight} from '../panel-height.ts';
import type {PagePanelName} from './page-arrangements.ts';

export const pagePanelHeights: Readonly<Record<PagePanelName, PanelHeight>> = {
	pageFacts: fixed(5, 7),
	pageTrend: fixed(6, 9),
	pageProducts: growing(5, 40),
	pageCustomers: growing(5, 40),
	pageStores: growing(5, 9),
	pageRegions: fixed(5, 9),
	pageCategories: fixed(5, 11),
	pageSales: growing(5, 18),
	pageBuyers: growing(5, 20),
	pageBesides: growing(5, 12),
	pageCompanions: growing(5, 12),
	pageOffers: growing(5, 10),
	pageOrders: growing(5, 18),
	pageBought: fixed(5, 9),
	pageLines: growing(4, 40),
	pageEffects: fixed(5, 8),
	pageEffectsByCategory: growing(4, 12),
	pageEffectsByRegion: growing(4, 12),
	pageEffectsByCustomers: fixed(4, 6),
};
