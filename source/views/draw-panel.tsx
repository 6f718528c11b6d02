import type {Analysed, Dashboard} from '../dashboard/dashboard.ts';
import {isSpan} from '../dashboard/window-name.ts';
import {firstFitting} from './fit.ts';
import type {Frame} from './frame.ts';
import type {ViewPanelName} from './layout.ts';
import {dashboardLists, listOfPanel} from './lists/dashboard-lists.ts';
import {listLines} from './lists/list-lines.ts';
import {listView, type PanelSpot} from './lists/panel-list.ts';
import {ComingDaysPanel} from './panels/coming-days-panel.tsx';
import {ComparisonPanel} from './panels/comparison-panel.tsx';
import {CustomersAtRiskPanel} from './panels/customers-at-risk-panel.tsx';
import {DeadStockPanel} from './panels/dead-stock-panel.tsx';
import {ForecastScorePanel} from './panels/forecast-score-panel.tsx';
import {GoalsPanel} from './panels/goals-panel.tsx';
import {GroupsPanel} from './panels/groups-panel.tsx';
import {HeatmapPanel} from './panels/heatmap-panel.tsx';
import {ImportsPanel} from './panels/imports-panel.tsx';
import {InsightsPanel} from './panels/insights-panel.tsx';
import {KpiStrip} from './panels/kpi-strip.tsx';
import {LifetimeTiersPanel} from './panels/lifetime-tiers-panel.tsx';
import {LowStockPanel} from './panels/low-stock-panel.tsx';
import {RecommendationsPanel} from './panels/recommendations-panel.tsx';
import {RejectedPanel} from './panels/rejected-panel.tsx';
import {ReorderPanel} from './panels/reorder-panel.tsx';
import {RevenuePanel} from './panels/revenue-panel.tsx';
import {StockPanel} from './panels/stock-panel.tsx';
import {TapePanel} from './panels/tape-panel.tsx';
import {TierMovesPanel} from './panels/tier-moves-panel.tsx';
import {TiersPanel} from './panels/tiers-panel.tsx';
import {TopCustomersPanel} from './panels/top-customers-panel.tsx';
import {TopProductsPanel} from './panels/top-products-panel.tsx';
import {VitalsPanel} from './panels/vitals-panel.tsx';
import type {ProducerState} from './producer-control.ts';
import {shownPanel} from './shown-panel.ts';
import type {HueOf} from './theme/hues.ts';
import type {Vitals} from './vitals.ts';
import {ageWords} from './words/age.ts';
import {windowLabel} from './words/window-label.ts';

export type DrawPanelProps = Omit<Frame, 'list' | 'isFocused'> & {
	readonly panel: ViewPanelName;
	readonly dashboard: Dashboard;
	readonly categoryHue: HueOf;
	readonly regionHue: HueOf;
	readonly producer?: ProducerState | undefined;
	readonly vitals?: Vitals | undefined;
	/** Where in it the reader is. */
	readonly spot: PanelSpot;
};

