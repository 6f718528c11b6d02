import type {GoalStanding} from '../dashboard/goal-standings.ts';
import type {Formats} from '../format.ts';
import {moneyToDecimal} from '../money.ts';
import {goalInWords} from '../views/goal-words.ts';
import {type RowField, type RowFormat, rowsText} from './print-rows.ts';

/** Goals and how they stand as text, without a line end. */
export function goalsText(standings: readonly GoalStanding[], formats: Formats, format: RowFormat): string {
	return format === 'table'
		? standings.map(standing => goalInWords(standing, formats).join('\n')).join('\n\n')
		: rowsText(standings, fields(formats), format);
}

/** The contract that users script against; money as decimal strings. */
function fields(formats: Formats): readonly RowField<GoalStanding>[] {
	const projected = (name: 'mean' | 'lo80' | 'hi80' | 'lo95' | 'hi95', title: string) =>
		amount(name, title, ({pace}) => (pace.status === 'ready' ? pace.projected[name] : undefined));
	const amount = (
		name: string,
		title: string,
		pick: (standing: GoalStanding) => number | undefined,
	): RowField<GoalStanding> => ({
		name,
		title,
		value(standing) {
			const value = pick(standing);
			const isMoney = standing.goal.of === 'revenue';
			return value === undefined ? undefined : isMoney ? moneyToDecimal(value) : Number(value.toFixed(1));
		},
		text(standing) {
			const value = pick(standing);
			const write = standing.goal.of === 'revenue' ? formats.wholeMoney : formats.count;
			return value === undefined ? '-' : write(value);
		},
	});
	return [
		{name: 'of', title: 'Goal', kind: 'word', value: ({goal}) => goal.of},
		{name: 'per', title: 'Per', kind: 'word', value: ({goal}) => goal.per},
		amount('goal', 'Amount', ({goal}) => goal.amount),
		{name: 'from', title: 'From', value: ({period}) => new Date(period.from).toISOString()},
		{name: 'to', title: 'To', value: ({period}) => new Date(period.to).toISOString()},
		{name: 'status', title: 'Status', kind: 'word', value: ({pace}) => pace.status},
		amount('soFar', 'So far', ({pace}) => (pace.status === 'ready' ? pace.soFar : undefined)),
		amount('dueByNow', 'Due by now', ({pace}) => (pace.status === 'ready' ? pace.dueByNow : undefined)),
		projected('mean', 'Projected'),
		projected('lo80', '80 % from'),
		projected('hi80', 'to'),
		projected('lo95', '95 % from'),
		projected('hi95', 'to'),
		{
			name: 'chance',
			title: 'Chance',
			value: ({pace}) => (pace.status === 'ready' ? Number(pace.chance.toFixed(4)) : undefined),
			text: ({pace}) => (pace.status === 'ready' ? formats.percent(pace.chance, 0) : '-'),
		},
	];
}
