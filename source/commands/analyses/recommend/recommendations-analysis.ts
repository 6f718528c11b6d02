import {neighbourLists} from '../../../analytics/recommendations/neighbour-lists.ts';
import {createRecommender} from '../../../analytics/recommendations/recommender.ts';
import type {Store} from '../../../store/open-store.ts';
import {firstOrderAt} from '../../../store/orders/extent.ts';
import type {Analysis, FreshResult} from '../analysis.ts';
import {type Answer, answer, recommendJson} from './recommend-answer.ts';
import {recommendSubjectFromStore} from './recommend-subject.ts';

/** How many pairs a kept result names. */
const pairsKept = 50;

/** What is kept of an answer; pairs beyond what a screen shows are left out. */
export function recommendationsResult(store: Store, found: Answer): FreshResult {
	const from = firstOrderAt(store.db)();
	const {asOf} = found.subject;
	return {
		span: from === undefined || asOf === undefined || from > asOf ? undefined : {from, to: asOf},
		model: 'item-to-item cosine',
		result: recommendJson({...found, recommendations: found.recommendations.slice(0, pairsKept)}),
	};
}

export const recommendationsAnalysis: Analysis = {
	what: 'recommendations',
	subject: '',
	inputs: {command: 'recommend', flags: {limit: String(pairsKept)}},
	async run({store, asOf}) {
		const subject = recommendSubjectFromStore(store, asOf);
		const recommender = createRecommender(subject.purchases, 'customers');
		return {
			...recommendationsResult(store, answer({kind: 'pairs'}, subject, recommender, pairsKept)),
			...(recommender.status === 'ready' && {
				details: neighbourLists(
					recommender,
					subject.products.map(({id}) => id!),
				),
			}),
		};
	},
};
