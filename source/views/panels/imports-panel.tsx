import {memo} from 'react';
import type {ImportRecord} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {sentenceRows} from '../words/sentences.ts';

export type ImportsPanelProps = Frame & {readonly imports: readonly ImportRecord[]};

/** What became of each source: read = loaded + duplicate + rejected. */
export const ImportsPanel = memo(function ImportsPanel(props: ImportsPanelProps) {
	const {imports, width, height, theme, formats, isFocused} = props;
	const count = (
		title: string,
		rank: number,
		pick: (record: ImportRecord) => number,
	): Column<ImportRecord> => ({
		kind: 'number',
		title,
		rank,
		text: record => formats.count(pick(record)),
		short: record => formats.shortCount(pick(record)),
	});
	const columns: readonly Column<ImportRecord>[] = [
		{
			kind: 'name',
			title: 'source',
			rank: 0,
			text: ({origin}) => fileName(origin),
			least: 10,
			most: 44,
			weight: 4,
		},
		{
			kind: 'number',
			align: 'left',
			title: 'at',
			rank: 5,
			text: ({startedAt}) => `${formats.date(startedAt)} ${formats.time(startedAt)}`,
			paint: (_, text) => theme.muted(text),
		},
		{
			kind: 'number',
			align: 'left',
			title: 'state',
			rank: 6,
			text: ({finishedAt}) => (finishedAt === null ? 'not finished' : 'done'),
			paint: ({finishedAt}, text) => (finishedAt === null ? theme.bad : theme.muted)(text),
		},
		count('read', 1, ({read}) => read),
		count('loaded', 2, ({loaded}) => loaded),
		count('duplicate', 4, ({duplicate}) => duplicate),
		{
			...count('rejected', 3, ({rejected}) => rejected),
			paint: ({rejected}, text) => (rejected > 0 ? theme.bad : theme.muted)(text),
		} as Column<ImportRecord>,
		count('repaired', 8, ({repaired}) => repaired),
		{
			kind: 'number',
			title: 'revenue loaded',
			rank: 7,
			text: ({amountLoaded}) => formats.money(amountLoaded),
			short: ({amountLoaded}) => formats.shortMoney(amountLoaded),
		},
	];
	return (
		<Panel
			title="Imports"
			{...{width, height, theme, isFocused}}
			measure="latest first"
			rows={
				imports.length === 0
					? sentenceRows('Nothing was imported: salesmon import FILE loads real sales.', props)
					: tableLines({rows: imports, columns, width: innerWidth(width), height: innerHeight(height), theme})
			}
		/>
	);
});

/** The folders before it say less than its name, for which there is little room. */
function fileName(origin: string): string {
	return origin.slice(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1) || origin;
}
