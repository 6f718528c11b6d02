import type {Dashboard, RecentOrder} from '../../dashboard/dashboard.ts';
import {toOrder} from '../lists/page-links.ts';
import {panelList, type RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {ComparisonPanel} from '../panels/comparison-panel.tsx';
import {KpiStrip} from '../panels/kpi-strip.tsx';
import {RevenuePanel} from '../panels/revenue-panel.tsx';
import {hasTapeHead, hasTapeRule, TapePanel} from '../panels/tape-panel.tsx';
import {beforeFirstSale, noSalesWords} from '../words/no-sales.ts';
import {newsOnly} from '../words/order-news.ts';
import {type DrawnPanel, listPanel, type ViewPanel} from './view-panel.ts';

/** Whether the shop had not yet begun, or began within the time that is compared with. */
function isComparisonPart({firstSaleAt, comparison}: Dashboard): boolean {
	return firstSaleAt !== undefined && firstSaleAt > comparison.span.from;
}

const revenue = {
	report: ({trend}: Dashboard) =>
		({
			minute: 'hourly-revenue',
			hour: 'hourly-revenue',
			day: 'daily-revenue',
			month: 'monthly-revenue',
		})[trend.unit],
	draw: ({frame, dashboard}: DrawnPanel) => (
		<RevenuePanel {...frame} trend={dashboard.trend} waiting={noSalesWords(dashboard)} />
	),
};

/** They have no order but that of time: sorted by another it would not be a tape. */
const orderRows: RowKind<RecentOrder> = {
	idOf: order => String(order.id),
	sortable: {},
	leadsTo: ({id, number}) => toOrder(id, number),
};

const orders = {
	report: 'latest-orders',
	list: ({recent}: Dashboard) => panelList(recent, orderRows),
};

const live = ({frame, dashboard}: DrawnPanel) => ({
	...frame,
	title: 'Live',
	today: todayOf(dashboard, frame),
	waiting: beforeFirstSale,
	measure: 'latest first',
});

/** Absent where the present is another day. */
function todayOf({moment, asOf}: Dashboard, {formats}: DrawnPanel['frame']): string | undefined {
	return moment === 'now' ? formats.fullDate(asOf) : undefined;
}

const headed = (height: number) => 1 + Number(hasTapeHead(height));

/** What is sold, over time and order by order. */
export const salesPanels = {
	kpis: {
		height: fixed(1, 4),
		report: 'totals',
		draw: ({frame, dashboard}) => (
			<KpiStrip
				{...frame}
				kpis={dashboard.kpis}
				comparison={dashboard.comparison.kpis}
				isComparisonPart={isComparisonPart(dashboard)}
				points={dashboard.trend.points}
			/>
		),
	},
	comparison: {
		height: fixed(9, 11),
		report: 'totals',
		draw: ({frame, dashboard}) => (
			<ComparisonPanel
				{...frame}
				kpis={dashboard.kpis}
				comparison={dashboard.comparison}
				earlier={dashboard.earlier}
				firstSaleAt={isComparisonPart(dashboard) ? dashboard.firstSaleAt : undefined}
			/>
		),
	},
	revenue: {...revenue, height: growing(6, 13)},
	tallRevenue: {...revenue, height: growing(7, 18)},
	tape: listPanel({
		...orders,
		height: fixed(1, 4),
		linesAbove: height => Number(hasTapeRule(height)) + Number(hasTapeHead(height)),
		linesBelow: () => 0,
		draw: (recent, drawn) => <TapePanel {...live(drawn)} orders={recent} hasRegion={false} isOpen />,
	}),
	fullTape: listPanel({
		...orders,
		height: growing(3, 40),
		linesAbove: headed,
		draw: (recent, drawn) => <TapePanel {...live(drawn)} orders={recent} hasRegion />,
	}),
	customerNews: listPanel({
		...orders,
		height: growing(5, 8),
		linesAbove: headed,
		list: ({recent}) => panelList(newsOnly(recent), orderRows),
		draw: (news, {frame, dashboard}) => (
			<TapePanel
				{...frame}
				title="News of customers"
				today={todayOf(dashboard, frame)}
				orders={news}
				waiting="Nothing new among the latest orders."
				hasRegion={false}
				isNewsOnly
			/>
		),
	}),
} satisfies Readonly<Record<string, ViewPanel>>;
