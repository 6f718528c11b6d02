import {memo} from 'react';
import type {TierSummary} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {tierBar, tierNames} from '../tiers.ts';
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
	const {bars, number, count, quiet, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<TierSummary>[] = [
		tierNames(tiers, theme),
		bars(tiers, ({share}) => share, {
			...{title: 'of revenue', rank: 4, least: 10, most: 40},
			brush: ({tier}) => theme.tiers[tier],
		}),
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
