import {memo} from 'react';
import type {TierSummary} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {fillOf, tierBar} from '../tiers.ts';
import {sentenceRows} from '../words/sentences.ts';

export type TiersPanelProps = Frame & {
	readonly tiers: readonly TierSummary[];
	/** Of which sales. */
	readonly measure: string;
	readonly waiting: string;
};

/** Customers by what they are worth, over all time. */
export const TiersPanel = memo(function TiersPanel(props: TiersPanelProps) {
	const {tiers, measure, waiting, width, height, theme, formats, isFocused} = props;
	const room = innerWidth(width);
	const isEmpty = tiers.every(tier => tier.customers === 0);
	const mostShare = Math.max(0, ...tiers.map(tier => tier.share));
	const {number, count, quiet, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<TierSummary>[] = [
		{
			kind: 'number',
			align: 'left',
			title: 'tier',
			rank: 0,
			text: ({tier}) =>
				`${fillOf(
					tiers.findIndex(other => other.tier === tier),
					theme,
				)} ${tier}`,
			paint: ({tier}, text) => theme.tiers[tier](text),
		},
		{
			kind: 'drawn',
			title: 'of revenue',
			rank: 4,
			draw: ({tier, share}, columnsOfBar) =>
				theme.tiers[tier](bar(share, mostShare, columnsOfBar, theme.glyphs)),
			least: 10,
			most: 40,
		},
		{
			...number('share', 2, ({share}) => formats.percent(share)),
			short: ({share}) => formats.percent(share, 0),
		},
		count('customers', 1, ({customers}) => customers),
		quiet(
			number('each', 5, ({customers, revenue}) =>
				customers > 0 ? formats.wholeMoney(revenue / customers) : '',
			),
		),
		wholeMoney('revenue', 3, ({revenue}) => revenue),
	];
	const hasGap = innerHeight(height) > tiers.length + 2;
	const lines = [
		`${theme.muted('customers ')}${tierBar(tiers, room - 10, theme)}`,
		...(hasGap ? [''] : []),
		...tableLines({rows: tiers, columns, width: room, height: innerHeight(height) - (hasGap ? 2 : 1), theme}),
	];
	return (
		<Panel
			title="Customer tiers"
			{...{width, height, theme, isFocused}}
			measure={measure}
			rows={isEmpty ? sentenceRows(waiting, {width, height, theme}) : lines}
		/>
	);
});
