import type {Analyses} from './analyses.ts';
import type {ToldInsight} from './read-insights.ts';

/** The same, where insights were found, with each of them told otherwise. */
export function withInsights(
	insights: Analyses['insights'],
	tell: (insight: ToldInsight) => ToldInsight,
): Analyses['insights'] {
	return insights.status === 'found' && insights.result.status === 'ready'
		? {...insights, result: {...insights.result, insights: insights.result.insights.map(tell)}}
		: insights;
}
