import {createListeners} from '../../listeners.ts';
import type {AnalysesControl, AnalysisRun} from '../../views/analysis-run.ts';
import {type AnalysisName, analysisKey} from './analysis.ts';

/** How far a run of analyses is, for whoever subscribes. */
export type AnalysisProgress = Pick<AnalysesControl, 'getSnapshot' | 'subscribe'> & {
	/** A run of these has begun, which are told of in this order. */
	readonly begin: (analyses: readonly AnalysisName[]) => void;
	readonly noteDone: (analysis: AnalysisName, hasFailed: boolean) => void;
	/** @param hasFailed so that those which are not done count as failed */
	readonly end: (hasFailed: boolean) => void;
	/** Nobody hears of it any more. */
	readonly stop: () => void;
};

/** @param now UTC milliseconds */
export function analysisProgress(now: () => number): AnalysisProgress {
	const listeners = createListeners();
	let run: AnalysisRun | undefined;
	let beganAt = 0;
	/** Those that have not been heard of. */
	let awaited: readonly AnalysisName[] = [];

	const tell = (next: Omit<AnalysisRun, 'elapsedMs'>) => {
		run = {...next, elapsedMs: now() - beganAt};
		listeners.tell();
	};
	return {
		getSnapshot: () => run,
		subscribe: listeners.subscribe,
		begin(analyses) {
			beganAt = now();
			awaited = analyses;
			tell({done: 0, total: analyses.length, failed: 0, current: titleOf(analyses[0])});
		},
		noteDone(analysis, hasFailed) {
			const left = awaited.filter(other => analysisKey(other) !== analysisKey(analysis));
			if (run && left.length < awaited.length) {
				awaited = left;
				tell({
					...run,
					done: run.done + 1,
					failed: run.failed + (hasFailed ? 1 : 0),
					current: titleOf(left[0]),
				});
			}
		},
		end(hasFailed) {
			if (run) {
				tell({...run, failed: run.failed + (hasFailed ? awaited.length : 0), current: undefined});
			}
		},
		stop: listeners.clear,
	};
}

/** `forecast of revenue per day`. */
function titleOf(analysis: AnalysisName | undefined): string | undefined {
	return analysis && [analysis.what.replaceAll('-', ' '), analysis.subject].filter(Boolean).join(' of ');
}
