import type {CustomerOrder, CustomerProduct, PageOffer} from '../../dashboard/page.ts';
import {toOrder, toProduct} from '../lists/page-links.ts';
import type {RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {cutSentence} from '../words/sentences.ts';
import {ofAll, type PagePanel, pageListPanel, recommendationWords} from './page-panel.tsx';

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

/** Of the page of a customer. */
export const customerPagePanels = {
	pageOrders: pageListPanel({
		height: growing(5, 18),
		isReadInParts: true,
		rows: page => (page.kind === 'customer' ? page.orders : []),
		kind: orderRows,
		columns: ({moment, name, count, money, returned}) => [
			moment('at', 0, row => row.at),
			name('order', 3, row => row.number ?? String(row.orderId)),
			name('region', 4, row => row.region),
			count('lines', 5, row => row.lines),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
			returned(row => row.returns),
		],
		words: drawn => ({
			title: 'Orders',
			measure: ofAll('all time, latest first', drawn),
			empty: 'No orders.',
		}),
	}),
	pageBought: pageListPanel({
		height: fixed(5, 9),
		rows: page => (page.kind === 'customer' ? page.products : []),
		kind: boughtRows,
		columns: ({name, date, count, money}) => [
			name('product', 0, row => row.product),
			date('last order', 3, row => row.lastAt),
			count('units', 2, row => row.units),
			money('revenue', 1, row => row.revenue),
		],
		words: drawn => ({
			title: 'Buys most',
			measure: ofAll('latest orders', drawn),
			empty: 'Nothing yet.',
		}),
	}),
	pageOffers: pageListPanel({
		height: growing(5, 10),
		isRecommended: true,
		rows: page => (page.kind === 'customer' && page.offers) || [],
		kind: offerRows,
		columns: ({name, number, stock}, _, {frame: {theme}}) => [
			name('product', 0, row => row.product),
			name('category', 6, row => row.category),
			number('score', 4, row => row.score.toFixed(3)),
			stock(2),
			{
				...name('why', 1, row => row.reason),
				fit: (row, width) => cutSentence(row.reason, width, theme.glyphs.ellipsis),
				...{least: 30, most: 80, weight: 6},
			},
		],
		words: drawn => ({
			title: 'To offer',
			measure: 'besides what they have',
			...recommendationWords(
				drawn,
				drawn.page.kind === 'customer' ? drawn.page.offers : undefined,
				'Nothing that they do not have.',
			),
		}),
	}),
} satisfies Readonly<Record<string, PagePanel>>;
