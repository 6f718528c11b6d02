import {memo} from 'react';
import type {PacesBy, ProductStock} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {sentenceRows} from '../words/sentences.ts';
import {stockStateBrush} from '../words/stock-words.ts';

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
export const LowStockPanel = memo(function LowStockPanel({
	products,
	pacesBy,
	width,
	height,
	theme,
	formats,
	isFocused,
	list,
}: LowStockPanelProps) {
	const top = list?.top ?? 0;
	const shown = products.slice(top, top + innerHeight(height) - 1).map(product => product.coverDays);
	const fullBarDays = Math.max(shortestFullBar, ...shown.filter(Number.isFinite));
	const cover = ({coverDays}: ProductStock) => {
		if (!Number.isFinite(coverDays)) {
			return theme.glyphs.dash;
		}
		return `${coverDays < 10 ? (Math.round(coverDays * 10) / 10).toFixed(1) : formats.count(coverDays)} d`;
	};
	const columns: readonly Column<ProductStock>[] = [
		{kind: 'name', title: 'product', rank: 0, text: product => product.name, least: 12, most: 40, weight: 6},
		{
			kind: 'name',
			title: 'category',
			rank: 6,
			text: product => product.category,
			least: 10,
			most: 18,
			weight: 4,
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'drawn',
			title: '',
			rank: 5,
			draw: (product, columnsOfBar) =>
				stockStateBrush(
					product.state,
					theme,
				)(bar(Math.min(product.coverDays, fullBarDays), fullBarDays, columnsOfBar, theme.glyphs)),
			least: 6,
			most: 28,
			weight: 2,
		},
		{
			kind: 'number',
			align: 'left',
			title: 'state',
			rank: 4,
			text: product => product.state,
			paint: (product, text) => stockStateBrush(product.state, theme)(text),
		},
		{
			kind: 'number',
			title: 'a day',
			rank: 3,
			text: product => (Math.round(product.dailyUnits * 10) / 10).toFixed(1),
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'number',
			title: 'stock',
			rank: 2,
			text: product => formats.count(product.stock),
			short: product => formats.shortCount(product.stock),
		},
		{kind: 'number', title: 'lasts', rank: 1, text: cover, paint: (_, text) => theme.bold(text)},
	];
	return (
		<Panel
			title="Runs out first"
			{...{width, height, theme, isFocused, list}}
			measure={paceWords[pacesBy]}
			rows={
				products.length === 0
					? sentenceRows('Nobody counts stock here.', {width, height, theme})
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
