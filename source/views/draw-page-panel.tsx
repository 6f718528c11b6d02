import type {Analysed, Analyses, Dashboard} from '../dashboard/dashboard.ts';
import type {Page} from '../dashboard/page.ts';
import {ageWords} from './age.ts';
import {analysisNote, waitingWords} from './forecast-words.ts';
import {type Frame, innerHeight} from './frame.ts';
import type {PagePanelName} from './page-arrangements.ts';
import {pageColumns} from './page-columns.ts';
import {pageFacts} from './page-facts.ts';
import {effectsBy, isPageList, pageLists} from './page-lists.ts';
import {listView, type PanelSpot} from './panel-list.ts';
import {ChangePanel} from './panels/change-panel.tsx';
import {FactsPanel} from './panels/facts-panel.tsx';
import {ListPanel} from './panels/list-panel.tsx';
import {RevenuePanel} from './panels/revenue-panel.tsx';
import type {Theme} from './theme.ts';
import {windowLabel} from './window-label.ts';

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
	switch (panel) {
		case 'pageFacts':
			return (
				<FactsPanel
					{...frame}
					title={titles[page.kind]}
					measure={page.kind === 'customer' ? 'all time' : page.kind === 'order' ? undefined : window}
					facts={pageFacts(page, {dashboard, theme, formats})}
				/>
			);
		case 'pageTrend':
			return page.kind === 'product' ? (
				<RevenuePanel
					{...frame}
					trend={{...page.trend, outlook: undefined, outlookStarts: []}}
					style="area"
					measure="by UTC day"
					waiting="No sales in these days."
				/>
			) : null;
		case 'pageProducts': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			return (
				<ListPanel
					{...frame}
					title="Products"
					measure={window}
					rows={rows}
					columns={columns.products(rows)}
					empty={page.kind === 'category' ? 'No products.' : noSales}
				/>
			);
		}
		case 'pageCustomers':
			return (
				<ListPanel
					{...frame}
					title="Customers"
					measure={window}
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.customers}
					empty={noSales}
				/>
			);
		case 'pageStores':
			return (
				<ListPanel
					{...frame}
					title="Stores"
					measure={window}
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.stores}
					empty="No store is named with these sales."
				/>
			);
		case 'pageRegions':
		case 'pageCategories': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const isRegions = panel === 'pageRegions';
			return (
				<ListPanel
					{...frame}
					title={isRegions ? 'Regions' : 'Categories'}
					measure={window}
					rows={rows}
					columns={columns.crossed(isRegions ? 'region' : 'category', rows)}
					empty={noSales}
				/>
			);
		}
		case 'pageSales':
			return (
				<ListPanel
					{...frame}
					title="Sales"
					measure="all time, last recorded first"
					rows={pageLists[panel](page).rows}
					columns={columns.sales}
					empty="Never sold."
				/>
			);
		case 'pageBuyers':
			return (
				<ListPanel
					{...frame}
					title="Who buys it"
					measure="latest sales"
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.buyers}
					empty="Only guests."
				/>
			);
		case 'pageBesides': {
			const {rows} = pageLists[panel](page, dashboard, sort);
			const orders = page.kind === 'product' ? page.companyOrders : 0;
			return (
				<ListPanel
					{...frame}
					title="In the same order"
					measure={`latest ${formats.count(orders)} orders`}
					rows={rows}
					columns={columns.besides(orders, rows)}
					empty="Always bought alone."
				/>
			);
		}
		case 'pageCompanions':
			return (
				<ListPanel
					{...frame}
					title="Goes with it"
					measure="what its buyers have besides"
					note={noteOf(dashboard.analyses.recommendations, dashboard.asOf, theme)}
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.companions}
					empty={emptyWords(
						dashboard.analyses.recommendations,
						page.kind === 'product' && page.companions,
						'Nothing goes with it more often than by chance.',
					)}
				/>
			);
		case 'pageOffers':
			return (
				<ListPanel
					{...frame}
					title="To offer"
					measure="besides what they have"
					note={noteOf(dashboard.analyses.recommendations, dashboard.asOf, theme)}
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.offers}
					empty={emptyWords(
						dashboard.analyses.recommendations,
						page.kind === 'customer' && page.offers,
						'Nothing that they do not have.',
					)}
				/>
			);
		case 'pageOrders':
			return (
				<ListPanel
					{...frame}
					title="Orders"
					measure="all time, latest first"
					rows={pageLists[panel](page).rows}
					columns={columns.orders}
					empty="No orders."
				/>
			);
		case 'pageBought':
			return (
				<ListPanel
					{...frame}
					title="Buys most"
					measure="latest orders"
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.bought}
					empty="Nothing yet."
				/>
			);
		case 'pageLines':
			return (
				<ListPanel
					{...frame}
					title="Lines"
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.lines}
					empty="No lines."
				/>
			);
		case 'pageEffects':
			return page.kind === 'change' ? <ChangePanel {...frame} change={page.change} /> : null;
		case 'pageEffectsByCategory':
		case 'pageEffectsByRegion':
		case 'pageEffectsByCustomers': {
			const by = effectsBy[panel];
			return (
				<ListPanel
					{...frame}
					title={`By ${by}`}
					measure={window}
					rows={pageLists[panel](page, dashboard, sort).rows}
					columns={columns.effects(by)}
					empty="Nothing to compare."
				/>
			);
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
	return analysed.status === 'found' && analysed.result.status === 'ready' && !found
		? 'Not kept for this moment.'
		: waitingWords(
				analysed,
				analysed.status === 'found' && analysed.result.status === 'collecting'
					? 'Too few customers have two products.'
					: nothing,
			);
}
