import {type ChildProcess, spawn} from 'node:child_process';
import {constants, setPriority} from 'node:os';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {localDay, minuteMs, type Zone} from '../../business-time.ts';
import {type Analyses, type Found, type Outcome, readAnalyses} from '../../dashboard/analyses.ts';
import {createListeners} from '../../listeners.ts';
import type {Store} from '../../store/open-store.ts';
import type {AnalysesControl, AnalysisRun} from '../../views/analysis-run.ts';
import {analyses} from './analyses.ts';
import type {Analysis} from './analysis.ts';
import {keptAnalyses} from './kept-analyses.ts';

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
export type ShownSales = {
	/** UTC milliseconds. */
	readonly asOf: number;
	/** Whether that is not the present. */
	readonly isPast: boolean;
	/** Moves with every order. */
	readonly arrivals: number;
};

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
	/** Starts `salesmon` with these arguments, in a process of its own. */
	readonly startProgram?: (argv: readonly string[]) => ChildProcess;
};

/** Results stay for so long at least, and for a hundred times as long as it took to make them. */
const leastAgeMs = 15 * minuteMs;
const agePerElapsed = 100;

/** What takes longer has gone astray. */
const patienceMs = 10 * minuteMs;

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
	startProgram = startSalesmon,
}: AnalyserOptions): Analyser {
	const kept = keptAnalyses(store, zone);
	const outcomes = new Map<string, Outcome>();
	let known: {readonly from: number; readonly analyses: Analyses} | undefined;
	let looked: {readonly asOf: number; readonly analyses: Analyses} | undefined;
	let child: ChildProcess | undefined;
	let isStopped = false;
	let last:
		| {readonly at: number; readonly asOf: number; readonly arrivals: number; readonly tookMs: number}
		| undefined;
	let shownLast: ShownSales | undefined;
	const listeners = createListeners();
	let progress: AnalysisRun | undefined;
	/** Those of the run that have not been heard of, in their order; and when it began. */
	let awaited: {readonly analyses: readonly Analysis[]; readonly since: number} = {analyses: [], since: 0};

	const tellProgress = (change: Partial<AnalysisRun>) => {
		const before = progress ?? {done: 0, total: 0, failed: 0, current: undefined};
		progress = {...before, ...change, elapsedMs: now() - awaited.since};
		listeners.tell();
	};

	const publish = () => {
		const moments = [...outcomes.values()].flatMap(({found}) => (found ? [found.asOf] : []));
		known = {
			from: Math.max(...moments, Number.NEGATIVE_INFINITY),
			analyses: readAnalyses((what, subject) => outcomes.get(keyOf({what, subject})) ?? {}),
		};
		return known;
	};
	/** Takes over what is kept up to a moment. */
	const readKept = (asOf: number) => {
		for (const analysis of analyses) {
			const found = kept.latest(analysis, asOf);
			const before = outcomes.get(keyOf(analysis))?.found;
			if (found && found.asOf > (before?.asOf ?? Number.NEGATIVE_INFINITY)) {
				outcomes.set(keyOf(analysis), {found});
			}
		}
		return publish();
	};

	const hear = (text: string) => {
		const line = parseLine(text);
		if (!line) {
			return;
		}
		const before = outcomes.get(keyOf(line));
		outcomes.set(
			keyOf(line),
			line.problem === undefined ? {found: line.found} : {...before, problem: line.problem},
		);
		publish();
		noteHeard(line);
		onChange();
	};

	const noteHeard = (line: Line) => {
		const left = awaited.analyses.filter(analysis => keyOf(analysis) !== keyOf(line));
		if (left.length < awaited.analyses.length) {
			awaited = {...awaited, analyses: left};
			tellProgress({
				done: (progress?.done ?? 0) + 1,
				failed: (progress?.failed ?? 0) + (line.problem === undefined ? 0 : 1),
				current: left[0] && titleOf(left[0]),
			});
		}
	};

	/** The names of those that may have something new to say; none where that is all of them. */
	const dueNames = (asOf: number): readonly string[] => {
		const due = analyses.filter(analysis => {
			const {found, problem} = outcomes.get(keyOf(analysis)) ?? {};
			const isOfToday = found && localDay(zone, found.asOf) === localDay(zone, asOf);
			return !analysis.isDaily || !isOfToday || problem !== undefined;
		});
		return due.length === analyses.length ? [] : [...new Set(due.map(({what}) => what))];
	};

	const run = (shown: ShownSales, names: readonly string[]) => {
		const startedAt = now();
		const {asOf, isPast, arrivals} = shown;
		const argv = [
			...['analyse', ...names, '--quiet', '--details', '--db', database, '--tz', zone.name, ...flags],
			...(isPast || hasOwnClock ? ['--as-of', new Date(asOf).toISOString()] : []),
			...(keepsResults ? [] : ['--no-keep']),
		];
		const started = startProgram(argv);
		child = started;
		const all = names.length === 0 ? analyses : analyses.filter(({what}) => names.includes(what));
		awaited = {analyses: all, since: startedAt};
		tellProgress({done: 0, total: all.length, failed: 0, current: all[0] && titleOf(all[0])});
		let complaint = '';
		const deadline = setTimeout(() => started.kill('SIGKILL'), patienceMs);
		if (started.stdout) {
			createInterface({input: started.stdout}).on('line', hear);
		}
		started.stderr?.on('data', chunk => {
			complaint = `${complaint}${String(chunk)}`.slice(-500);
		});
		const end = (problem: string | undefined) => {
			clearTimeout(deadline);
			if (child !== started) {
				return;
			}
			child = undefined;
			last = {at: now(), asOf, arrivals, tookMs: now() - startedAt};
			tellProgress({
				current: undefined,
				failed: (progress?.failed ?? 0) + (problem === undefined ? 0 : awaited.analyses.length),
			});
			if (problem !== undefined && !isStopped) {
				// Those that found something before go on being shown, with the reason.
				for (const analysis of analyses) {
					const before = outcomes.get(keyOf(analysis));
					if (!before?.found || before.found.asOf < asOf) {
						outcomes.set(keyOf(analysis), {...before, problem: before?.problem ?? problem});
					}
				}
				publish();
				onChange();
			}
		};
		started.on('error', error => end(`the analyses cannot be started: ${error.message}`));
		started.on('close', code => end(code === 0 ? undefined : reasonOf(complaint, code)));
	};

	const isDue = ({asOf, isPast, arrivals}: ShownSales) => {
		const madeAt = last?.at ?? newestOf(outcomes);
		if (madeAt === undefined) {
			return true;
		}
		const lastAsOf = last?.asOf ?? known?.from ?? 0;
		if (isPast ? lastAsOf < asOf : localDay(zone, lastAsOf) < localDay(zone, asOf)) {
			return true;
		}
		const hasSold = last === undefined || last.arrivals !== arrivals;
		const ageMs = now() - madeAt;
		return hasSold && !isPast && ageMs > Math.max(leastAgeMs, agePerElapsed * (last?.tookMs ?? 0));
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
		consider(shown) {
			shownLast = shown;
			if (isStopped || child || !isDue(shown)) {
				return;
			}
			// Another screen may have made them meanwhile.
			readKept(shown.asOf);
			if (isDue(shown)) {
				run(shown, dueNames(shown.asOf));
			} else {
				onChange();
			}
		},
		runNow() {
			if (!isStopped && !child && shownLast) {
				run(shownLast, []);
			}
		},
		getSnapshot: () => progress,
		subscribe: listeners.subscribe,
		stop() {
			isStopped = true;
			listeners.clear();
			child?.kill('SIGTERM');
		},
	};
}

