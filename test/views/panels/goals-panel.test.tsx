import {expect, test} from 'vitest';
import type {GoalStanding} from '../../../source/dashboard/dashboard.ts';
import {moneyScale} from '../../../source/money.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {GoalsPanel} from '../../../source/views/panels/goals-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testFormats} from '../../helpers/dashboard.ts';

const euros = (amount: number) => amount * moneyScale;
const projection = (mean: number, spread: number) => ({
	mean,
	lo80: mean - spread,
	hi80: mean + spread,
	lo95: mean - 2 * spread,
	hi95: mean + 2 * spread,
});

const goals: readonly GoalStanding[] = [
	{
		goal: {of: 'revenue', amount: euros(75_000), per: 'day'},
		period: {from: 0, to: 1},
		pace: {
			status: 'ready',
			soFar: euros(35_030),
			dueByNow: euros(33_452),
			projected: projection(euros(78_514), euros(4800)),
			chance: 0.83,
		},
	},
	{
		goal: {of: 'orders', amount: 9000, per: 'week'},
		period: {from: 0, to: 1},
		pace: {status: 'ready', soFar: 4000, dueByNow: 5100, projected: projection(7300, 200), chance: 0.001},
	},
	{
		goal: {of: 'orders', amount: 40_000, per: 'month'},
		period: {from: 0, to: 1},
		pace: {status: 'collecting', daysHave: 12, daysNeeded: 28},
	},
];

const frame = (width: number) =>
	frameText(
		<GoalsPanel
			goals={goals}
			width={width}
			height={5}
			formats={testFormats}
			theme={createTheme({depth: 'none'})}
		/>,
	).split('\n');

test('each goal has its progress, its stand, where it is heading and the chance', () => {
	expect(frame(118)).toEqual([
		'╭─ Goals ────────────────────────────────────────────────────────────────────────────────────── so far, heading for ─╮',
		'│ €75,000 today             ███████▌          €35,030, €1,578 ahead      → €78.5k (€73.7k – €83.3k)       chance 83% │',
		'│ 9,000 orders this week    ███████▏          4,000, 1,100 behind        → 7,300 (7,100 – 7,500)     chance under 1% │',
		'│ 40,000 orders this month                    collecting, 12 of 28 days                                              │',
		'╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯',
	]);
});

test('a narrow one keeps the goal and its stand', () => {
	expect(frame(60)).toEqual([
		'╭─ Goals ──────────────────────────── so far, heading for ─╮',
		'│ €75,000 today             €35,030, €1,578 ahead          │',
		'│ 9,000 orders this week    4,000, 1,100 behind            │',
		'│ 40,000 orders this month  collecting, 12 of 28 days      │',
		'╰──────────────────────────────────────────────────────────╯',
	]);
});
