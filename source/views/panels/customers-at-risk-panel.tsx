import {memo} from 'react';
import type {Analyses, CustomerAtRisk} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {analysisNote, waitingWords} from '../words/forecast-words.ts';
import {sentenceRows} from '../words/sentences.ts';

export type CustomersAtRiskPanelProps = Frame & {
	readonly value: Analyses['lifetimeValue'];
	/** In the order shown. */
	readonly customers: readonly CustomerAtRisk[];
	/** How long ago it was made, in words. */
	readonly age: string | undefined;
};

/** Good customers of whom it has become less likely in a month that they still buy, the greatest loss first. */
export const CustomersAtRiskPanel = memo(function CustomersAtRiskPanel(props: CustomersAtRiskPanelProps) {
	const {value, customers, age, width, height, theme, formats, isFocused, list} = props;
	const room = innerWidth(width);
	const frame = {width, height, theme, isFocused, title: 'About to be lost'};
	if (value.status !== 'found' || customers.length === 0) {
		const words = waitingWords(value, 'No good customer seems to be leaving.');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const {name, word, number, quiet, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<CustomerAtRisk>[] = [
		name('customer', 0, customer => customer.name ?? customer.code, {least: 10, most: 30}),
		{
			...word('was', 2, ({tierBefore}) => tierBefore),
			paint: ({tierBefore}, text) => theme.tiers[tierBefore](text),
		},
		{
			kind: 'number',
			title: 'still buys',
			rank: 0,
			text: ({aliveBefore, alive}) =>
				`${formats.percent(aliveBefore, 0)} ${theme.glyphs.arrow} ${formats.percent(alive, 0)}`,
			short: ({alive}) => formats.percent(alive, 0),
			paint: (_, text) => theme.bad(text),
		},
		quiet(number('silent for', 3, ({silentDays}) => `${formats.count(silentDays)} d`)),
		wholeMoney('at stake', 1, ({valueLost}) => valueLost),
	];
	return (
		<Panel
			{...frame}
			list={list}
			measure="against a month ago"
			note={theme.muted(analysisNote(value, age))}
			rows={tableLines({rows: customers, columns, width: room, height: innerHeight(height), theme, list})}
		/>
	);
});
