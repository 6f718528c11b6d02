import type {Formats} from '../../../format.ts';
import {type ImportJob, type ImportSourcesOptions, openTarget} from '../import-job.ts';
import type {ImportResult} from '../import-source.ts';
import {importNotice} from './import-notices.ts';
import {firstLinesText, importJson, importText, importTotalText} from './import-summary.ts';

/** Tells what became of a source, and keeps it for the sums. */
export function tellResult(
	result: ImportResult,
	formats: Formats,
	{run, maxErrors, isDry, isJson, isQuiet, tell}: ImportSourcesOptions,
): void {
	console.log(isJson ? importJson(result) : importText(result, run.results.at(-1), formats));
	if (isDry && !isJson && result.firstLines.length > 0) {
		console.log(firstLinesText(result.firstLines, formats));
	}
	run.results.push(result);
	run.loading = undefined;
	const notice = importNotice(result, {maxErrors, isDry, formats});
	if (notice !== undefined && !isQuiet) {
		tell(notice);
	}
}

/** Tells the sums over all sources, and what to do next. */
export async function sumUp(job: ImportJob): Promise<void> {
	const {run, isQuiet, isJson, isDry, database} = job.options;
	const {results} = run;
	if (isJson) {
		return;
	}
	if (results.length > 1) {
		console.log(importTotalText(results, (await openTarget(undefined, job)).formats));
	}
	if (isQuiet) {
		return;
	}
	if (isDry) {
		console.error('this was a dry run: nothing was written');
	} else if (results.some(({rows}) => rows.loaded > 0)) {
		console.error(`watch them with: salesmon attach --db ${database}`);
	}
}
