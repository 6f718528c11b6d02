import {memo} from 'react';
import type {ImportRecord} from '../../dashboard/dashboard.ts';
import type {Frame} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import type {Column} from '../lists/table.ts';
import {ListPanel} from './list-panel.tsx';

export type ImportsPanelProps = Frame & {readonly imports: readonly ImportRecord[]};

/** What became of each source: read = loaded + duplicate + rejected. */
export const ImportsPanel = memo(function ImportsPanel(props: ImportsPanelProps) {
	const {imports, theme, formats} = props;
	const {name, word, quiet, count, money} = listColumns(theme, formats);
	const columns: readonly Column<ImportRecord>[] = [
		name('source', 0, ({origin}) => fileName(origin), {least: 10, most: 44, weight: 4}),
		quiet(word('at', 5, ({startedAt}) => `${formats.date(startedAt)} ${formats.time(startedAt)}`)),
		{
			...word('state', 6, ({finishedAt}) => (finishedAt === null ? 'not finished' : 'done')),
			paint: ({finishedAt}, text) => (finishedAt === null ? theme.bad : theme.muted)(text),
		},
		count('read', 1, ({read}) => read),
		count('loaded', 2, ({loaded}) => loaded),
		count('duplicate', 4, ({duplicate}) => duplicate),
		{
			...count('rejected', 3, ({rejected}) => rejected),
			paint: ({rejected}, text) => (rejected > 0 ? theme.bad : theme.muted)(text),
		},
		count('repaired', 8, ({repaired}) => repaired),
		money('revenue loaded', 7, ({amountLoaded}) => amountLoaded),
	];
	return (
		<ListPanel
			{...props}
			title="Imports"
			measure="latest first"
			rows={imports}
			columns={columns}
			empty="Nothing was imported: salesmon import FILE loads real sales."
		/>
	);
});

/** The folders before it say less than its name, for which there is little room. */
function fileName(origin: string): string {
	return origin.slice(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1) || origin;
}
