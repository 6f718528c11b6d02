import {memo} from 'react';
import type {Analyses, DeadStock} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {sentenceRows} from '../words/sentences.ts';

export type DeadStockPanelProps = Frame & {
	readonly inventory: Analyses['inventory'];
	/** Those of it that are dead, in the order shown. */
	readonly products: readonly DeadStock[];
};

/** Stock that nobody buys, with the money that lies in it. */
export const DeadStockPanel = memo(function DeadStockPanel({
	inventory,
	products,
	width,
	height,
	theme,
	formats,
	isFocused,
	list,
}: DeadStockPanelProps) {
	const frame = {width, height, theme, isFocused, title: 'Dead stock'};
	if (inventory.status !== 'found' || inventory.result.status === 'collecting') {
		return <Panel {...frame} rows={sentenceRows('Not known yet.', {width, height, theme})} />;
	}
	const {deadDays, dead, deadValue} = inventory.result;
	const columns: readonly Column<DeadStock>[] = [
		{kind: 'name', title: 'product', rank: 0, text: ({name}) => name, least: 10, most: 40, weight: 3},
		{
			kind: 'name',
			title: 'category',
			rank: 3,
			text: ({category}) => category,
			least: 9,
			most: 18,
			weight: 2,
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'number',
			title: 'units',
			rank: 2,
			text: ({stock}) => formats.count(stock),
			short: ({stock}) => formats.shortCount(stock),
		},
		{
			kind: 'number',
			title: 'at list price',
			rank: 0,
			text: ({value}) => formats.wholeMoney(value),
			short: ({value}) => formats.shortMoney(value),
			paint: (_, text) => theme.bold(text),
		},
	];
	return (
		<Panel
			{...frame}
			list={list}
			measure={
				dead === 0 ? `${deadDays} days` : `${formats.wholeMoney(deadValue)}, not sold in ${deadDays} days`
			}
			rows={
				products.length === 0
					? [theme.muted(`All that is there was sold in the last ${deadDays} days.`)]
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
