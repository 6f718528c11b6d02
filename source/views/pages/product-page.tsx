import type {PageCompanion, ProductBesides, ProductBuyer, ProductLine} from '../../dashboard/page.ts';
import {toCustomer, toOrder, toProduct} from '../lists/page-links.ts';
import type {RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {RevenuePanel} from '../panels/revenue-panel.tsx';
import {ofAll, type PagePanel, pageListPanel, recommendationWords} from './page-panel.tsx';

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

/** Of the page of a product. */
export const productPagePanels = {
	pageTrend: {
		height: fixed(6, 9),
		draw: drawn =>
			drawn.page.kind === 'product' ? (
				<RevenuePanel
					{...drawn.frame}
					trend={{...drawn.page.trend, outlook: undefined, outlookStarts: []}}
					measure={ofAll('by UTC day', drawn)}
					waiting="No sales in these days."
				/>
			) : null,
	},
	pageSales: pageListPanel({
		height: growing(5, 18),
		isReadInParts: true,
		rows: page => (page.kind === 'product' ? page.lines : []),
		kind: saleRows,
		columns: ({moment, name, count, money, returned}) => [
			moment('at', 1, row => row.at),
			name('customer', 0, row => row.customer ?? 'guest'),
			name('region', 5, row => row.region),
			name('order', 6, row => row.number ?? String(row.orderId)),
			count('units', 2, row => row.quantity),
			money('amount', 1, row => row.amount),
			returned(row => row.quantity),
		],
		words: drawn => ({
			title: 'Sales',
			measure: ofAll('all time, last recorded first', drawn),
			empty: 'Never sold.',
		}),
	}),
	pageBuyers: pageListPanel({
		height: growing(5, 20),
		rows: page => (page.kind === 'product' ? page.buyers : []),
		kind: buyerRows,
		columns: ({name, date, count, money}) => [
			name('customer', 0, row => row.customer),
			date('last order', 3, row => row.lastAt),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
		],
		words: drawn => ({
			title: 'Who buys it',
			measure: ofAll('latest sales', drawn),
			empty: 'Only guests.',
		}),
	}),
	pageBesides: pageListPanel({
		height: growing(5, 12),
		rows: page => (page.kind === 'product' ? page.besides : []),
		kind: besidesRows,
		columns({name, bars, number, count}, rows, {page, frame: {formats}}) {
			const orders = page.kind === 'product' ? page.companyOrders : 0;
			return [
				name('product', 0, row => row.product),
				bars(rows, row => row.orders),
				number('share', 2, row => formats.percent(orders > 0 ? row.orders / orders : 0)),
				count('orders', 1, row => row.orders),
			];
		},
		words(drawn) {
			const {page, frame} = drawn;
			const orders = frame.formats.count(page.kind === 'product' ? page.companyOrders : 0);
			return {
				title: 'In the same order',
				measure: ofAll(`latest ${orders} orders`, drawn),
				empty: 'Always bought alone.',
			};
		},
	}),
	pageCompanions: pageListPanel({
		height: growing(5, 12),
		isRecommended: true,
		rows: page => (page.kind === 'product' && page.companions) || [],
		kind: companionRows,
		columns: ({name, word, number, quiet, stock}, _, {frame: {formats}}) => [
			name('product', 0, row => row.product),
			number('cosine', 2, row => row.cosine.toFixed(3)),
			number('support', 5, row => formats.percent(row.support)),
			number('lift', 4, row => row.lift.toFixed(1)),
			stock(3),
			{
				...quiet(word('why', 1, row => row.reason)),
				short: row => `${formats.count(row.both)} bought both`,
			},
		],
		words: drawn => ({
			title: 'Goes with it',
			measure: 'what its buyers have besides',
			...recommendationWords(
				drawn,
				drawn.page.kind === 'product' ? drawn.page.companions : undefined,
				'Nothing goes with it more often than by chance.',
			),
		}),
	}),
} satisfies Readonly<Record<string, PagePanel>>;
