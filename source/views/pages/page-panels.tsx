import type {OrderDetailLine, Page} from '../../dashboard/page.ts';
import {toProduct} from '../lists/page-links.ts';
import type {RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {FactsPanel} from '../panels/facts-panel.tsx';
import {changePagePanels} from './change-page.tsx';
import {customerPagePanels} from './customer-page.tsx';
import {groupPagePanels} from './group-pages.tsx';
import {pageFacts} from './page-facts.ts';
import {ofAll, type PagePanel, pageListPanel, windowOf} from './page-panel.tsx';
import {productPagePanels} from './product-page.tsx';

const titles: Readonly<Record<Page['kind'], string>> = {
	category: 'Category',
	region: 'Region',
	product: 'Product',
	customer: 'Customer',
	order: 'Order',
	change: 'Why revenue moved',
	missing: 'Gone',
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

const panels = {
	pageFacts: {
		height: fixed(5, 7),
		report: 'totals',
		draw(drawn) {
			const {page, dashboard, frame} = drawn;
			const measure =
				page.kind === 'customer'
					? ofAll('all time', drawn)
					: page.kind === 'order'
						? undefined
						: windowOf(drawn);
			const facts = pageFacts(page, {dashboard, theme: frame.theme, formats: frame.formats});
			return <FactsPanel {...frame} title={titles[page.kind]} {...{measure, facts}} />;
		},
	},
	pageLines: pageListPanel({
		height: growing(4, 40),
		rows: page => (page.kind === 'order' ? page.lines : []),
		kind: lineRows,
		columns: ({name, count, money, returned}) => [
			name('product', 0, row => row.product),
			name('category', 6, row => row.category),
			count('quantity', 1, row => row.quantity),
			money('price', 3, row => row.unitPrice),
			money('discount', 4, row => row.discount),
			money('amount', 1, row => row.amount),
			returned(row => row.quantity),
		],
		words: () => ({title: 'Lines', empty: 'No lines.'}),
	}),
	...groupPagePanels,
	...productPagePanels,
	...customerPagePanels,
	...changePagePanels,
} satisfies Readonly<Record<string, PagePanel>>;

export type PagePanelName = keyof typeof panels;

/** The panels of all pages by name. */
export const pagePanels: Readonly<Record<PagePanelName, PagePanel>> = panels;

export function isPagePanel(panel: string): panel is PagePanelName {
	return panel in pagePanels;
}
