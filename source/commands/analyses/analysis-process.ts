import {type ChildProcess, spawn} from 'node:child_process';
import {constants, setPriority} from 'node:os';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {minuteMs, type Zone} from '../../business-time.ts';
import type {Found} from '../../dashboard/analyses.ts';
import type {AnalysisName} from './analysis.ts';

/** Starts `salesmon` with these arguments, in a process of its own. */
export type StartProgram = (argv: readonly string[]) => ChildProcess;

export type AnalysisProcessOptions = {
	/** Those that are to be run; all where it is empty. */
	readonly names: readonly string[];
	readonly database: string;
	readonly zone: Zone;
	/** What else the command line says. */
	readonly flags: readonly string[];
	/** UTC milliseconds; absent for the present of the system's clock. */
	readonly asOf: number | undefined;
	readonly keepsResults: boolean;
	readonly startProgram?: StartProgram | undefined;
	/** Hears of each analysis when it is done. */
	readonly onLine: (line: AnalysisLine) => void;
	/** Hears once that the program has ended, and why where it broke down. */
	readonly onEnd: (problem: string | undefined) => void;
};

/** What a run says of one analysis. */
export type AnalysisLine = AnalysisName & {
	/** Why it broke down. */
	readonly problem: string | undefined;
	readonly found: Found;
};

/** What takes longer has gone astray. */
const patienceMs = 10 * minuteMs;

/** How much of what it complains about is remembered: the end says why it ended. */
const complaintLength = 500;

/**
 * Runs analyses by `salesmon analyse` and reads what it prints.
 *
 * @returns what ends it early
 */
export function startAnalysisProcess({
	names,
	database,
	zone,
	flags,
	asOf,
	keepsResults,
	startProgram = startSalesmon,
	onLine,
	onEnd,
}: AnalysisProcessOptions): () => void {
	const child = startProgram([
		...['analyse', ...names, '--quiet', '--details', '--db', database, '--tz', zone.name, ...flags],
		...(asOf === undefined ? [] : ['--as-of', new Date(asOf).toISOString()]),
		...(keepsResults ? [] : ['--no-keep']),
	]);
	const deadline = setTimeout(() => child.kill('SIGKILL'), patienceMs);
	let complaint = '';
	let hasEnded = false;
	if (child.stdout) {
		createInterface({input: child.stdout}).on('line', text => {
			const line = parseLine(text);
			if (line) {
				onLine(line);
			}
		});
	}
	child.stderr?.on('data', chunk => {
		complaint = `${complaint}${String(chunk)}`.slice(-complaintLength);
	});
	const end = (problem: string | undefined) => {
		clearTimeout(deadline);
		// One that cannot be started may both fail and close.
		if (!hasEnded) {
			hasEnded = true;
			onEnd(problem);
		}
	};
	child.on('error', error => end(`the analyses cannot be started: ${error.message}`));
	child.on('close', code => end(code === 0 ? undefined : reasonOf(complaint, code)));
	return () => child.kill('SIGTERM');
}

/** @returns undefined for what is no line of `salesmon analyse` */
function parseLine(text: string): AnalysisLine | undefined {
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

/** With the lowest priority, so that no key waits for it. */
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