/** Gives each panel its part of the dashboard, so that it is drawn anew only when that part is. */
export function DrawPanel({
	panel,
	dashboard,
	categoryHue,
	regionHue,
	spot,
	producer,
	vitals,
	...rest
}: DrawPanelProps) {
	const {
		heatmaps,
		analyses: {lifetimeValue},
	} = dashboard;
	const lifetimeAge = ageOf(lifetimeValue, dashboard.asOf);
	const {theme, formats, height} = rest;
	const times = theme.glyphs.times;
	const measure = windowLabel(dashboard.window.name);
	const isPart = dashboard.scope.filter.length > 0;
	const customersMeasure = isPart
		? firstFitting(
				[`${measure}; ever and tier of these sales`, `${measure}, of these sales`, measure],
				rest.width - 24,
			)
		: measure;
	const waiting =
		dashboard.freshness.state === 'empty'
			? 'Waiting for the first sale…'
			: `No sales in ${isSpan(dashboard.window.name) || dashboard.window.name === 'all' ? measure : `${dashboard.isAsked ? 'those' : 'the last'} ${measure}`}.`;
	const today = dashboard.isPast ? undefined : formats.fullDate(dashboard.asOf);
	const hours = {columnsName: 'hours', waiting};
	const shown = shownPanel(panel, dashboard);
	const {sort} = spot;
	const list = listOfPanel(shown, dashboard, sort);
	const frame: Frame = {
		...rest,
		isFocused: spot.isFocused,
		list: list && listView(list, spot, listLines(shown, height), theme.glyphs, formats),
	};
	switch (shown) {
		case 'kpis':
			return (
				<KpiStrip
					{...frame}
					kpis={dashboard.kpis}
					comparison={dashboard.comparison}
					isComparisonPart={isComparisonPart(dashboard)}
					points={dashboard.trend.points}
				/>
			);
		case 'categories':
			return (
				<GroupsPanel
					{...frame}
					title="Sales by category"
					groups={dashboardLists.categories(dashboard, sort).rows}
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
					groups={dashboardLists.categories(dashboard, sort).rows}
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
					groups={dashboardLists.regions(dashboard, sort).rows}
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
					groups={dashboardLists.regions(dashboard, sort).rows}
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
					earlier={dashboard.earlier}
					firstSaleAt={isComparisonPart(dashboard) ? dashboard.firstSaleAt : undefined}
				/>
			);
		case 'goals':
			return <GoalsPanel {...frame} goals={dashboard.goals} />;
		case 'comingDays':
			return <ComingDaysPanel {...frame} forecast={dashboard.forecast} starts={dashboard.forecastStarts} />;
		case 'forecastScore':
			return (
				<ForecastScorePanel
					{...frame}
					score={dashboard.analyses.forecastScore}
					age={ageOf(dashboard.analyses.forecastScore, dashboard.asOf)}
				/>
			);
		case 'insights':
			return (
				<InsightsPanel
					{...frame}
					insights={dashboard.analyses.insights}
					age={ageOf(dashboard.analyses.insights, dashboard.asOf)}
				/>
			);
		case 'topCustomers':
			return (
				<TopCustomersPanel
					{...frame}
					customers={dashboardLists.customers(dashboard, sort).rows}
					measure={customersMeasure}
					waiting={waiting}
				/>
			);
		case 'topCustomersWithTiers':
			return (
				<TopCustomersPanel
					{...frame}
					customers={dashboardLists.customers(dashboard, sort).rows}
					tiers={dashboard.tiers}
					measure={customersMeasure}
					waiting={waiting}
				/>
			);
		case 'tiers':
			return lifetimeValue.status === 'found' && dashboard.tiersBy === 'lifetime value' ? (
				<LifetimeTiersPanel {...frame} value={lifetimeValue} age={lifetimeAge} />
			) : (
				<TiersPanel
					{...frame}
					tiers={dashboard.tiers}
					measure={isPart ? 'all time, of these sales' : 'all time'}
					waiting={waiting}
				/>
			);
		case 'tierMoves':
			return <TierMovesPanel {...frame} value={lifetimeValue} age={lifetimeAge} />;
		case 'customersAtRisk':
			return (
				<CustomersAtRiskPanel
					{...frame}
					value={lifetimeValue}
					customers={dashboardLists.atRisk(dashboard, sort).rows}
					age={lifetimeAge}
				/>
			);
		case 'customerNews':
			return (
				<TapePanel
					{...frame}
					title="News of customers"
					today={today}
					orders={dashboardLists.news(dashboard).rows}
					waiting="Nothing new among the latest orders."
					hasRegion={false}
					isNewsOnly
				/>
			);
		case 'topProducts':
			return (
				<TopProductsPanel
					{...frame}
					products={dashboardLists.products(dashboard, sort).rows}
					hueOf={categoryHue}
					measure={measure}
					waiting={waiting}
				/>
			);
		case 'stock':
			return <StockPanel {...frame} inventory={dashboardLists.stock(dashboard, sort).rows} />;
		case 'vitals':
			return (
				<VitalsPanel {...frame} {...{vitals, producer}} analyses={dashboard.analyses} asOf={dashboard.asOf} />
			);
		case 'imports':
			return <ImportsPanel {...frame} imports={dashboard.imports} />;
		case 'rejected':
			return <RejectedPanel {...frame} reasons={dashboard.rejectedReasons} />;
		case 'lowStock':
			return (
				<LowStockPanel
					{...frame}
					products={dashboardLists.lowStock(dashboard, sort).rows}
					pacesBy={dashboard.pacesBy}
				/>
			);
		case 'reorder':
			return (
				<ReorderPanel
					{...frame}
					inventory={dashboard.analyses.inventory}
					orders={dashboardLists.reorder(dashboard, sort).rows}
					age={ageOf(dashboard.analyses.inventory, dashboard.asOf)}
				/>
			);
		case 'deadStock':
			return (
				<DeadStockPanel
					{...frame}
					inventory={dashboard.analyses.inventory}
					products={dashboardLists.deadStock(dashboard, sort).rows}
				/>
			);
		case 'recommendations':
			return (
				<RecommendationsPanel
					{...frame}
					recommendations={dashboard.analyses.recommendations}
					pairs={dashboardLists.pairs(dashboard, sort).rows}
					age={ageOf(dashboard.analyses.recommendations, dashboard.asOf)}
				/>
			);
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

function ageOf(analysed: Analysed<unknown>, now: number): string | undefined {
	return analysed.status === 'found' ? ageWords(analysed.asOf, now) : undefined;
}

/** Whether the shop had not yet begun, or began within the time that is compared with. */
function isComparisonPart({firstSaleAt, comparisonSpan}: Dashboard): boolean {
	return firstSaleAt !== undefined && firstSaleAt > comparisonSpan.from;
}
