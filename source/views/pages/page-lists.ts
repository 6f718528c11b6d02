import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {ExplainedBy, ExplainedRow} from '../../dashboard/explain-change.ts';
import type {
	CustomerOrder,
	CustomerProduct,
	ListPart,
	OrderDetailLine,
	Page,
	PageCompanion,
	PageCustomer,
	PageOffer,
	PageProduct,
	PageStore,
	ProductBesides,
	ProductBuyer,
	ProductLine,
} from '../../dashboard/page.ts';
import {type PageLink, type PanelList, panelList, type RowKind, type Sort} from '../lists/panel-list.ts';

/** Revenue of a category in one region, or of a region in one category. */
export type CrossSales = {readonly name: string; readonly revenue: number; readonly share: number};

const toProduct = (id: number, title: string): PageLink => ({subject: {kind: 'product', id}, title});
const toCustomer = (id: number, title: string): PageLink => ({subject: {kind: 'customer', id}, title});
const toOrder = (id: number, number: string | null): PageLink => ({
	subject: {kind: 'order', id},
	title: `order ${number ?? id}`,
});

const productRows: RowKind<PageProduct> = {
	idOf: row => String(row.id),
	sortable: {
		units: row => row.units,
		stock: row => row.stock ?? Number.NEGATIVE_INFINITY,
		product: row => row.name,
		revenue: row => row.revenue,
	},
	leadsTo: row => toProduct(row.id, row.name),
};

const customerRows: RowKind<PageCustomer> = {
	idOf: row => String(row.id),
	sortable: {
		orders: row => row.orders,
		'last order': row => row.lastAt,
		customer: row => row.name,
		revenue: row => row.revenue,
	},
	leadsTo: row => toCustomer(row.id, row.name),
};

const storeRows: RowKind<PageStore> = {
	idOf: row => String(row.id),
	sortable: {
		orders: row => row.orders,
		store: row => row.name,
		city: row => row.city,
		revenue: row => row.revenue,
	},
	leadsTo: () => undefined,
};

const crossRows = (kind: 'category' | 'region'): RowKind<CrossSales> => ({
	idOf: row => row.name,
	sortable: {[kind]: row => row.name, revenue: row => row.revenue},
	leadsTo: row => ({subject: {kind, name: row.name}, title: row.name}),
});

const saleRows: RowKind<ProductLine> = {
	idOf: row => String(row.lineId),
	sortable: {},
	leadsTo: row => toOrder(row.orderId, row.number),
};

const buyerRows: RowKind<ProductBuyer> = {
	idOf: row => String(row.customerId),
	sortable: {
		units: row => row.units,
		'last order': row => row.lastAt,
		customer: row => row.customer,
		revenue: row => row.revenue,
	},
	leadsTo: row => toCustomer(row.customerId, row.customer),
};

const besidesRows: RowKind<ProductBesides> = {
	idOf: row => String(row.productId),
	sortable: {product: row => row.product, orders: row => row.orders},
	leadsTo: row => toProduct(row.productId, row.product),
};

const companionRows: RowKind<PageCompanion> = {
	idOf: row => String(row.productId),
	sortable: {
		cosine: row => row.cosine,
		support: row => row.support,
		lift: row => row.lift,
		stock: row => row.stock ?? Number.NEGATIVE_INFINITY,
		product: row => row.product,
	},
	leadsTo: row => toProduct(row.productId, row.product),
};

const offerRows: RowKind<PageOffer> = {
	idOf: row => String(row.productId),
	sortable: {
		score: row => row.score,
		stock: row => row.stock ?? Number.NEGATIVE_INFINITY,
		category: row => row.category,
		product: row => row.product,
	},
	leadsTo: row => toProduct(row.productId, row.product),
};

const orderRows: RowKind<CustomerOrder> = {
	idOf: row => String(row.orderId),
	sortable: {},
	leadsTo: row => toOrder(row.orderId, row.number),
};

const boughtRows: RowKind<CustomerProduct> = {
	idOf: row => String(row.productId),
	sortable: {
		units: row => row.units,
		'last order': row => row.lastAt,
		product: row => row.product,
		revenue: row => row.revenue,
	},
	leadsTo: row => toProduct(row.productId, row.product),
};

const effectRows: RowKind<ExplainedRow> = {
	idOf: row => row.name,
	sortable: {
		volume: row => row.volume,
		price: row => row.price,
		mix: row => row.mix,
		returns: row => row.returns,
		after: row => row.after,
	},
	leadsTo: () => undefined,
};

