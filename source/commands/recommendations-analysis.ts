import {neighbourLists} from '../analytics/recommendations/neighbour-lists.ts';
import {createRecommender} from '../analytics/recommendations/recommender.ts';
import {firstOrderAt} from '../store/extent.ts';
import type {Analysis} from './analysis.ts';
import {answer, recommendJson} from './recommend-answer.ts';
import {subjectFromStore} from './recommend-subject.ts';

/** How many pairs a kept result names. */
const pairsKept = 50;

export const recommendationsAnalysis: Analysis = {
	what: 'recommendations',
	subject: '',
	inputs: {command: 'recommend', flags: {limit: String(pairsKept)}},
	async run({store, asOf}) {
		const subject = subjectFromStore(store, asOf);
		const recommender = createRecommender(subject.purchases, 'customers');
		const from = firstOrderAt(store.db)();
		return {
			span: from === undefined || from > asOf ? undefined : {from, to: asOf},
			model: 'item-to-item cosine',
			result: recommendJson(answer({kind: 'pairs'}, subject, recommender, pairsKept)),
			...(recommender.status === 'ready' && {
				details: neighbourLists(
					recommender,
					subject.products.map(({id}) => id!),
				),
			}),
		};
	},
};
