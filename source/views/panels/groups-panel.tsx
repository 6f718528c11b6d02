import {memo} from 'react';
import type {GroupSales} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import type {HueOf} from '../theme/hues.ts';
import {ListPanel} from './list-panel.tsx';

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
	const {groups, noun, show, hueOf, waiting, height, theme, formats} = props;
	const hidden = groups.length - (innerHeight(height) - 1);
	const {name, number, bars, count, wholeMoney} = listColumns(theme, formats);
	const look = {brush: (group: GroupSales) => hueOf(theme, group.name), least: 4, most: 40, weight: 2};
	const widestName = Math.max(noun.length, ...groups.map(group => group.name.length));
	const isBoth = show === 'both';
	const counts: readonly Column<GroupSales>[] = [
		bars(groups, group => group.orders, {...look, rank: 3}),
		count('orders', isBoth ? 1 : 0, group => group.orders),
	];
	// Where more came back than was sold, nothing has a part in it.
	const hasShares = groups.reduce((sum, group) => sum + group.revenue, 0) > 0;
	const share = (digits: number) => (group: GroupSales) =>
		hasShares ? formats.percent(group.share, digits) : theme.glyphs.dash;
	const shares: readonly Column<GroupSales>[] = [
		bars(groups, group => (hasShares ? group.share : 0), {...look, rank: 4}),
		{...number('share', isBoth ? 2 : 0, share(isBoth ? 0 : 1)), short: share(0)},
		wholeMoney('revenue', isBoth ? 5 : 2, group => group.revenue),
	];
	const columns: readonly Column<GroupSales>[] = [
		name(noun, 0, group => group.name, {
			least: Math.min(12, widestName),
			most: Math.min(22, widestName),
			weight: 8,
		}),
		...(show === 'shares' ? [] : counts),
		...(show === 'counts' ? [] : shares),
	];
	return (
		<ListPanel
			{...props}
			measure={measures[show].replace('·', theme.glyphs.separator)}
			note={hidden > 0 ? theme.muted(`${hidden} more`) : undefined}
			rows={groups}
			columns={columns}
			empty={waiting}
		/>
	);
});
