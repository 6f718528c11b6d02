import type {Analyses} from './analyses.ts';
import type {ToldInsight} from './read-insights.ts';
import {withInsights} from './with-insights.ts';

/** Writes what analyses say in words as a terminal can show it; what has not changed stays the same object. */
export function writtenAnalyses(write: (text: string) => string): (analyses: Analyses) => Analyses {
	const written = (insight: ToldInsight): ToldInsight => ({
		...insight,
		sentence: write(insight.sentence),
		evidence: write(insight.evidence),
		masked: {sentence: write(insight.masked.sentence), evidence: write(insight.masked.evidence)},
	});
	const known = new WeakMap<Analyses, Analyses>();

	return analyses => {
		const told = known.get(analyses) ?? {...analyses, insights: withInsights(analyses.insights, written)};
		known.set(analyses, told);
		return told;
	};
}
