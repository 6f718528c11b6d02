import {memo} from 'react';
import type {FoundLifetimeValue, TierWorth} from '../../dashboard/dashboard.ts';
import {firstFitting} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {tierBar, tierNames} from '../tiers.ts';
import {analysisNote} from '../words/forecast-words.ts';

export type LifetimeTiersPanelProps = Frame & {
	readonly value: FoundLifetimeValue;
	/** How long ago it was made, in words. */
	readonly age: string | undefined;
};

/** Customers by what they will be worth, by BG/NBD and Gamma-Gamma. */
export const LifetimeTiersPanel = memo(function LifetimeTiersPanel(props: LifetimeTiersPanelProps) {
	const {value, age, width, height, theme, formats, isFocused} = props;
	const {tiers, horizonMonths, holdOut} = value.result;
	const room = innerWidth(width);
	const {bars, number, count, quiet, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<TierWorth>[] = [
		tierNames(tiers, theme),
		bars(tiers, ({clv}) => clv, {
			...{title: 'of value', rank: 5, least: 8},
			brush: ({tier}) => theme.tiers[tier],
		}),
		count('customers', 0, row => row.customers),
		count('new', 2, row => row.new),
		count('lapsed', 2, row => row.lapsed),
		quiet(
			number('worth each', 4, ({customers, clv}) =>
				customers > 0 ? formats.wholeMoney(clv / customers) : '',
			),
		),
		wholeMoney('worth', 1, ({clv}) => clv),
	];
	const summaries = tiers.map(({tier, customers, revenue}) => ({tier, customers, revenue, share: 0}));
	const free = innerHeight(height) - tiers.length - 1;
	const above = [
		...(free > 0 ? [`${theme.muted('customers ')}${tierBar(summaries, room - 10, theme)}`] : []),
		...(free > 1 ? [''] : []),
	];
	const old = analysisNote(value, age);
	const tested =
		holdOut && holdOut.actual > 0
			? `expected ${formats.count(holdOut.expected)} orders in ${holdOut.days} days, ${formats.count(holdOut.actual)} came`
			: undefined;
	return (
		<Panel
			title="Customers by lifetime value"
			{...{width, height, theme, isFocused}}
			measure={`next ${formats.count(horizonMonths)} months`}
			note={theme.muted(
				firstFitting(
					[...(tested === undefined ? [] : [`${tested} ${theme.glyphs.separator} ${old}`]), old],
					width - 8,
				),
			)}
			rows={[
				...above,
				...tableLines({rows: tiers, columns, width: room, height: innerHeight(height) - above.length, theme}),
			]}
		/>
	);
});
