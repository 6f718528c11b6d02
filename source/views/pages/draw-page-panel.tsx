import {foundResult, readyResult} from '../../dashboard/analysed-result.ts';
import type {Analysed, Analyses, Dashboard} from '../../dashboard/dashboard.ts';
import type {Page} from '../../dashboard/page.ts';
import {type Frame, innerHeight} from '../frame.ts';
import {listView, type PanelSpot} from '../lists/panel-list.ts';
import type {Column} from '../lists/table.ts';
import {ChangePanel} from '../panels/change-panel.tsx';
import {FactsPanel} from '../panels/facts-panel.tsx';
import {ListPanel, type ListPanelProps} from '../panels/list-panel.tsx';
import {RevenuePanel} from '../panels/revenue-panel.tsx';
import type {Theme} from '../theme/theme.ts';
import {ageWords} from '../words/age.ts';
import {analysisNote, waitingWords} from '../words/forecast-words.ts';
import {windowLabel} from '../words/window-label.ts';
import type {PagePanelName} from './page-arrangements.ts';
import {pageColumns} from './page-columns.ts';
import {pageFacts} from './page-facts.ts';
import {effectsBy, isPageList, pageLists} from './page-lists.ts';

export type DrawPagePanelProps = Omit<Frame, 'list' | 'isFocused'> & {
	readonly panel: PagePanelName;
	readonly page: Page;
	readonly dashboard: Dashboard;
	readonly spot: PanelSpot;
};

/** Gives each panel of a page its part of what was read. */
export function DrawPagePanel({panel, page, dashboard, spot, ...rest}: DrawPagePanelProps) {
	const {theme, formats, height} = rest;
	const {sort} = spot;
	const list = isPageList(panel) ? pageLists[panel](page, dashboard, sort) : undefined;
	const frame: Frame = {
		...rest,
		isFocused: spot.isFocused,
		list: list && listView(list, spot, Math.max(0, innerHeight(height) - 1), theme.glyphs, formats),
	};
	const columns = pageColumns(theme, formats);
	const window = windowLabel(dashboard.window.name);
	const noSales = 'No sales in this window.';
	// Read order by order, or of all time, they know no filter; that is said where there is one.
	const ofAll = (measure: string) => (dashboard.scope.filter.length > 0 ? `${measure}, all sales` : measure);
	const {recommendations} = dashboard.analyses;
	const age = noteOf(recommendations, dashboard.asOf, theme);
	const show = <Row,>(
		rows: readonly Row[],
		columnsOfRows: readonly Column<Row>[],
		about: Pick<ListPanelProps<Row>, 'title' | 'measure' | 'empty' | 'note'>,
	) => <ListPanel {...frame} {...about} rows={rows} columns={columnsOfRows} />;
	switch (panel) {
		case 'pageFacts':
			return (
				<FactsPanel
					{...frame}
					title={titles[page.kind]}
					measure={page.kind === 'customer' ? ofAll('all time') : page.kind === 'order' ? undefined : window}
					facts={pageFacts(page, {dashboard, theme, formats})}
				/>
			);
		case 'pageTrend':
			return page.kind === 'product' ? (
				<RevenuePanel
					{...frame}
					trend={{...page.trend, outlook: undefined, outlookStarts: []}}
					style="area"
					measure={ofAll('by UTC day')}
					waiting="No sales in these days."
				/>
			) : null;
		case 'pageProducts': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			return show(rows, columns.products(rows), {
				title: 'Products',
				measure: page.kind === 'region' ? ofAll(window) : window,
				empty: page.kind === 'category' ? 'No products.' : noSales,
			});
		}
		case 'pageCustomers': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			return show(rows, columns.customers, {title: 'Customers', measure: ofAll(window), empty: noSales});
		}
		case 'pageStores': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const empty = 'No store is named with these sales.';
			return show(rows, columns.stores, {title: 'Stores', measure: ofAll(window), empty});
		}
		case 'pageRegions': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const about = {title: 'Regions', measure: window, empty: noSales};
			return show(rows, columns.crossed('region', rows), about);
		}
		case 'pageCategories': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const about = {title: 'Categories', measure: window, empty: noSales};
			return show(rows, columns.crossed('category', rows), about);
		}
		case 'pageSales':
			return show(pageLists[panel](page).rows, columns.sales, {
				title: 'Sales',
				measure: ofAll('all time, last recorded first'),
				empty: 'Never sold.',
			});
		case 'pageBuyers': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const about = {title: 'Who buys it', measure: ofAll('latest sales'), empty: 'Only guests.'};
			return show(rows, columns.buyers, about);
		}
		case 'pageBesides': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const orders = page.kind === 'product' ? page.companyOrders : 0;
			return show(rows, columns.besides(orders, rows), {
				title: 'In the same order',
				measure: ofAll(`latest ${formats.count(orders)} orders`),
				empty: 'Always bought alone.',
			});
		}
		case 'pageCompanions': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const found = page.kind === 'product' && page.companions;
			return show(rows, columns.companions, {
				title: 'Goes with it',
				measure: 'what its buyers have besides',
				note: age,
				empty: emptyWords(recommendations, found, 'Nothing goes with it more often than by chance.'),
			});
		}
		case 'pageOffers': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const found = page.kind === 'customer' && page.offers;
			return show(rows, columns.offers, {
				title: 'To offer',
				measure: 'besides what they have',
				note: age,
				empty: emptyWords(recommendations, found, 'Nothing that they do not have.'),
			});
		}
		case 'pageOrders':
			return show(pageLists[panel](page).rows, columns.orders, {
				title: 'Orders',
				measure: ofAll('all time, latest first'),
				empty: 'No orders.',
			});
		case 'pageBought': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const about = {title: 'Buys most', measure: ofAll('latest orders'), empty: 'Nothing yet.'};
			return show(rows, columns.bought, about);
		}
		case 'pageLines':
			return show(pageLists[panel](page, dashboard, sort).rows, columns.lines, {
				title: 'Lines',
				empty: 'No lines.',
			});
		case 'pageEffects':
			return page.kind === 'change' ? <ChangePanel {...frame} change={page.change} /> : null;
		case 'pageEffectsByCategory':
		case 'pageEffectsByRegion':
		case 'pageEffectsByCustomers': {
			const by = effectsBy[panel];
			const {rows} = pageLists[panel](page, dashboard, sort);
			const about = {title: `By ${by}`, measure: window, empty: 'Nothing to compare.'};
			return show(rows, columns.effects(by), about);
		}
	}
}

const titles: Readonly<Record<Page['kind'], string>> = {
	category: 'Category',
	region: 'Region',
	product: 'Product',
	customer: 'Customer',
	order: 'Order',
	change: 'Why revenue moved',
	missing: 'Gone',
};

/** How old what was found is. */
function noteOf(analysed: Analysed<unknown>, now: number, theme: Theme): string | undefined {
	return analysed.status === 'found'
		? theme.muted(analysisNote(analysed, ageWords(analysed.asOf, now)))
		: undefined;
}

/** Why a list is empty: it is not known yet, was not kept, or there is nothing to say. */
function emptyWords(
	analysed: Analyses['recommendations'],
	found: readonly unknown[] | false | undefined,
	nothing: string,
): string {
	return readyResult(analysed) && !found
		? 'Not kept for this moment.'
		: waitingWords(
				analysed,
				foundResult(analysed)?.status === 'collecting' ? 'Too few customers have two products.' : nothing,
			);
}
