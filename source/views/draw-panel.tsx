import type {Dashboard} from '../dashboard/dashboard.ts';
import type {Frame} from './frame.ts';
import type {HueOf} from './hues.ts';
import type {PanelName} from './layout.ts';
import {ComingDaysPanel} from './panels/coming-days-panel.tsx';
import {ComparisonPanel} from './panels/comparison-panel.tsx';
import {GroupsPanel} from './panels/groups-panel.tsx';
import {HeatmapPanel} from './panels/heatmap-panel.tsx';
import {KpiStrip} from './panels/kpi-strip.tsx';
import {LowStockPanel} from './panels/low-stock-panel.tsx';
import {RevenuePanel} from './panels/revenue-panel.tsx';
import {StockPanel} from './panels/stock-panel.tsx';
import {TapePanel} from './panels/tape-panel.tsx';
import {TiersPanel} from './panels/tiers-panel.tsx';
import {TopCustomersPanel} from './panels/top-customers-panel.tsx';
import {TopProductsPanel} from './panels/top-products-panel.tsx';
import {windowLabel} from './window-label.ts';

export type DrawPanelProps = Frame & {
	readonly panel: PanelName;
	readonly dashboard: Dashboard;
	readonly categoryHue: HueOf;
	readonly regionHue: HueOf;
};

/** Gives each panel its part of the dashboard, so that it is drawn anew only when that part is. */
export function DrawPanel({panel, dashboard, categoryHue, regionHue, ...frame}: DrawPanelProps) {
	const {heatmaps} = dashboard;
	const times = frame.theme.glyphs.times;
	const measure = windowLabel(dashboard.window.name);
	const waiting =
		dashboard.freshness.state === 'empty'
			? 'Waiting for the first sale…'
			: `No sales in ${dashboard.window.name === 'all' ? 'all time' : `the last ${measure}`}.`;
	const today = dashboard.isPast ? undefined : frame.formats.fullDate(dashboard.asOf);
	const hours = {columnsName: 'hours', waiting};
	switch (shownPanel(panel, dashboard)) {
		case 'kpis':
			return (
				<KpiStrip
					{...frame}
					kpis={dashboard.kpis}
					comparison={dashboard.comparison}
					points={dashboard.trend.points}
				/>
			);
		case 'categories':
			return (
				<GroupsPanel
					{...frame}
					title="Sales by category"
					groups={dashboard.categories}
					noun="category"
					show="both"
					hueOf={categoryHue}
					waiting={waiting}
				/>
			);
		case 'categoryHours':
			return (
				<HeatmapPanel
					{...frame}
					{...hours}
					title={`Category ${times} hour`}
					heatmap={heatmaps.categoryHours}
					rowsName="categories"
				/>
			);
		case 'regionHours':
			return (
				<HeatmapPanel
					{...frame}
					{...hours}
					title={`Region ${times} hour`}
					heatmap={heatmaps.regionHours}
					rowsName="regions"
				/>
			);
		case 'categoryRegions':
			return (
				<HeatmapPanel
					{...frame}
					title={`Category ${times} region`}
					heatmap={heatmaps.categoryRegions}
					rowsName="categories"
					columnsName="regions"
					waiting={waiting}
				/>
			);
		case 'categoryCounts':
		case 'categoryShares':
			return (
				<GroupsPanel
					{...frame}
					title={panel === 'categoryCounts' ? 'Orders by category' : 'Revenue by category'}
					groups={dashboard.categories}
					noun="category"
					show={panel === 'categoryCounts' ? 'counts' : 'shares'}
					hueOf={categoryHue}
					waiting={waiting}
				/>
			);
		case 'regionCounts':
		case 'regionShares':
			return (
				<GroupsPanel
					{...frame}
					title={panel === 'categoryCounts' ? 'Orders by region' : 'Revenue by region'}
					groups={dashboard.regions}
					noun="region"
					show={panel === 'categoryCounts' ? 'counts' : 'shares'}
					hueOf={regionHue}
					waiting={waiting}
				/>
			);
		case 'regions':
			return (
				<GroupsPanel
					{...frame}
					title="Sales by region"
					groups={dashboard.regions}
					noun="region"
					show="both"
					hueOf={regionHue}
					waiting={waiting}
				/>
			);
		case 'revenueArea':
		case 'revenueLine':
			return (
				<RevenuePanel
					{...frame}
					trend={dashboard.trend}
					style={panel === 'revenueArea' ? 'area' : 'line'}
					waiting={waiting}
				/>
			);
		case 'comparison':
			return (
				<ComparisonPanel
					{...frame}
					kpis={dashboard.kpis}
					comparison={dashboard.comparison}
					span={dashboard.comparisonSpan}
				/>
			);
		case 'comingDays':
			return <ComingDaysPanel {...frame} forecast={dashboard.forecast} starts={dashboard.forecastStarts} />;
		case 'topCustomers':
			return (
				<TopCustomersPanel
					{...frame}
					customers={dashboard.topCustomers}
					measure={measure}
					waiting={waiting}
				/>
			);
		case 'topCustomersWithTiers':
			return (
				<TopCustomersPanel
					{...frame}
					customers={dashboard.topCustomers}
					tiers={dashboard.tiers}
					measure={measure}
					waiting={waiting}
				/>
			);
		case 'tiers':
			return <TiersPanel {...frame} tiers={dashboard.tiers} waiting={waiting} />;
		case 'customerNews':
			return (
				<TapePanel
					{...frame}
					title="News of customers"
					today={today}
					orders={dashboard.recent}
					waiting="Nothing new among the latest orders."
					hasRegion={false}
					isNewsOnly
				/>
			);
		case 'topProducts':
			return (
				<TopProductsPanel
					{...frame}
					products={dashboard.topProducts}
					hueOf={categoryHue}
					measure={measure}
					waiting={waiting}
				/>
			);
		case 'stock':
			return <StockPanel {...frame} inventory={dashboard.inventory} />;
		case 'lowStock':
			return <LowStockPanel {...frame} products={dashboard.lowStock} />;
		case 'tape':
		case 'fullTape':
			return (
				<TapePanel
					{...frame}
					title="Live"
					today={today}
					orders={dashboard.recent}
					waiting="Waiting for the first sale…"
					hasRegion={panel === 'fullTape'}
					isOpen={panel === 'tape'}
					measure="latest first"
				/>
			);
	}
}

type ShownPanel =
	| Exclude<PanelName, 'mainHeatmap' | 'mainGroups'>
	| 'categories'
	| 'regionCounts'
	| 'regionShares';

/** Which panel stands in a place that depends on what the shop has. */
function shownPanel(panel: PanelName, dashboard: Dashboard): ShownPanel {
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
