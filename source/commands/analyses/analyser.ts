import {localDay, minuteMs, type Zone} from '../../business-time.ts';
import type {Analyses} from '../../dashboard/analyses.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import type {Store} from '../../store/open-store.ts';
import type {AnalysesControl} from '../../views/analysis-run.ts';
import {analyses} from './analyses.ts';
import {analysisOutcomes} from './analysis-outcomes.ts';
import {type StartProgram, startAnalysisProcess} from './analysis-process.ts';
import {analysisProgress} from './analysis-progress.ts';

/** What a screen knows of analyses, and what makes them anew. */
export type Analyser = {
	/** As they were known at a moment. The same object as long as nothing new came. */
	readonly analysesAt: (asOf: number) => Analyses;
	/**
	 * Runs them if it is time: there were sales since, or another day has begun, and the last results
	 * are old enough. Costs nothing if it is not; call it after every read.
	 */
	readonly consider: (shown: ShownSales) => void;
	/** Runs them at once, unless they are running. */
	readonly runNow: AnalysesControl['runNow'];
	readonly getSnapshot: AnalysesControl['getSnapshot'];
	readonly subscribe: AnalysesControl['subscribe'];
	readonly stop: () => void;
};

/** What the screen shows when it asks. */
export type ShownSales = Pick<Dashboard, 'asOf' | 'moment' | 'arrivals'>;

export type AnalyserOptions = {
	/** Only read from. */
	readonly store: Store;
	readonly database: string;
	readonly zone: Zone;
	/** What else the command line of this screen said, such as `--config`: for the one of the analyses too. */
	readonly flags?: readonly string[];
	/** Whether what is found is kept; where it may not be written, nothing is. */
	readonly keepsResults: boolean;
	/** Whether it is another time there than the system's: then the analyses are told. @default false */
	readonly hasOwnClock?: boolean;
	/** Hears that something new is known. */
	readonly onChange: () => void;
	/** UTC milliseconds. */
	readonly now?: () => number;
	readonly startProgram?: StartProgram;
};

/** Results stay for so long at least, and for a hundred times as long as it took to make them. */
const leastAgeMs = 15 * minuteMs;
const agePerElapsed = 100;

/**
 * Runs the analyses of a screen in a process of their own, which is there for seconds: their libraries
 * take 70 MB, and a fit keeps a processor busy, both of which the screen has no room for. It has the
 * lowest priority, so that no key waits for it, and it ends with the screen.
 */
export function startAnalyser({
	store,
	database,
	zone,
	flags = [],
	keepsResults,
	hasOwnClock = false,
	onChange,
	now = Date.now,
	startProgram,
}: AnalyserOptions): Analyser {
	const outcomes = analysisOutcomes(store, zone);
	const progress = analysisProgress(now);
	let endProcess: (() => void) | undefined;
	let isStopped = false;
	let last:
		| {readonly madeAt: number; readonly asOf: number; readonly arrivals: number; readonly tookMs: number}
		| undefined;
	let shownLast: ShownSales | undefined;

	const run = ({asOf, moment, arrivals}: ShownSales, names: readonly string[]) => {
		const startedAt = now();
		endProcess = startAnalysisProcess({
			...{names, database, zone, flags, keepsResults, startProgram},
			asOf: moment !== 'now' || hasOwnClock ? asOf : undefined,
			onLine(line) {
				outcomes.take(line);
				progress.noteDone(line, line.problem !== undefined);
				onChange();
			},
			onEnd(problem) {
				endProcess = undefined;
				last = {madeAt: now(), asOf, arrivals, tookMs: now() - startedAt};
				progress.end(problem !== undefined);
				if (problem !== undefined && !isStopped) {
					outcomes.blame(asOf, problem);
					onChange();
				}
			},
		});
		progress.begin(names.length === 0 ? analyses : analyses.filter(({what}) => names.includes(what)));
	};

	const isDue = ({asOf, moment, arrivals}: ShownSales) => {
		const isNow = moment === 'now';
		const made = last ?? outcomes.newest();
		if (!made || (isNow ? localDay(zone, made.asOf) < localDay(zone, asOf) : made.asOf < asOf)) {
			return true;
		}
		const hasSold = last?.arrivals !== arrivals;
		const ageMs = now() - made.madeAt;
		return hasSold && isNow && ageMs > Math.max(leastAgeMs, agePerElapsed * (last?.tookMs ?? 0));
	};

	/** The names of those that may have something new to say; none where that is all of them. */
	const dueNames = (asOf: number): readonly string[] => {
		const due = analyses.filter(analysis => {
			const {found, problem} = outcomes.outcomeOf(analysis);
			const isOfToday = found && localDay(zone, found.asOf) === localDay(zone, asOf);
			return !analysis.isDaily || !isOfToday || problem !== undefined;
		});
		return due.length === analyses.length ? [] : [...new Set(due.map(({what}) => what))];
	};

	return {
		analysesAt: outcomes.analysesAt,
		consider(shown) {
			shownLast = shown;
			if (isStopped || endProcess || !isDue(shown)) {
				return;
			}
			// Another screen may have made them meanwhile.
			outcomes.readKept(shown.asOf);
			if (isDue(shown)) {
				run(shown, dueNames(shown.asOf));
			} else {
				onChange();
			}
		},
		runNow() {
			if (!isStopped && !endProcess && shownLast) {
				run(shownLast, []);
			}
		},
		getSnapshot: progress.getSnapshot,
		subscribe: progress.subscribe,
		stop() {
			isStopped = true;
			progress.stop();
			endProcess?.();
		},
	};
}
