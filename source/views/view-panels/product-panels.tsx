import {readyResult} from '../../dashboard/analysed-result.ts';
import type {
	CategoryStock,
	Dashboard,
	DeadStock,
	PlannedOrder,
	ProductPair,
	ProductSales,
	ProductStock,
} from '../../dashboard/dashboard.ts';
import {toGroup, toProduct} from '../lists/page-links.ts';
import {panelList, type RowKind} from '../lists/panel-list.ts';
import {growing, rowsOf} from '../panel-height.ts';
import {DeadStockPanel} from '../panels/dead-stock-panel.tsx';
import {LowStockPanel} from '../panels/low-stock-panel.tsx';
import {RecommendationsPanel, rowsAbovePairs} from '../panels/recommendations-panel.tsx';
import {ReorderPanel, rowsAbovePlannedOrders} from '../panels/reorder-panel.tsx';
import {StockPanel} from '../panels/stock-panel.tsx';
import {TopProductsPanel} from '../panels/top-products-panel.tsx';
import {noSalesWords} from '../words/no-sales.ts';
import {windowLabel} from '../words/window-label.ts';
import {ageOf, listPanel, type ViewPanel} from './view-panel.ts';

const productRows: RowKind<ProductSales> = {
	idOf: product => String(product.id),
	sortable: {
		units: product => product.units,
		stock: product => product.stock ?? Number.NEGATIVE_INFINITY,
		category: product => product.category,
		product: product => product.name,
		revenue: product => product.revenue,
	},
	leadsTo: ({id, name}) => toProduct(id, name),
};

const stockRows: RowKind<CategoryStock> = {
	idOf: entry => entry.category,
	sortable: {
		units: entry => entry.stock,
		products: entry => entry.products,
		out: entry => entry.outOfStock,
		category: entry => entry.category,
	},
	leadsTo: entry => toGroup('category', entry.category),
};

const lowStockRows: RowKind<ProductStock> = {
	idOf: product => String(product.id),
	sortable: {
		stock: product => product.stock,
		'a day': product => product.dailyUnits,
		category: product => product.category,
		product: product => product.name,
		lasts: product => product.coverDays,
	},
	leadsTo: ({id, name}) => toProduct(id, name),
};

const reorderRows: RowKind<PlannedOrder> = {
	idOf: order => String(order.id),
	sortable: {
		order: order => order.quantity,
		'at risk': order => order.revenueAtRisk,
		'runs out': order => (order.stock <= 0 ? 0 : (order.runsOutAt ?? Number.POSITIVE_INFINITY)),
		stock: order => order.stock,
		'a day': order => order.perDay,
		product: order => order.name,
	},
	leadsTo: ({id, name}) => toProduct(id, name),
};

const deadStockRows: RowKind<DeadStock> = {
	idOf: product => String(product.id),
	sortable: {
		'at list price': product => product.value,
		units: product => product.stock,
		category: product => product.category,
		product: product => product.name,
	},
	leadsTo: ({id, name}) => toProduct(id, name),
};

/** To what is to be sold besides: who looks for the other finds it there. */
const pairRows: RowKind<ProductPair> = {
	idOf: pair => `${pair.firstId} ${pair.secondId}`,
	sortable: {
		'of them': pair => pair.confidence,
		lift: pair => pair.lift,
		stock: pair => pair.stock ?? Number.NEGATIVE_INFINITY,
		why: pair => pair.both,
		'who has': pair => pair.first,
		buys: pair => pair.second,
	},
	leadsTo: pair => toProduct(pair.secondId, pair.second),
};

const inventory = {command: ['inventory'], name: 'inventory'} as const;

const planOf = ({analyses}: Dashboard) => readyResult(analyses.inventory);

/** What is sold, what is left of it, what to order and what to sell besides. */
export const productPanels = {
	topProducts: listPanel({
		height: growing(7, 12),
		report: 'top-products',
		list: ({topProducts}, sort) => panelList(topProducts, productRows, sort),
		draw: (products, {frame, dashboard, categoryHue}) => (
			<TopProductsPanel
				{...frame}
				products={products}
				hueOf={categoryHue}
				measure={windowLabel(dashboard.window.name)}
				waiting={noSalesWords(dashboard)}
			/>
		),
	}),
	stock: listPanel({
		height: rowsOf('stock', 7),
		report: 'stock-by-category',
		list: (dashboard, sort) => panelList(dashboard.inventory, stockRows, sort),
		draw: (categories, {frame}) => <StockPanel {...frame} inventory={categories} />,
	}),
	lowStock: listPanel({
		height: growing(7, 12),
		analysis: inventory,
		list: ({lowStock}, sort) => panelList(lowStock, lowStockRows, sort),
		draw: (products, {frame, dashboard}) => (
			<LowStockPanel {...frame} products={products} pacesBy={dashboard.pacesBy} />
		),
	}),
	reorder: listPanel({
		height: growing(5, 14),
		analysis: inventory,
		linesAbove: height => 1 + rowsAbovePlannedOrders(height),
		list: (dashboard, sort) => panelList(planOf(dashboard)?.orders ?? [], reorderRows, sort),
		draw(orders, {frame, dashboard}) {
			const {inventory: plan} = dashboard.analyses;
			return <ReorderPanel {...frame} inventory={plan} orders={orders} age={ageOf(plan, dashboard)} />;
		},
	}),
	deadStock: listPanel({
		height: growing(4, 7),
		analysis: inventory,
		list: (dashboard, sort) => panelList(planOf(dashboard)?.deadStock ?? [], deadStockRows, sort),
		draw: (products, {frame, dashboard}) => (
			<DeadStockPanel {...frame} inventory={dashboard.analyses.inventory} products={products} />
		),
	}),
	recommendations: listPanel({
		height: growing(5, 14),
		analysis: {command: ['recommend'], name: 'recommendations'},
		linesAbove: () => 1 + rowsAbovePairs,
		list: ({analyses}, sort) => panelList(readyResult(analyses.recommendations)?.pairs ?? [], pairRows, sort),
		draw(pairs, {frame, dashboard}) {
			const {recommendations} = dashboard.analyses;
			const age = ageOf(recommendations, dashboard);
			return <RecommendationsPanel {...frame} {...{recommendations, pairs, age}} />;
		},
	}),
} satisfies Readonly<Record<string, ViewPanel>>;
