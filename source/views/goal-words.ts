import type {GoalStanding} from '../dashboard/goal-standings.ts';
import type {Formats} from '../format.ts';

const periodName = {day: 'today', week: 'this week', month: 'this month'} as const;

/** How a goal stands: what it is, what has come against what is due, and where it is heading. */
export function goalInWords({goal, pace}: GoalStanding, formats: Formats): readonly string[] {
	const write = goal.of === 'revenue' ? formats.wholeMoney : formats.count;
	const unit = goal.of === 'revenue' ? 'revenue' : 'orders';
	const head = `Goal ${periodName[goal.per]}: ${write(goal.amount)} ${unit}`;
	if (pace.status === 'collecting') {
		return [
			head,
			`Collecting: ${formats.count(pace.daysHave)} of ${formats.count(pace.daysNeeded)} days that tell what is usual`,
		];
	}
	const {soFar, dueByNow, projected, chance} = pace;
	const lead = soFar - dueByNow;
	const stand =
		soFar >= goal.amount
			? 'met'
			: Math.abs(lead) < 0.005 * goal.amount
				? 'on pace'
				: `${write(Math.abs(lead))} ${lead > 0 ? 'ahead of' : 'behind'} the ${write(dueByNow)} due by now`;
	return [
		head,
		`So far ${write(soFar)}: ${stand}`,
		`Heading for ${write(projected.mean)}, 80 % between ${write(projected.lo80)} and ${write(projected.hi80)}; chance ${chanceInWords(chance, formats)}`,
	];
}

/** No projection is certain. */
function chanceInWords(chance: number, formats: Formats): string {
	return chance === 1
		? formats.percent(1, 0)
		: chance > 0.99
			? `over ${formats.percent(0.99, 0)}`
			: chance < 0.01
				? `under ${formats.percent(0.01, 0)}`
				: formats.percent(chance, 0);
}
