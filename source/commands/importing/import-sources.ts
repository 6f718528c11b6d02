import path from 'node:path';
import {
	currencyOf,
	type ImportPlan,
	planImport,
	type SurveyedSource,
} from '../../ingest/linking/plan-import.ts';
import type {Source} from '../../ingest/sources/source-file.ts';
import {preparedReader} from '../../worker/read-apart.ts';
import {exitCodes} from '../command-line/exit-codes.ts';
import {type ImportJob, type ImportSourcesOptions, openTarget} from './import-job.ts';
import {type ImportResult, importSource} from './import-source.ts';
import type {ImportTarget} from './import-target.ts';
import {leaveOut} from './leave-out.ts';
import {importLinked} from './linking/import-linked.ts';
import {failedNotice} from './reporting/import-notices.ts';
import {importProgress} from './reporting/import-progress.ts';
import {failureJson} from './reporting/import-summary.ts';
import {sumUp, tellResult} from './reporting/tell-results.ts';
import {askMissingColumns} from './surveying/ask-missing-columns.ts';
import {surveyAll} from './surveying/survey-all.ts';
import {assertSameCurrency} from './surveying/surveyed-source.ts';
import {unlessFaulty} from './unless-faulty.ts';

/**
 * Loads sources, first the tables that refer to each other, and tells what became of each.
 *
 * @returns the exit code
 */
export async function importSources(
	given: readonly Source[],
	target: ImportTarget,
	options: ImportSourcesOptions,
): Promise<number> {
	const {run, tell, isJson} = options;
	const failed: string[] = [];
	const job: ImportJob = {
		target,
		options,
		reader: preparedReader(),
		async attempt(source, work) {
			await unlessFaulty(work, problem => {
				failed.push(source ?? 'the tables that refer to each other');
				tell(problem);
				if (isJson && source !== undefined) {
					console.log(failureJson(source, problem));
				}
			});
		},
	};
	const plan = planImport(await surveyAll(given, job));
	const setStocks = await loadLinked(plan, job);
	for (const source of plan.sales) {
		await job.attempt(source.name, () => loadSales(source, currencyOf(plan), job));
	}
	await setStocks();
	for (const part of plan.leftOut) {
		await job.attempt(part.source.name, async () => leaveOut(part, plan, options));
	}
	await sumUp(job);
	if (failed.length > 0 && run.results.length > 0 && !options.isQuiet) {
		tell(failedNotice(failed, options.isDry));
	}
	if (failed.length > 0) {
		return exitCodes.failed;
	}
	return run.results.some(wasInVain) ? exitCodes.notHolding : 0;
}

/** @returns what sets how much is left of products, when all sales are loaded */
async function loadLinked(plan: ImportPlan, job: ImportJob): Promise<() => Promise<void>> {
	let setStocks = async () => {};
	if (plan.entries.length + plan.lines.length === 0) {
		return setStocks;
	}
	const {target, options, attempt} = job;
	const {maxErrors, isQuiet, run} = options;
	await attempt(undefined, async () => {
		const {importer, formats} = await openTarget(currencyOf(plan), job);
		const progress = importProgress('linked tables', formats, isQuiet);
		run.clear = progress.clear;
		setStocks = await importLinked(plan, {
			importer,
			zone: target.zone,
			maxErrors,
			onProgress: progress.update,
			onBegin(name, soFar) {
				run.loading = {source: name, soFar};
			},
			onResult(result) {
				progress.clear();
				tellResult(result, formats, options);
			},
		});
	});
	return setStocks;
}

/** @param currency of all that is imported, where one source names it */
async function loadSales(
	source: SurveyedSource,
	currency: string | undefined,
	job: ImportJob,
): Promise<void> {
	const {target, options, reader} = job;
	const {asked, maxErrors, isQuiet, run} = options;
	const complete = await askMissingColumns(source, asked);
	assertSameCurrency(complete, target.currency());
	const {importer, formats} = await openTarget(
		complete.survey.tables[0]?.understanding.currency ?? currency,
		job,
	);
	const progress = importProgress(path.basename(source.name), formats, isQuiet);
	run.clear = progress.clear;
	const result = await importSource(complete, {
		importer,
		zone: target.zone,
		asked,
		maxErrors,
		readApart: reader.readApart,
		onProgress: progress.update,
		onBegin(soFar) {
			run.loading = {source: source.name, soFar};
		},
	}).finally(progress.clear);
	tellResult(result, formats, options);
}

/** Whether nothing that the source holds is in the database. */
function wasInVain({rows, isRefused}: ImportResult): boolean {
	return isRefused || (rows.rejected > 0 && rows.rejected === rows.read);
}
