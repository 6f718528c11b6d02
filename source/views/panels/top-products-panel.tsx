import {memo} from 'react';
import type {ProductSales} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import type {HueOf} from '../theme/hues.ts';
import {sentenceRows} from '../words/sentences.ts';

export type TopProductsPanelProps = Frame & {
	readonly products: readonly ProductSales[];
	readonly hueOf: HueOf;
	readonly measure: string;
	readonly waiting: string;
};

/** What brought most revenue in the window. */
export const TopProductsPanel = memo(function TopProductsPanel(props: TopProductsPanelProps) {
	const {products, hueOf, measure, waiting, width, height, theme, formats, isFocused, list} = props;
	const most = Math.max(0, ...products.map(product => product.revenue));
	const hasStock = products.some(product => product.stock !== undefined);
	const hasCategories = new Set(products.map(product => product.category)).size > 1;
	const columns: readonly Column<ProductSales>[] = [
		{
			kind: 'name',
			title: 'product',
			rank: 0,
			text: product => product.name,
			least: 12,
			most: 44,
			weight: 6,
		},
		...(hasCategories ? [categoryColumn(product => hueOf(theme, product.category))] : []),
		{
			kind: 'drawn',
			title: '',
			rank: 5,
			draw: (product, columnsOfBar) =>
				hueOf(theme, product.category)(bar(product.revenue, most, columnsOfBar, theme.glyphs)),
			least: 6,
			most: 30,
			weight: 2,
		},
		...(hasStock
			? [
					stockColumn(
						(product, text) => (product.stock! <= 0 ? theme.bad(text) : theme.muted(text)),
						formats.count,
					),
				]
			: []),
		{
			kind: 'number',
			title: 'units',
			rank: 2,
			text: product => formats.count(product.units),
			short: product => formats.shortCount(product.units),
		},
		{
			kind: 'number',
			title: 'revenue',
			rank: 1,
			text: product => formats.wholeMoney(product.revenue),
			short: product => formats.shortMoney(product.revenue),
		},
	];
	return (
		<Panel
			title="Top products"
			{...{width, height, theme, isFocused, list, measure}}
			rows={
				products.length === 0
					? sentenceRows(waiting, {width, height, theme})
					: tableLines({
							rows: products,
							columns,
							width: innerWidth(width),
							height: innerHeight(height),
							theme,
							list,
						})
			}
		/>
	);
});

const categoryColumn = (
	paint: (product: ProductSales) => (text: string) => string,
): Column<ProductSales> => ({
	kind: 'name',
	title: 'category',
	rank: 4,
	text: product => product.category,
	least: 10,
	most: 18,
	weight: 4,
	paint: (product, text) => paint(product)(text),
});

const stockColumn = (
	paint: (product: ProductSales, text: string) => string,
	count: (stock: number) => string,
): Column<ProductSales> => ({
	kind: 'number',
	title: 'stock',
	rank: 3,
	text: product => (product.stock === undefined ? '' : count(product.stock)),
	paint: (product, text) => (product.stock === undefined ? text : paint(product, text)),
});
