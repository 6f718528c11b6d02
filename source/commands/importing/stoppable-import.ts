import {once} from 'node:events';
import {constants} from 'node:os';
import process from 'node:process';
import type {Formats} from '../../format.ts';
import type {BroughtSource} from '../../ingest/sources/bring-here.ts';
import type {ImportAccount} from '../../store/importing/import-log.ts';
import {endingSignals} from '../../terminal/ending-signals.ts';
import type {ImportResult} from './import-source.ts';
import {importedSoFarJson} from './reporting/import-summary.ts';

/** What an import has done so far, so that it can be told when somebody stops it. */
export type ImportRun = {
	/** The sources that are done. */
	readonly results: ImportResult[];
	/** What is kept only for being read, till the end. */
	readonly brought: BroughtSource[];
	/** The source that is being loaded. */
	loading: {readonly source: string; readonly soFar: () => ImportAccount} | undefined;
	/** Takes the progress bar away. */
	clear: () => void;
};

export function importRun(): ImportRun {
	return {results: [], brought: [], loading: undefined, clear() {}};
}

/**
 * Does the work of an import, and ends the program at a signal. What was committed stays, and between two
 * commits nothing is half done: the same command again loads the rest.
 *
 * @param onStop tells what was done so far, and closes what is open; with an exit code, where it is no other
 */
export async function unlessStopped(
	work: Promise<number>,
	onStop: () => Promise<number | undefined>,
): Promise<number> {
	const over = new AbortController();
	const signals = endingSignals.map(async signal => {
		await once(process, signal, {signal: over.signal});
		return signal;
	});
	try {
		const first = await Promise.race([work, ...signals]);
		if (typeof first === 'number') {
			return first;
		}
		const code = await onStop();
		// Whatever else is being read or downloaded is of no use any more.
		return process.exit(code ?? 128 + constants.signals[first]);
	} finally {
		over.abort();
		await Promise.allSettled(signals);
	}
}

/** What is loaded of an import that was stopped, in one sentence. */
export function stoppedText(
	{results, loading}: ImportRun,
	isDry: boolean,
	formats: Formats | undefined,
): string {
	if (isDry) {
		return 'stopped: this was a dry run, nothing was written';
	}
	const {count, money} = formats ?? {count: String, money: String};
	const account = loading?.soFar();
	const before =
		results.length === 0
			? []
			: [results.length === 1 ? 'the source before it' : `the ${count(results.length)} sources before it`];
	const parts =
		loading && account
			? [
					`${count(account.rows.loaded)} rows of ${loading.source} (${money(account.amount.loaded)})`,
					...before,
				]
			: before;
	return parts.length === 0
		? 'stopped: nothing was loaded yet'
		: `stopped: ${parts.join(' and ')} are loaded; the same command again loads the rest`;
}

/** The line of JSON for a source that was not read to its end. */
export function stoppedJson({loading}: ImportRun): string | undefined {
	return loading && importedSoFarJson(loading.source, loading.soFar());
}