/** `forecast of revenue per day`. */
function titleOf({what, subject}: Analysis): string {
	return [what.replaceAll('-', ' '), subject].filter(Boolean).join(' of ');
}

function keyOf({what, subject}: {readonly what: string; readonly subject: string}): string {
	return `${what}\n${subject}`;
}

function newestOf(outcomes: ReadonlyMap<string, Outcome>): number | undefined {
	const moments = [...outcomes.values()].flatMap(({found}) => (found ? [found.madeAt] : []));
	return moments.length === 0 ? undefined : Math.max(...moments);
}

type Line = {
	readonly what: string;
	readonly subject: string;
	readonly problem: string | undefined;
	readonly found: Found;
};

/** @returns undefined for what is no line of `salesmon analyse` */
function parseLine(text: string): Line | undefined {
	try {
		const {what, subject, madeAt, asOf, model, result, details} = JSON.parse(text);
		const problem = result.status === 'failed' ? String(result.problem) : undefined;
		const found = {
			...{madeAt: Date.parse(madeAt), asOf: Date.parse(asOf)},
			...{model: model ?? undefined, result, details},
		};
		return {what, subject, problem, found};
	} catch {
		return undefined;
	}
}

function reasonOf(complaint: string, code: number | null): string {
	const [line = ''] = complaint.trim().split('\n').slice(-1);
	return line.replace(/^salesmon: /, '') || `the analyses ended with code ${code ?? 'unknown'}`;
}

function startSalesmon(argv: readonly string[]): ChildProcess {
	const child = spawn(process.execPath, [process.argv[1]!, ...argv], {stdio: ['ignore', 'pipe', 'pipe']});
	try {
		if (child.pid !== undefined) {
			setPriority(child.pid, constants.priority.PRIORITY_LOW);
		}
	} catch {
		// It has ended already, or the system does not let priorities be set.
	}
	return child;
}
