import path from 'node:path';
import type {Formats} from '../../format.ts';
import type {TableOptions} from '../../ingest/formats/open-tables.ts';
import {
	currencyOf,
	type ImportPlan,
	type Part,
	planImport,
	type SurveyedSource,
} from '../../ingest/linking/plan-import.ts';
import {looksLikeSales} from '../../ingest/shapes/looks-like-sales.ts';
import {EmptySourceError} from '../../ingest/source-error.ts';
import {bringHere} from '../../ingest/sources/bring-here.ts';
import {withoutPassword} from '../../ingest/sources/download.ts';
import type {Source} from '../../ingest/sources/source-file.ts';
import {assertComplete} from '../../ingest/understanding/missing-columns.ts';
import type {AskedUnderstanding} from '../../ingest/understanding/table-understanding.ts';
import {type PreparedReader, preparedReader} from '../../worker/read-apart.ts';
import {type CommonOptions, formatsFor} from '../command-line/common-options.ts';
import {exitCodes} from '../command-line/exit-codes.ts';
import {importLinked} from './import-linked.ts';
import {type ImportResult, importSource, isLarge} from './import-source.ts';
import type {ImportTarget} from './import-target.ts';
import {failedNotice, importNotice, leftOutNotice} from './reporting/import-notices.ts';
import {importProgress} from './reporting/import-progress.ts';
import {
	failureJson,
	firstLinesText,
	importJson,
	importText,
	importTotalText,
} from './reporting/import-summary.ts';
import type {ImportRun} from './stoppable-import.ts';
import {askMissingColumns} from './surveying/ask-missing-columns.ts';
import {surveyTogether} from './surveying/survey-together.ts';
import {assertSameCurrency, surveyed} from './surveying/surveyed-source.ts';
import {unlessFaulty} from './unless-faulty.ts';

export type ImportSourcesOptions = CommonOptions & {
	readonly asked: AskedUnderstanding;
	/** What was given itself, and not by the folder that it is in. */
	readonly named: ReadonlySet<string>;
	readonly tables: TableOptions;
	/** How many rows of one source may be rejected for the others to be loaded still. */
	readonly maxErrors: number;
	readonly isDry: boolean;
	readonly isJson: boolean;
	readonly tell: (message: string) => void;
	/** Is kept up as sources are loaded. */
	readonly run: ImportRun;
};

type Job = {
	readonly target: ImportTarget;
	readonly options: ImportSourcesOptions;
	readonly reader: PreparedReader;
	/** @param source absent where it is more than one */
	readonly attempt: (source: string | undefined, work: () => Promise<void>) => Promise<void>;
};

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
	const job: Job = {
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

/** Brings the sources here and looks at the beginning of each, then again beside the others. */
async function surveyAll(
	given: readonly Source[],
	{target, options: {asked, tables, run, named, isQuiet, tell}, reader, attempt}: Job,
): Promise<readonly SurveyedSource[]> {
	const alone: SurveyedSource[] = [];
	for (const source of given) {
		await attempt(withoutPassword(source.name), async () => {
			const file = await bringHere(source);
			run.brought.push(file);
			if (await isLarge(file)) {
				reader.prepare();
			}
			try {
				alone.push(...(await surveyed(file, asked, tables)));
			} catch (error) {
				if (!(error instanceof EmptySourceError) || named.has(source.name)) {
					throw error;
				}
				if (!isQuiet) {
					tell(`${error.message}: it is left out`);
				}
			}
		});
	}
	const together: SurveyedSource[] = [];
	for (const source of alone) {
		await attempt(source.name, async () => {
			together.push(await surveyTogether(source, alone, target.before()));
		});
	}
	return together;
}

/** @returns what sets how much is left of products, when all sales are loaded */
async function loadLinked(plan: ImportPlan, job: Job): Promise<() => Promise<void>> {
	let setStocks = async () => {};
	if (plan.entries.length + plan.lines.length === 0) {
		return setStocks;
	}
	const {target, options, attempt} = job;
	const {maxErrors, isQuiet, run} = options;
	await attempt(undefined, async () => {
		const {importer, formats} = await openFor(currencyOf(plan), job);
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
async function loadSales(source: SurveyedSource, currency: string | undefined, job: Job): Promise<void> {
	const {target, options, reader} = job;
	const {asked, maxErrors, isQuiet, run} = options;
	const complete = await askMissingColumns(source, asked);
	assertSameCurrency(complete, target.currency());
	const {importer, formats} = await openFor(
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

/** @param currency of a database that is new; ISO 4217 */
async function openFor(currency: string | undefined, {target, options}: Job) {
	const {store, importer} = await target.open(currency);
	return {importer, formats: formatsFor(options, store)};
}

function tellResult(
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

/** @throws SourceError where somebody who named the source would miss it */
function leaveOut(part: Part, plan: ImportPlan, {named, isQuiet, tell}: ImportSourcesOptions): void {
	const {source, table} = part;
	if (named.has(source.name) && isMeantToBeLoaded(part, plan)) {
		assertComplete(table);
	}
	if (!isQuiet) {
		tell(leftOutNotice(table, looksLikeSales(source)));
	}
}

function isMeantToBeLoaded({source, table}: Part, plan: ImportPlan): boolean {
	const isBesideOrders = plan.orders.length > 0 && table.columns.order !== undefined;
	return source.survey.tables.length === 1 && !isBesideOrders && looksLikeSales(source);
}

async function sumUp(job: Job): Promise<void> {
	const {run, isQuiet, isJson, isDry, database} = job.options;
	const {results} = run;
	if (isJson) {
		return;
	}
	if (results.length > 1) {
		console.log(importTotalText(results, (await openFor(undefined, job)).formats));
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

/** Whether nothing that the source holds is in the database. */
function wasInVain({rows, isRefused}: ImportResult): boolean {
	return isRefused || (rows.rejected > 0 && rows.rejected === rows.read);
}
