import {moneyToDecimal} from '../money.ts';
import type {GoalStanding} from './goal-standings.ts';

/** A goal as scripts read it: money as decimal strings, nulls while it is collecting. The names are a contract. */
export function goalToJson({goal, period, pace}: GoalStanding) {
	const amount = (value: number) =>
		goal.of === 'revenue' ? moneyToDecimal(value) : Number(value.toFixed(1));
	const ready = pace.status === 'ready' ? pace : undefined;
	const known = (value: number | undefined) => (value === undefined ? null : amount(value));
	return {
		of: goal.of,
		per: goal.per,
		goal: amount(goal.amount),
		from: new Date(period.from).toISOString(),
		to: new Date(period.to).toISOString(),
		status: pace.status,
		soFar: known(ready?.soFar),
		dueByNow: known(ready?.dueByNow),
		mean: known(ready?.projected.mean),
		lo80: known(ready?.projected.lo80),
		hi80: known(ready?.projected.hi80),
		lo95: known(ready?.projected.lo95),
		hi95: known(ready?.projected.hi95),
		chance: ready ? Number(ready.chance.toFixed(4)) : null,
	};
}
