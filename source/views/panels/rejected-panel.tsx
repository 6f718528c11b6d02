import {memo} from 'react';
import type {RejectedReason} from '../../dashboard/dashboard.ts';
import type {Frame} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import {ListPanel} from './list-panel.tsx';

export type RejectedPanelProps = Frame & {readonly reasons: readonly RejectedReason[]};

/** Why rows could not be loaded, as long as they are not corrected. */
export const RejectedPanel = memo(function RejectedPanel(props: RejectedPanelProps) {
	const {reasons, theme, formats} = props;
	const {name, bars, count, quiet, money} = listColumns(theme, formats);
	const columns: readonly Column<RejectedReason>[] = [
		name('reason', 0, ({reason}) => reason, {least: 16, most: 60, weight: 4}),
		bars(reasons, ({rows}) => rows, {rank: 3, brush: () => theme.bad, least: 6}),
		count('rows', 1, ({rows}) => rows),
		quiet(money('money', 2, ({amount}) => amount)),
	];
	return (
		<ListPanel
			{...props}
			title="Rejected rows"
			measure="salesmon rejects lists them"
			rows={reasons}
			columns={columns}
			empty="No rejected rows are waiting to be corrected."
		/>
	);
});
