import {memo} from 'react';
import type {GroupSales} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import type {HueOf} from '../theme/hues.ts';
import {sentenceRows} from '../words/sentences.ts';

export type GroupsPanelProps = Frame & {
	readonly title: string;
	/** Categories or regions, most revenue first. */
	readonly groups: readonly GroupSales[];
	/** What one of them is called. */
	readonly noun: 'category' | 'region';
	/** Bars of counts, shares of revenue as bars, or both. */
	readonly show: 'counts' | 'shares' | 'both';
	readonly hueOf: HueOf;
	readonly waiting: string;
};

const measures = {counts: 'count', shares: 'pie as bars', both: 'count · pie as bars'};

/** How often each group was bought and what part of the revenue it brought. */
export const GroupsPanel = memo(function GroupsPanel(props: GroupsPanelProps) {
	const {title, groups, noun, show, hueOf, waiting, width, height, theme, formats, isFocused, list} = props;
	const hidden = groups.length - (innerHeight(height) - 1);
	const mostOrders = Math.max(0, ...groups.map(group => group.orders));
	const mostShare = Math.max(0, ...groups.map(group => group.share));
	const draw = (value: (group: GroupSales) => number, most: number) => (group: GroupSales, columns: number) =>
		hueOf(theme, group.name)(bar(value(group), most, columns, theme.glyphs));
	const name: Column<GroupSales> = {
		kind: 'name',
		title: noun,
		rank: 0,
		text: group => group.name,
		least: 8,
		most: Math.min(22, Math.max(noun.length, ...groups.map(group => group.name.length))),
		weight: 8,
	};
	const counts: readonly Column<GroupSales>[] = [
		{
			kind: 'drawn',
			title: '',
			rank: 3,
			draw: draw(group => group.orders, mostOrders),
			least: 4,
			most: 40,
			weight: 2,
		},
		{
			kind: 'number',
			title: 'orders',
			rank: show === 'both' ? 1 : 0,
			text: group => formats.count(group.orders),
			short: group => formats.shortCount(group.orders),
		},
	];
	const shares: readonly Column<GroupSales>[] = [
		{
			kind: 'drawn',
			title: '',
			rank: 4,
			draw: draw(group => group.share, mostShare),
			least: 4,
			most: 40,
			weight: 2,
		},
		{
			kind: 'number',
			title: 'share',
			rank: show === 'both' ? 2 : 0,
			text: group => formats.percent(group.share, show === 'both' ? 0 : 1),
			short: group => formats.percent(group.share, 0),
		},
		{
			kind: 'number',
			title: 'revenue',
			rank: show === 'both' ? 5 : 2,
			text: group => formats.wholeMoney(group.revenue),
			short: group => formats.shortMoney(group.revenue),
			paint: (group, text) => (group.revenue < 0 ? theme.bad(text) : text),
		},
	];
	const columns = [name, ...(show === 'shares' ? [] : counts), ...(show === 'counts' ? [] : shares)];
	return (
		<Panel
			{...{title, width, height, theme, isFocused, list}}
			measure={measures[show].replace('·', theme.glyphs.separator)}
			note={hidden > 0 ? theme.muted(`${hidden} more`) : undefined}
			rows={
				groups.length === 0
					? sentenceRows(waiting, {width, height, theme})
					: tableLines({
							rows: groups,
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
