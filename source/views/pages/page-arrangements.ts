import type {Page} from '../../dashboard/page.ts';
import type {Arrangement, Band, Slot} from '../layout.ts';
import type {PagePanelName} from './page-panels.tsx';

const slot = (panel: PagePanelName, least: number, weight = 1): Slot => ({panel, least, weight});
const band = (rank: number, ...slots: readonly Slot[]): Band => ({slots, rank});
const facts = (...slots: readonly Slot[]): Band => ({slots, rank: 2, isFirst: true});
const extra = (rank: number, ...slots: readonly Slot[]): Band => ({slots, rank, isExtra: true});

/** What each page shows, from the widest terminal to the narrowest; the list that matters most always. */
export const pageArrangements: Readonly<Record<Page['kind'], readonly Arrangement[]>> = {
	category: [
		{
			fromColumns: 110,
			bands: [facts(slot('pageFacts', 40, 2), slot('pageRegions', 60, 3)), band(1, slot('pageProducts', 60))],
		},
		{
			fromColumns: 0,
			bands: [
				facts(slot('pageFacts', 24)),
				band(1, slot('pageProducts', 20)),
				extra(3, slot('pageRegions', 24)),
			],
		},
	],
	region: [
		{
			fromColumns: 150,
			bands: [
				facts(slot('pageFacts', 36, 3), slot('pageCategories', 50, 4), slot('pageStores', 50, 4)),
				band(1, slot('pageProducts', 60), slot('pageCustomers', 60)),
			],
		},
		{
			fromColumns: 100,
			bands: [
				facts(slot('pageFacts', 32, 2), slot('pageCategories', 46, 3)),
				band(1, slot('pageProducts', 46), slot('pageCustomers', 46)),
				extra(3, slot('pageStores', 46)),
			],
		},
		{
			fromColumns: 0,
			bands: [
				facts(slot('pageFacts', 24)),
				band(1, slot('pageProducts', 20)),
				band(3, slot('pageCustomers', 20)),
				extra(4, slot('pageCategories', 24)),
				extra(5, slot('pageStores', 24)),
			],
		},
	],
	product: [
		{
			fromColumns: 150,
			bands: [
				facts(slot('pageFacts', 40, 2), slot('pageTrend', 60, 4)),
				band(1, slot('pageSales', 62, 5), slot('pageBuyers', 40, 3)),
				band(3, slot('pageCompanions', 62, 5), slot('pageBesides', 40, 3)),
			],
		},
		{
			fromColumns: 100,
			bands: [
				facts(slot('pageFacts', 36, 2), slot('pageTrend', 50, 3)),
				band(1, slot('pageSales', 50, 5), slot('pageBuyers', 40, 4)),
				band(3, slot('pageCompanions', 50, 5), slot('pageBesides', 36, 4)),
			],
		},
		{
			fromColumns: 0,
			bands: [
				facts(slot('pageFacts', 24)),
				band(3, slot('pageTrend', 24)),
				band(1, slot('pageSales', 20)),
				band(4, slot('pageCompanions', 36)),
				extra(5, slot('pageBuyers', 24)),
				extra(6, slot('pageBesides', 24)),
			],
		},
	],
	customer: [
		{
			fromColumns: 110,
			bands: [
				facts(slot('pageFacts', 44, 2), slot('pageBought', 50, 3)),
				band(1, slot('pageOrders', 60)),
				band(3, slot('pageOffers', 60)),
			],
		},
		{
			fromColumns: 0,
			bands: [
				facts(slot('pageFacts', 24)),
				band(1, slot('pageOrders', 20)),
				band(3, slot('pageOffers', 36)),
				extra(4, slot('pageBought', 24)),
			],
		},
	],
	order: [{fromColumns: 0, bands: [facts(slot('pageFacts', 24)), band(1, slot('pageLines', 20))]}],
	change: [
		{
			fromColumns: 150,
			bands: [
				facts(slot('pageEffects', 60)),
				band(1, slot('pageEffectsByCategory', 70), slot('pageEffectsByRegion', 70)),
				band(3, slot('pageEffectsByCustomers', 70)),
			],
		},
		{
			fromColumns: 0,
			bands: [
				facts(slot('pageEffects', 24)),
				band(1, slot('pageEffectsByCategory', 24)),
				band(3, slot('pageEffectsByRegion', 24)),
				extra(4, slot('pageEffectsByCustomers', 24)),
			],
		},
	],
	missing: [{fromColumns: 0, bands: []}],
};
