import type {Analyses} from './analyses.ts';

/** Writes what analyses say in words as a terminal can show it; what has not changed stays the same object. */
export function writtenAnalyses(write: (text: string) => string): (analyses: Analyses) => Analyses {
	const insightsOf = (insights: Analyses['insights']): Analyses['insights'] =>
		insights.status === 'found' && insights.result.status === 'ready'
			? {
					...insights,
					result: {
						...insights.result,
						insights: insights.result.insights.map(insight => ({
							...insight,
							sentence: write(insight.sentence),
							evidence: write(insight.evidence),
							masked: {sentence: write(insight.masked.sentence), evidence: write(insight.masked.evidence)},
						})),
					},
				}
			: insights;
	const known = new WeakMap<Analyses, Analyses>();

	return analyses => {
		const written = known.get(analyses) ?? {...analyses, insights: insightsOf(analyses.insights)};
		known.set(analyses, written);
		return written;
	};
}
