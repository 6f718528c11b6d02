import {memo} from 'react';
import type {CategoryStock} from '../../dashboard/dashboard.ts';
import {stackedBar} from '../charts/stacked-bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import type {Theme} from '../theme/theme.ts';
import {fillOf} from '../tiers.ts';
import {sentenceRows} from '../words/sentences.ts';
import {stockStates} from '../words/stock-words.ts';

export type StockPanelProps = Frame & {readonly inventory: readonly CategoryStock[]};

/** Units in the stock room by category, stacked by how long they last. */
export const StockPanel = memo(function StockPanel({
	inventory,
	width,
	height,
	theme,
	formats,
	isFocused,
	list,
}: StockPanelProps) {
	const room = innerWidth(width);
	const most = Math.max(0, ...inventory.map(entry => entry.stock));
	const columns: readonly Column<CategoryStock>[] = [
		{kind: 'name', title: 'category', rank: 0, text: entry => entry.category, least: 9, most: 18, weight: 3},
		{
			kind: 'drawn',
			title: '',
			rank: 3,
			draw: (entry, columnsOfBar) =>
				stackedBar(
					stockStates.map((state, index) => ({
						value: entry.unitsByState[state.name],
						paint: state.paint(theme),
						glyph: fillOf(index, theme),
					})),
					most > 0 ? Math.round((Math.max(0, entry.stock) / most) * columnsOfBar) : 0,
				),
			least: 8,
			most: 60,
			weight: 4,
		},
		{
			kind: 'number',
			title: 'out',
			rank: 1,
			text: entry => (entry.outOfStock > 0 ? formats.count(entry.outOfStock) : theme.glyphs.dash),
			paint: (entry, text) => (entry.outOfStock > 0 ? theme.bad(text) : theme.muted(text)),
		},
		{
			kind: 'number',
			title: 'products',
			rank: 2,
			text: entry => formats.count(entry.products),
			short: entry => formats.shortCount(entry.products),
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'number',
			title: 'units',
			rank: 0,
			text: entry => formats.count(entry.stock),
			short: entry => formats.shortCount(entry.stock),
		},
	];
	return (
		<Panel
			title="Stock by category"
			{...{width, height, theme, isFocused, list}}
			measure="units"
			note={inventory.length === 0 ? undefined : legend(theme)}
			rows={
				inventory.length === 0
					? sentenceRows('Nobody counts stock here.', {width, height, theme})
					: tableLines({rows: inventory, columns, width: room, height: innerHeight(height), theme, list})
			}
		/>
	);
});

function legend(theme: Theme): string {
	return stockStates
		.map((state, index) => `${state.paint(theme)(fillOf(index, theme))} ${theme.muted(state.words)}`)
		.join('  ');
}
