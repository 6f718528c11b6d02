import type {AlertCondition} from '../../configuration/alert-rule.ts';
import type {Dashboard} from '../dashboard.ts';
import type {GoalStanding} from '../goal-standings.ts';

/** What rules are judged by, at one moment. */
export type AlertFacts = {
	readonly dashboard: Dashboard;
	/** How the goals stand; empty where no rule asks. */
	readonly goals: readonly GoalStanding[];
	/** Rows that imports rejected in the last hour. */
	readonly rejectedRows: number;
	/** All that there are, whether or not they sell; empty where no rule asks. */
	readonly categories: readonly string[];
};

/** Where a value stands beside the threshold of a rule, and about what. */
export type Measurement = {
	readonly value: number;
	readonly threshold: number;
	readonly side: 'above' | 'below';
	/** What it is about: a goal, a product, a category; empty where there is one only. */
	readonly subject: string;
};

/** @returns nothing where nobody can say yet */
export function measureAlert(condition: AlertCondition, facts: AlertFacts): Measurement | undefined {
	const {dashboard} = facts;
	switch (condition.when) {
		case 'pace':
			return worstGoal(condition.below, facts.goals);
		case 'silence': {
			const {lastSaleAt} = dashboard.freshness;
			return lastSaleAt === undefined
				? undefined
				: {
						value: dashboard.asOf - lastSaleAt,
						threshold: condition.aboveMs,
						side: 'above',
						subject: '',
					};
		}
		case 'stock':
			return condition.belowDays === 0 ? soldOut(dashboard) : scarcest(condition.belowDays, dashboard);
		case 'share': {
			const {category, above, below} = condition;
			if (unknownCategory(condition, facts) !== undefined) {
				return undefined;
			}
			const group = dashboard.categories.find(({name}) => name === category);
			return dashboard.kpis.revenue > 0
				? {
						value: group?.share ?? 0,
						threshold: above ?? below ?? 0,
						side: above === undefined ? 'below' : 'above',
						subject: category,
					}
				: undefined;
		}
		case 'rejects':
			return {value: facts.rejectedRows, threshold: condition.above, side: 'above', subject: ''};
	}
}

/** The category that a rule is about where there is none of that name; a shop without any may get it yet. */
export function unknownCategory(
	condition: AlertCondition,
	{categories}: Pick<AlertFacts, 'categories'>,
): string | undefined {
	return condition.when === 'share' && categories.length > 0 && !categories.includes(condition.category)
		? condition.category
		: undefined;
}

function worstGoal(threshold: number, goals: readonly GoalStanding[]): Measurement | undefined {
	const [worst] = goals
		.flatMap(({goal, pace}) =>
			pace.status === 'ready' && pace.dueByNow > 0
				? [{value: pace.soFar / pace.dueByNow, subject: `${goal.of} per ${goal.per}`}]
				: [],
		)
		.sort((a, b) => a.value - b.value);
	return worst && {...worst, threshold, side: 'below'};
}

/** How many counted products are sold out. */
function soldOut({lowStock}: Dashboard): Measurement | undefined {
	const out = lowStock.filter(({stock}) => stock <= 0);
	return lowStock.length === 0
		? undefined
		: {value: out.length, threshold: 0, side: 'above', subject: out[0]?.name ?? ''};
}

/** How many days the product lasts that is gone first. */
function scarcest(belowDays: number, {lowStock}: Dashboard): Measurement | undefined {
	const [first] = lowStock
		.map(({name, stock, coverDays}) => ({subject: name, value: stock <= 0 ? 0 : coverDays}))
		.sort((a, b) => a.value - b.value);
	return first && {...first, threshold: belowDays, side: 'below'};
}
