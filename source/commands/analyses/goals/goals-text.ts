import {goalToJson} from '../../../dashboard/goal-json.ts';
import type {GoalStanding} from '../../../dashboard/goal-standings.ts';
import type {Formats} from '../../../format.ts';
import {goalInWords} from '../../../views/words/goal-words.ts';
import {type RowField, type RowFormat, rowsText} from '../../command-line/print-rows.ts';

/** Goals and how they stand as text, without a line end. */
export function goalsText(standings: readonly GoalStanding[], formats: Formats, format: RowFormat): string {
	return format === 'table'
		? standings.map(standing => goalInWords(standing, formats).join('\n')).join('\n\n')
		: rowsText(standings, fields(formats), format);
}

type Name = keyof ReturnType<typeof goalToJson>;

function fields(formats: Formats): readonly RowField<GoalStanding>[] {
	const field = (name: Name, title: string): RowField<GoalStanding> => ({
		name,
		title,
		value: standing => goalToJson(standing)[name] ?? undefined,
	});
	const word = (name: Name, title: string): RowField<GoalStanding> => ({...field(name, title), kind: 'word'});
	const amount = (name: Name, title: string, pick: (standing: GoalStanding) => number | undefined) => ({
		...field(name, title),
		text(standing: GoalStanding) {
			const value = pick(standing);
			const write = standing.goal.of === 'revenue' ? formats.wholeMoney : formats.count;
			return value === undefined ? '-' : write(value);
		},
	});
	const ready = ({pace}: GoalStanding) => (pace.status === 'ready' ? pace : undefined);
	const projected = (name: 'mean' | 'lo80' | 'hi80' | 'lo95' | 'hi95', title: string) =>
		amount(name, title, standing => ready(standing)?.projected[name]);
	return [
		word('of', 'Goal'),
		word('per', 'Per'),
		amount('goal', 'Amount', ({goal}) => goal.amount),
		field('from', 'From'),
		field('to', 'To'),
		word('status', 'Status'),
		amount('soFar', 'So far', standing => ready(standing)?.soFar),
		amount('dueByNow', 'Due by now', standing => ready(standing)?.dueByNow),
		projected('mean', 'Projected'),
		projected('lo80', '80 % from'),
		projected('hi80', 'to'),
		projected('lo95', '95 % from'),
		projected('hi95', 'to'),
		{
			...field('chance', 'Chance'),
			text: standing => {
				const chance = ready(standing)?.chance;
				return chance === undefined ? '-' : formats.percent(chance, 0);
			},
		},
	];
}
