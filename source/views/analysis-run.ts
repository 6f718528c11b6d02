import type {Analyses} from '../dashboard/dashboard.ts';
import {ageWords, durationWords} from '../duration.ts';

/** How far a run of the analyses is, or how the last one went. */
export type AnalysisRun = {
	readonly done: number;
	readonly total: number;
	/** How many of those done broke down. */
	readonly failed: number;
	/** What is being worked out; absent once the run has ended. */
	readonly current: string | undefined;
	/** When it was looked at last. */
	readonly elapsedMs: number;
};

/** Runs the analyses when it is asked to, and tells how far they are. */
export type AnalysesControl = {
	readonly runNow: () => void;
	/** The same object until the run has come further; absent before the first one. */
	readonly getSnapshot: () => AnalysisRun | undefined;
	readonly subscribe: (listener: () => void) => () => void;
};

/** `analyses: 3 of 8 done after 4 s, now recommendations; what is shown is 12 min old`. */
export function analysisRunWords(run: AnalysisRun | undefined, analyses: Analyses, now: number): string {
	if (!run) {
		return 'analyses: they start as soon as the sales have been read';
	}
	const {done, total, failed, current, elapsedMs} = run;
	const failures = failed > 0 ? `, ${failed} failed` : '';
	if (current === undefined) {
		return `analyses: ${done} of ${total} done in ${durationWords(elapsedMs)}${failures}${shownWords(analyses, now)}`;
	}
	return `analyses: ${done} of ${total} done after ${durationWords(elapsedMs)}${failures}, now ${current}${shownWords(analyses, now)}`;
}

/** The age of the oldest result on the screen. */
function shownWords(analyses: Analyses, now: number): string {
	const moments = Object.values(analyses).flatMap(analysed =>
		analysed.status === 'found' ? [analysed.asOf] : [],
	);
	if (moments.length === 0) {
		return '';
	}
	const age = ageWords(Math.min(...moments), now);
	return age === 'just now' ? '; what is shown is of just now' : `; what is shown is up to ${age}`;
}
