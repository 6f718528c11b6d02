import {memo} from 'react';
import type {RejectedReason} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {sentenceRows} from '../words/sentences.ts';

export type RejectedPanelProps = Frame & {readonly reasons: readonly RejectedReason[]};

/** Why rows could not be loaded, as long as they are not corrected. */
export const RejectedPanel = memo(function RejectedPanel(props: RejectedPanelProps) {
	const {reasons, width, height, theme, formats, isFocused} = props;
	const most = Math.max(0, ...reasons.map(({rows}) => rows));
	const columns: readonly Column<RejectedReason>[] = [
		{kind: 'name', title: 'reason', rank: 0, text: ({reason}) => reason, least: 16, most: 60, weight: 4},
		{
			kind: 'drawn',
			title: '',
			rank: 3,
			draw: ({rows}, columnsOfBar) => theme.bad(bar(rows, most, columnsOfBar, theme.glyphs)),
			least: 6,
			most: 30,
		},
		{
			kind: 'number',
			title: 'rows',
			rank: 1,
			text: ({rows}) => formats.count(rows),
			short: ({rows}) => formats.shortCount(rows),
		},
		{
			kind: 'number',
			title: 'money',
			rank: 2,
			text: ({amount}) => formats.money(amount),
			short: ({amount}) => formats.shortMoney(amount),
			paint: (_, text) => theme.muted(text),
		},
	];
	return (
		<Panel
			title="Rejected rows"
			{...{width, height, theme, isFocused}}
			measure="salesmon rejects lists them"
			rows={
				reasons.length === 0
					? sentenceRows('No rejected rows are waiting to be corrected.', {width, height, theme})
					: tableLines({rows: reasons, columns, width: innerWidth(width), height: innerHeight(height), theme})
			}
		/>
	);
});
