import {memo} from 'react';
import type {CategoryStock} from '../../dashboard/dashboard.ts';
import {stackedBar} from '../charts/stacked-bar.ts';
import type {Frame} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import type {Theme} from '../theme/theme.ts';
import {fillOf} from '../tiers.ts';
import {stockStates} from '../words/stock-words.ts';
import {ListPanel} from './list-panel.tsx';

export type StockPanelProps = Frame & {readonly inventory: readonly CategoryStock[]};

/** Units in the stock room by category, stacked by how long they last. */
export const StockPanel = memo(function StockPanel(props: StockPanelProps) {
	const {inventory, theme, formats} = props;
	const most = Math.max(0, ...inventory.map(entry => entry.stock));
	const {name, number, quiet, count} = listColumns(theme, formats);
	const columns: readonly Column<CategoryStock>[] = [
		name('category', 0, entry => entry.category, {least: 9, most: 18, weight: 3}),
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
			...number('out', 1, ({outOfStock}) => (outOfStock > 0 ? formats.count(outOfStock) : theme.glyphs.dash)),
			paint: ({outOfStock}, text) => (outOfStock > 0 ? theme.bad(text) : theme.muted(text)),
		},
		quiet(count('products', 2, entry => entry.products)),
		count('units', 0, entry => entry.stock),
	];
	return (
		<ListPanel
			{...props}
			title="Stock by category"
			measure="units"
			note={inventory.length === 0 ? undefined : legend(theme)}
			rows={inventory}
			columns={columns}
			empty="Nobody counts stock here."
		/>
	);
});

function legend(theme: Theme): string {
	return stockStates
		.map((state, index) => `${state.paint(theme)(fillOf(index, theme))} ${theme.muted(state.words)}`)
		.join('  ');
}
