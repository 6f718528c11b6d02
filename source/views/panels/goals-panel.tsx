import {memo} from 'react';
import type {GoalStanding} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {padEnd} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {chanceInWords, goalName, leadInWords, standInWords} from '../words/goal-words.ts';

export type GoalsPanelProps = Frame & {readonly goals: readonly GoalStanding[]};

/** A line for each goal: how far it has come, against what is due, and where it is heading. */
export const GoalsPanel = memo(function GoalsPanel(props: GoalsPanelProps) {
	const {goals, width, height, theme, formats, isFocused} = props;
	const ready = ({pace}: GoalStanding) => (pace.status === 'ready' ? pace : undefined);
	const isBehind = (standing: GoalStanding) => {
		const pace = ready(standing);
		return pace !== undefined && pace.soFar < pace.dueByNow && pace.chance < 1;
	};
	const paintStand = (standing: GoalStanding) => (isBehind(standing) ? theme.bad : theme.good);
	const heading = (isShort: boolean) => (standing: GoalStanding) => {
		const pace = ready(standing);
		if (!pace) {
			return '';
		}
		const isMoney = standing.goal.of === 'revenue';
		const write = isMoney ? formats.shortMoney : formats.shortCount;
		const {mean, lo80, hi80} = pace.projected;
		const to = `${theme.glyphs.arrow} ${write(mean)}`;
		return isShort ? to : `${to} (${write(lo80)} ${theme.glyphs.dash} ${write(hi80)})`;
	};
	const columns: readonly Column<GoalStanding>[] = [
		{kind: 'number', align: 'left', title: '', rank: 0, text: ({goal}) => goalName(goal, formats)},
		{
			kind: 'drawn',
			title: '',
			rank: 4,
			least: 8,
			most: 30,
			draw(standing, columnsOfBar) {
				const soFar = ready(standing)?.soFar ?? 0;
				return paintStand(standing)(
					padEnd(bar(soFar, standing.goal.amount, columnsOfBar, theme.glyphs), columnsOfBar),
				);
			},
		},
		{
			kind: 'number',
			align: 'left',
			title: '',
			rank: 1,
			text: standing => standInWords(standing, formats),
			short: standing => leadInWords(standing, formats),
			paint: (standing, text) => paintStand(standing)(text),
		},
		{
			kind: 'number',
			align: 'left',
			title: '',
			rank: 3,
			text: heading(false),
			short: heading(true),
			paint: (_, text) => theme.forecast(text),
		},
		{
			kind: 'number',
			title: '',
			rank: 2,
			text(standing) {
				const pace = ready(standing);
				return pace ? `chance ${chanceInWords(pace.chance, formats)}` : '';
			},
			paint: (standing, text) => paintStand(standing)(text),
		},
	];
	return (
		<Panel
			{...{width, height, theme, isFocused}}
			title="Goals"
			measure="so far, heading for"
			rows={tableLines({
				rows: goals,
				columns,
				width: innerWidth(width),
				height: innerHeight(height),
				theme,
				hasHead: false,
			})}
		/>
	);
});
