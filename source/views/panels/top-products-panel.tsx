import {memo} from 'react';
import type {ProductSales} from '../../dashboard/dashboard.ts';
import type {Frame} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import type {HueOf} from '../theme/hues.ts';
import {ListPanel} from './list-panel.tsx';

export type TopProductsPanelProps = Frame & {
	readonly products: readonly ProductSales[];
	readonly hueOf: HueOf;
	readonly measure: string;
	readonly waiting: string;
};

/** What brought most revenue in the window. */
export const TopProductsPanel = memo(function TopProductsPanel(props: TopProductsPanelProps) {
	const {products, hueOf, waiting, theme, formats} = props;
	const hasStock = products.some(product => product.stock !== undefined);
	const hasCategories = new Set(products.map(product => product.category)).size > 1;
	const {name, bars, stock, count, wholeMoney} = listColumns(theme, formats);
	const hue = (product: ProductSales) => hueOf(theme, product.category);
	const columns: readonly Column<ProductSales>[] = [
		name('product', 0, product => product.name, {least: 12, most: 44, weight: 6}),
		...(hasCategories
			? [
					{
						...name<ProductSales>('category', 4, product => product.category, {
							least: 10,
							most: 18,
							weight: 4,
						}),
						paint: (product: ProductSales, text: string) => hue(product)(text),
					},
				]
			: []),
		bars(products, product => product.revenue, {rank: 5, brush: hue, least: 6, most: 80, weight: 2}),
		...(hasStock ? [stock<ProductSales>(3)] : []),
		count('units', 2, product => product.units),
		wholeMoney('revenue', 1, product => product.revenue),
	];
	return <ListPanel {...props} title="Top products" rows={products} columns={columns} empty={waiting} />;
});
