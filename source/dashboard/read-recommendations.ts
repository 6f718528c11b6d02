import type {NeighbourLists} from '../analytics/recommendations/neighbour-lists.ts';
import {type JsonFields, jsonFields} from './json-fields.ts';

/** Which products go together best, and how often lists of such products were right. */
export type Recommendations =
	| {readonly status: 'collecting'; readonly customersHave: number; readonly customersNeeded: number}
	| {
			readonly status: 'ready';
			/** Absent while too few customers have ordered twice. */
			readonly trial: RecommendationTrial | undefined;
			readonly pairs: readonly ProductPair[];
			/** Of every product; absent where only the summary was kept. */
			readonly lists: NeighbourLists | undefined;
	  };

/** On last orders that the model had not seen, given the first product of each. */
export type RecommendationTrial = {
	readonly orders: number;
	/** How often one of five was in the order, also of best sellers, and by chance. */
	readonly hitRate: number;
	readonly popularity: number;
	readonly random: number;
	readonly verdict: string;
};

export type ProductPair = {
	/** Who has this … */
	readonly first: string;
	/** … buys that. */
	readonly second: string;
	readonly firstId: number;
	readonly secondId: number;
	readonly stock: number | undefined;
	readonly confidence: number;
	readonly lift: number;
	/** How many customers bought both, also in words. */
	readonly both: number;
	readonly reason: string;
};

/** @throws Error where the JSON is not what `salesmon recommend` prints of pairs */
export function readRecommendations(json: unknown, details: unknown): Recommendations {
	const {text, number, object, list} = jsonFields(json);
	if (text('status') === 'collecting') {
		return {
			status: 'collecting',
			customersHave: number('ownersHave'),
			customersNeeded: number('ownersNeeded'),
		};
	}
	const score = object('score');
	return {
		status: 'ready',
		trial: score.has('product') ? trialOf(score.object('product')) : undefined,
		pairs: list('recommendations').map(pairOf),
		lists: details === undefined ? undefined : listsOf(details),
	};
}

function trialOf({text, number}: JsonFields): RecommendationTrial {
	return {
		orders: number('orders'),
		hitRate: number('hitRate'),
		popularity: number('popularity'),
		random: number('random'),
		verdict: text('verdict'),
	};
}

function pairOf({text, textOr, number, numberOr}: JsonFields): ProductPair {
	return {
		first: textOr('withName', text('with')),
		second: textOr('name', text('product')),
		firstId: number('withId'),
		secondId: number('productId'),
		stock: numberOr('stock', undefined),
		confidence: number('confidence'),
		lift: number('lift'),
		both: number('both'),
		reason: text('reason'),
	};
}

/** The lists themselves are as they were written: to look at all of them would cost what they save. */
function listsOf(details: unknown): NeighbourLists {
	const fields = jsonFields(details);
	fields.object('products');
	fields.number('owners');
	return details as NeighbourLists;
}
