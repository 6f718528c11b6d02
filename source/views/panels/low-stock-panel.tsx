import {memo} from 'react';
import type {PacesBy, ProductStock} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import {stockStateBrush} from '../words/stock-words.ts';
import {ListPanel} from './list-panel.tsx';

export type LowStockPanelProps = Frame & {
	readonly products: readonly ProductStock[];
	readonly pacesBy: PacesBy;
};

const paceWords: Readonly<Record<PacesBy, string>> = {
	plan: 'latest days count more',
	mean: 'at the pace of 28 days',
};

/** Bars are full at no less than this many days of cover. */
const shortestFullBar = 7;

/** What is used up first at the pace that orders are planned by, or that of the last four weeks. */
export const LowStockPanel = memo(function LowStockPanel(props: LowStockPanelProps) {
	const {products, pacesBy, height, theme, formats, list} = props;
	const top = list?.top ?? 0;
	const shown = products.slice(top, top + innerHeight(height) - 1).map(product => product.coverDays);
	const fullBarDays = Math.max(shortestFullBar, ...shown.filter(Number.isFinite));
	const cover = ({coverDays}: ProductStock) => {
		if (!Number.isFinite(coverDays)) {
			return theme.glyphs.dash;
		}
		return `${coverDays < 10 ? (Math.round(coverDays * 10) / 10).toFixed(1) : formats.count(coverDays)} d`;
	};
	const {name, bars, word, number, quiet, strong, count} = listColumns(theme, formats);
	const columns: readonly Column<ProductStock>[] = [
		name('product', 0, product => product.name, {least: 12, most: 40, weight: 6}),
		name('category', 6, product => product.category, {least: 10, most: 18, weight: 4}),
		bars(products, product => product.coverDays, {
			...{rank: 5, least: 6, most: 28, weight: 2},
			brush: product => stockStateBrush(product.state, theme),
			full: fullBarDays,
		}),
		{
			...word('state', 4, product => product.state),
			paint: (product, text) => stockStateBrush(product.state, theme)(text),
		},
		quiet(number('a day', 3, product => (Math.round(product.dailyUnits * 10) / 10).toFixed(1))),
		count('stock', 2, product => product.stock),
		strong(number('lasts', 1, cover)),
	];
	return (
		<ListPanel
			{...props}
			title="Runs out first"
			measure={paceWords[pacesBy]}
			rows={products}
			columns={columns}
			empty="Nobody counts stock here."
		/>
	);
});
