import type {GoalStanding} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';

const periodNames = {day: 'today', week: 'this week', month: 'this month'} as const;

/** `€75,000 today`, `9,000 orders this week`. */
export function goalName(goal: GoalStanding['goal'], formats: Formats): string {
	const amount =
		goal.of === 'revenue' ? formats.wholeMoney(goal.amount) : `${formats.count(goal.amount)} orders`;
	return `${amount} ${periodNames[goal.per]}`;
}

/** What has come, against what is due by now. */
export function standInWords(standing: GoalStanding, formats: Formats): string {
	const {goal, pace} = standing;
	const lead = leadInWords(standing, formats);
	return pace.status === 'ready' ? `${writeOf(goal, formats)(pace.soFar)}, ${lead}` : lead;
}

/** `€1,578 ahead`, `on pace`, `met`. */
export function leadInWords({goal, pace}: GoalStanding, formats: Formats): string {
	if (pace.status === 'collecting') {
		return `collecting, ${formats.count(pace.daysHave)} of ${formats.count(pace.daysNeeded)} days`;
	}
	const {soFar, dueByNow} = pace;
	const lead = soFar - dueByNow;
	return soFar >= goal.amount
		? 'met'
		: Math.abs(lead) < 0.005 * goal.amount
			? 'on pace'
			: `${writeOf(goal, formats)(Math.abs(lead))} ${lead > 0 ? 'ahead' : 'behind'}`;
}

/** A goal in sentences: what has come against what is due, and where it is heading. */
export function goalInWords(standing: GoalStanding, formats: Formats): readonly string[] {
	const {goal, pace} = standing;
	const head = `Goal: ${goalName(goal, formats)}`;
	if (pace.status === 'collecting') {
		return [
			head,
			`Collecting: ${formats.count(pace.daysHave)} of ${formats.count(pace.daysNeeded)} days that tell what is usual`,
		];
	}
	const write = writeOf(goal, formats);
	const {mean, lo80, hi80} = pace.projected;
	return [
		head,
		`So far ${standInWords(standing, formats)}; due by now: ${write(pace.dueByNow)}`,
		`Heading for ${write(mean)}, 80 % between ${write(lo80)} and ${write(hi80)}; chance ${chanceInWords(pace.chance, formats)}`,
	];
}

/** No projection is certain. */
export function chanceInWords(chance: number, formats: Formats): string {
	return chance === 1
		? formats.percent(1, 0)
		: chance > 0.99
			? `over ${formats.percent(0.99, 0)}`
			: chance < 0.01
				? `under ${formats.percent(0.01, 0)}`
				: formats.percent(chance, 0);
}

const writeOf = (goal: GoalStanding['goal'], formats: Formats) =>
	goal.of === 'revenue' ? formats.wholeMoney : formats.count;
