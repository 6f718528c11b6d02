import type {Zone} from '../../business-time.ts';
import {type Analyses, type Outcome, readAnalyses} from '../../dashboard/analyses.ts';
import type {Store} from '../../store/open-store.ts';
import {analyses} from './analyses.ts';
import {type AnalysisName, analysisKey} from './analysis.ts';
import type {AnalysisLine} from './analysis-process.ts';
import {keptAnalyses} from './kept-analyses.ts';

/** What a screen knows of analyses: what was kept, and what runs have told since. */
export type AnalysisOutcomes = {
	/** As they were known at a moment. The same object as long as nothing new came. */
	readonly analysesAt: (asOf: number) => Analyses;
	readonly outcomeOf: (analysis: AnalysisName) => Outcome;
	/** When anything was made last, and up to when the newest result counts sales; absent where there is none. */
	readonly newest: () => {readonly madeAt: number; readonly asOf: number} | undefined;
	/** Takes over what is kept up to a moment. */
	readonly readKept: (asOf: number) => void;
	/** Takes over what a run says of one analysis. */
	readonly take: (line: AnalysisLine) => void;
	/** A run up to a moment broke down: what was found before goes on being shown, with the reason. */
	readonly blame: (asOf: number, problem: string) => void;
};

/** Results that are kept are read from the database when they are asked for first. */
export function analysisOutcomes(store: Store, zone: Zone): AnalysisOutcomes {
	const kept = keptAnalyses(store, zone);
	const outcomes = new Map<string, Outcome>();
	let known: {readonly from: number; readonly analyses: Analyses} | undefined;
	let looked: {readonly asOf: number; readonly analyses: Analyses} | undefined;

	const outcomeOf = (analysis: AnalysisName) => outcomes.get(analysisKey(analysis)) ?? {};
	const newest = () => {
		const results = [...outcomes.values()].flatMap(({found}) => (found ? [found] : []));
		return results.length === 0
			? undefined
			: {
					madeAt: Math.max(...results.map(({madeAt}) => madeAt)),
					asOf: Math.max(...results.map(({asOf}) => asOf)),
				};
	};
	const publish = () => {
		known = {
			from: newest()?.asOf ?? Number.NEGATIVE_INFINITY,
			analyses: readAnalyses((what, subject) => outcomeOf({what, subject})),
		};
		return known;
	};
	const readKept = (asOf: number) => {
		for (const analysis of analyses) {
			const found = kept.latest(analysis, asOf);
			if (found && found.asOf > (outcomeOf(analysis).found?.asOf ?? Number.NEGATIVE_INFINITY)) {
				outcomes.set(analysisKey(analysis), {found});
			}
		}
		return publish();
	};

	return {
		analysesAt(asOf) {
			known ??= readKept(asOf);
			if (asOf >= known.from) {
				return known.analyses;
			}
			if (looked?.asOf !== asOf) {
				looked = {asOf, analyses: kept.at(asOf)};
			}
			return looked.analyses;
		},
		outcomeOf,
		newest,
		readKept,
		take(line) {
			const {problem, found} = line;
			outcomes.set(analysisKey(line), problem === undefined ? {found} : {...outcomeOf(line), problem});
			publish();
		},
		blame(asOf, problem) {
			for (const analysis of analyses) {
				const before = outcomeOf(analysis);
				if (!before.found || before.found.asOf < asOf) {
					outcomes.set(analysisKey(analysis), {...before, problem: before.problem ?? problem});
				}
			}
			publish();
		},
	};
}