/** How the lists of effects are split. */
export const effectsBy = {
	pageEffectsByCategory: 'category',
	pageEffectsByRegion: 'region',
	pageEffectsByCustomers: 'customers',
} as const satisfies Readonly<Record<string, ExplainedBy>>;

const effects = (by: 'category' | 'region' | 'customers') => (page: Page, _: Dashboard, sort?: Sort) => {
	const rows = page.kind === 'change' && page.change.status === 'ready' ? page.change.by[by] : [];
	const leadsTo = (row: ExplainedRow) =>
		by === 'customers' ? undefined : {subject: {kind: by, name: row.name}, title: row.name};
	return panelList(rows, {...effectRows, leadsTo}, sort);
};

const lineRows: RowKind<OrderDetailLine> = {
	idOf: row => String(row.lineId),
	sortable: {
		amount: row => row.amount,
		quantity: row => row.quantity,
		discount: row => row.discount,
		product: row => row.product,
	},
	leadsTo: row => toProduct(row.productId, row.product),
};

const inParts = <Row>(part: ListPart<Row>, kind: RowKind<Row>): PanelList<Row> => ({
	...panelList(part.rows, kind),
	first: part.first,
	total: part.total,
});

/** The lists of the pages, as the panels show them; empty on pages that have none of the kind. */
export const pageLists = {
	pageProducts: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'category' || page.kind === 'region' ? page.products : [], productRows, sort),
	pageCustomers: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'region' ? page.customers : [], customerRows, sort),
	pageStores: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'region' ? page.stores : [], storeRows, sort),
	pageRegions: (page: Page, dashboard: Dashboard, sort?: Sort) =>
		panelList(regionsOf(page, dashboard), crossRows('region'), sort),
	pageCategories: (page: Page, dashboard: Dashboard, sort?: Sort) =>
		panelList(categoriesOf(page, dashboard), crossRows('category'), sort),
	pageSales: (page: Page) => inParts(page.kind === 'product' ? page.lines : nothing<ProductLine>(), saleRows),
	pageBuyers: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'product' ? page.buyers : [], buyerRows, sort),
	pageBesides: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'product' ? page.besides : [], besidesRows, sort),
	pageCompanions: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'product' ? (page.companions ?? []) : [], companionRows, sort),
	pageOffers: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'customer' ? (page.offers ?? []) : [], offerRows, sort),
	pageOrders: (page: Page) =>
		inParts(page.kind === 'customer' ? page.orders : nothing<CustomerOrder>(), orderRows),
	pageBought: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'customer' ? page.products : [], boughtRows, sort),
	pageLines: (page: Page, _: Dashboard, sort?: Sort) =>
		panelList(page.kind === 'order' ? page.lines : [], lineRows, sort),
	pageEffectsByCategory: effects('category'),
	pageEffectsByRegion: effects('region'),
	pageEffectsByCustomers: effects('customers'),
} as const;

export type PageListName = keyof typeof pageLists;

/** The lists that are read in parts, around the row under the cursor. */
export const listsInParts: readonly PageListName[] = ['pageSales', 'pageOrders'];

export function isPageList(panel: string): panel is PageListName {
	return panel in pageLists;
}

const nothing = <Row>(): ListPart<Row> => ({rows: [], first: 0, total: 0});

function regionsOf({subject}: Page, {heatmaps}: Dashboard): readonly CrossSales[] {
	const {rows, columns, cells} = heatmaps.categoryRegions;
	const row = 'name' in subject ? rows.indexOf(subject.name) : -1;
	return shares(columns, cells[row] ?? []);
}

function categoriesOf({subject}: Page, {heatmaps}: Dashboard): readonly CrossSales[] {
	const {rows, columns, cells} = heatmaps.categoryRegions;
	const column = 'name' in subject ? columns.indexOf(subject.name) : -1;
	return shares(
		rows,
		cells.map(row => row[column] ?? 0),
	);
}

/** Those that sold something, most revenue first. */
function shares(names: readonly string[], revenues: readonly number[]): readonly CrossSales[] {
	const total = revenues.reduce((sum, revenue) => sum + revenue, 0);
	return names
		.map((name, index) => {
			const revenue = revenues[index] ?? 0;
			return {name, revenue, share: total === 0 ? 0 : revenue / total};
		})
		.filter(({revenue}) => revenue !== 0)
		.sort((a, b) => b.revenue - a.revenue || a.name.localeCompare(b.name));
}
