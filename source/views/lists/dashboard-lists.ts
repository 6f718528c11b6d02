import {foundResult, readyResult} from '../../dashboard/analysed-result.ts';
import type {
	CategoryStock,
	CustomerAtRisk,
	CustomerSales,
	Dashboard,
	DeadStock,
	GroupSales,
	PlannedOrder,
	ProductPair,
	ProductSales,
	ProductStock,
	RecentOrder,
	ToldInsight,
} from '../../dashboard/dashboard.ts';
import type {ShownPanel} from '../shown-panel.ts';
import {newsOnly} from '../words/order-news.ts';
import {type PageLink, type PanelList, panelList, type RowKind, type Sort} from './panel-list.ts';

type GroupNoun = 'category' | 'region';

const toGroup =
	(noun: GroupNoun) =>
	(name: string): PageLink => ({subject: {kind: noun, name}, title: name});

const toProduct = ({id, name}: {readonly id: number; readonly name: string}): PageLink => ({
	subject: {kind: 'product', id},
	title: name,
});

const groupRows = (noun: GroupNoun): RowKind<GroupSales> => ({
	idOf: group => group.name,
	sortable: {
		orders: group => group.orders,
		units: group => group.units,
		[noun]: group => group.name,
		revenue: group => group.revenue,
	},
	leadsTo: group => toGroup(noun)(group.name),
});

const nameRows = (noun: GroupNoun): RowKind<string> => ({
	idOf: name => name,
	sortable: {},
	leadsTo: toGroup(noun),
});

const productRows: RowKind<ProductSales> = {
	idOf: product => String(product.id),
	sortable: {
		units: product => product.units,
		stock: product => product.stock ?? Number.NEGATIVE_INFINITY,
		category: product => product.category,
		product: product => product.name,
		revenue: product => product.revenue,
	},
	leadsTo: toProduct,
};

const customerRows: RowKind<CustomerSales> = {
	idOf: customer => String(customer.id),
	sortable: {
		orders: customer => customer.orders,
		ever: customer => customer.totalRevenue,
		'last order': customer => customer.lastOrderAt,
		region: customer => customer.region ?? '',
		customer: customer => customer.name,
		revenue: customer => customer.revenue,
	},
	leadsTo: ({id, name}) => ({subject: {kind: 'customer', id}, title: name}),
};

const stockRows: RowKind<CategoryStock> = {
	idOf: entry => entry.category,
	sortable: {
		units: entry => entry.stock,
		products: entry => entry.products,
		out: entry => entry.outOfStock,
		category: entry => entry.category,
	},
	leadsTo: entry => toGroup('category')(entry.category),
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
	leadsTo: toProduct,
};

/** They have no order but that of time: sorted by another it would not be a tape. */
const orderRows: RowKind<RecentOrder> = {
	idOf: order => String(order.id),
	sortable: {},
	leadsTo: ({id, number}) => ({subject: {kind: 'order', id}, title: `order ${number ?? id}`}),
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
	leadsTo: toProduct,
};

const deadStockRows: RowKind<DeadStock> = {
	idOf: product => String(product.id),
	sortable: {
		'at list price': product => product.value,
		units: product => product.stock,
		category: product => product.category,
		product: product => product.name,
	},
	leadsTo: toProduct,
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
	leadsTo: pair => toProduct({id: pair.secondId, name: pair.second}),
};

const atRiskRows: RowKind<CustomerAtRisk> = {
	idOf: customer => String(customer.id),
	sortable: {
		'at stake': customer => customer.valueLost,
		'still buys': customer => customer.alive,
		'silent for': customer => customer.silentDays,
		customer: customer => customer.name ?? customer.code,
	},
	leadsTo: ({id, name, code}) => ({subject: {kind: 'customer', id}, title: name ?? code}),
};

/** They come by what they are worth, which is the order that makes them news. */
const insightRows: RowKind<ToldInsight> = {
	idOf: insight => insight.sentence,
	sortable: {},
	leadsTo({about: [first]}) {
		return first && {subject: first.page, title: first.name};
	},
};

const planOf = ({analyses}: Dashboard) => readyResult(analyses.inventory);

const [categoryRows, regionRows] = [groupRows('category'), groupRows('region')];
const [categoryNames, regionNames] = [nameRows('category'), nameRows('region')];

/** The lists of a dashboard, as the panels show them. */
export const dashboardLists = {
	categories: ({categories}: Dashboard, sort?: Sort) => panelList(categories, categoryRows, sort),
	regions: ({regions}: Dashboard, sort?: Sort) => panelList(regions, regionRows, sort),
	categoryHours: ({heatmaps}: Dashboard) => panelList(heatmaps.categoryHours.rows, categoryNames),
	categoryRegions: ({heatmaps}: Dashboard) => panelList(heatmaps.categoryRegions.rows, categoryNames),
	regionHours: ({heatmaps}: Dashboard) => panelList(heatmaps.regionHours.rows, regionNames),
	products: ({topProducts}: Dashboard, sort?: Sort) => panelList(topProducts, productRows, sort),
	customers: ({topCustomers}: Dashboard, sort?: Sort) => panelList(topCustomers, customerRows, sort),
	stock: ({inventory}: Dashboard, sort?: Sort) => panelList(inventory, stockRows, sort),
	lowStock: ({lowStock}: Dashboard, sort?: Sort) => panelList(lowStock, lowStockRows, sort),
	orders: ({recent}: Dashboard) => panelList(recent, orderRows),
	reorder: (dashboard: Dashboard, sort?: Sort) =>
		panelList(planOf(dashboard)?.orders ?? [], reorderRows, sort),
	deadStock: (dashboard: Dashboard, sort?: Sort) =>
		panelList(planOf(dashboard)?.deadStock ?? [], deadStockRows, sort),
	pairs: ({analyses}: Dashboard, sort?: Sort) =>
		panelList(readyResult(analyses.recommendations)?.pairs ?? [], pairRows, sort),
	atRisk: ({analyses}: Dashboard, sort?: Sort) =>
		panelList(foundResult(analyses.lifetimeValue)?.atRisk ?? [], atRiskRows, sort),
	insights: ({analyses}: Dashboard) => panelList(readyResult(analyses.insights)?.insights ?? [], insightRows),
	news: ({recent}: Dashboard) => panelList(newsOnly(recent), orderRows),
} as const;

const listNames: Partial<Readonly<Record<ShownPanel, keyof typeof dashboardLists>>> = {
	categories: 'categories',
	categoryCounts: 'categories',
	categoryShares: 'categories',
	regionCounts: 'regions',
	regionShares: 'regions',
	regions: 'regions',
	categoryHours: 'categoryHours',
	categoryRegions: 'categoryRegions',
	regionHours: 'regionHours',
	topProducts: 'products',
	topCustomers: 'customers',
	topCustomersWithTiers: 'customers',
	stock: 'stock',
	lowStock: 'lowStock',
	tape: 'orders',
	fullTape: 'orders',
	customerNews: 'news',
	reorder: 'reorder',
	deadStock: 'deadStock',
	recommendations: 'pairs',
	customersAtRisk: 'atRisk',
	insights: 'insights',
};

/** The list that a panel shows; nothing for a panel of another kind. */
export function listOfPanel(
	panel: ShownPanel,
	dashboard: Dashboard,
	sort: Sort | undefined,
): PanelList | undefined {
	const name = listNames[panel];
	return name === undefined ? undefined : dashboardLists[name](dashboard, sort);
}
