import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {Page, PageCustomer, PageProduct, PageStore} from '../../dashboard/page.ts';
import {toCustomer, toGroup, toProduct} from '../lists/page-links.ts';
import type {RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {tierColumn} from '../tiers.ts';
import {type DrawnPagePanel, ofAll, type PagePanel, pageListPanel, windowOf} from './page-panel.tsx';

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

/** Revenue of a category in one region, or of a region in one category. */
type CrossSales = {readonly name: string; readonly revenue: number; readonly share: number};

function crossPanel(
	kind: 'category' | 'region',
	about: Pick<PagePanel, 'height'> & {
		readonly title: string;
		readonly rows: (page: Page, dashboard: Dashboard) => readonly CrossSales[];
	},
) {
	const {title, ...panel} = about;
	return pageListPanel({
		...panel,
		report: 'category-regions',
		kind: {
			idOf: row => row.name,
			sortable: {[kind]: row => row.name, revenue: row => row.revenue},
			leadsTo: row => toGroup(kind, row.name),
		},
		columns: ({name, bars, number, money}, rows, {frame}) => [
			name(kind, 0, row => row.name),
			bars(rows, row => row.share),
			number('share', 2, row => frame.formats.percent(row.share)),
			money('revenue', 1, row => row.revenue),
		],
		words: drawn => ({title, measure: windowOf(drawn), empty: noSales}),
	});
}

const noSales = 'No sales in this window.';

const ofWindow = (drawn: DrawnPagePanel) => ofAll(windowOf(drawn), drawn);

/** Of the pages of categories and regions. */
export const groupPagePanels = {
	pageProducts: pageListPanel({
		height: growing(5, 40),
		rows: page => (page.kind === 'category' || page.kind === 'region' ? page.products : []),
		kind: productRows,
		columns: ({name, bars, stock, count, money}, rows) => [
			name('product', 0, row => row.name),
			bars(rows, row => row.revenue),
			...(rows.some(row => row.stock !== undefined) ? [stock<PageProduct>(3)] : []),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
		],
		words: drawn => ({
			title: 'Products',
			measure: drawn.page.kind === 'region' ? ofWindow(drawn) : windowOf(drawn),
			empty: drawn.page.kind === 'category' ? 'No products.' : noSales,
		}),
	}),
	pageCustomers: pageListPanel({
		height: growing(5, 40),
		report: 'top-customers',
		isOfAll: true,
		rows: page => (page.kind === 'region' ? page.customers : []),
		kind: customerRows,
		columns: ({name, date, count, money}, _, {frame}) => [
			name('customer', 0, row => row.name),
			tierColumn(2, frame.theme),
			date('last order', 4, row => row.lastAt),
			count('orders', 3, row => row.orders),
			money('revenue', 1, row => row.revenue),
		],
		words: drawn => ({title: 'Customers', measure: ofWindow(drawn), empty: noSales}),
	}),
	pageStores: pageListPanel({
		height: growing(5, 9),
		report: 'none',
		rows: page => (page.kind === 'region' ? page.stores : []),
		kind: storeRows,
		columns: ({name, count, money}) => [
			name('store', 0, row => row.name),
			name('city', 3, row => row.city),
			count('orders', 2, row => row.orders),
			money('revenue', 1, row => row.revenue),
		],
		words: drawn => ({
			title: 'Stores',
			measure: ofWindow(drawn),
			empty: 'No store is named with these sales.',
		}),
	}),
	pageRegions: crossPanel('region', {height: fixed(5, 9), title: 'Regions', rows: regionsOf}),
	pageCategories: crossPanel('category', {height: fixed(5, 11), title: 'Categories', rows: categoriesOf}),
} satisfies Readonly<Record<string, PagePanel>>;

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
