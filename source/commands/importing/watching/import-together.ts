import {
	currencyOf,
	type ImportPlan,
	planImport,
	type SurveyedSource,
} from '../../../ingest/linking/plan-import.ts';
import {looksLikeSales} from '../../../ingest/shapes/looks-like-sales.ts';
import type {SourceFile} from '../../../ingest/sources/source-file.ts';
import {type ImportResult, importSource} from '../import-source.ts';
import {type ImportTarget, importTarget} from '../import-target.ts';
import {importLinked} from '../linking/import-linked.ts';
import {leftOutNotice} from '../reporting/import-notices.ts';
import {type ImportRun, importRun} from '../stoppable-import.ts';
import {surveyTogether} from '../surveying/survey-together.ts';
import {assertSameCurrency, surveyed} from '../surveying/surveyed-source.ts';
import {unlessFaulty} from '../unless-faulty.ts';
import type {KeepImportingOptions} from './keep-importing.ts';

/** Files that have come, and what they may belong to. */
export type NewFiles = {
	readonly files: readonly SourceFile[];
	/** Those that were loaded before, should these refer to them; brought only when asked for. */
	readonly others: () => Promise<readonly SourceFile[]>;
	/** Whether more is on its way. */
	readonly isMoreComing: boolean;
};

export type LoadedFiles = {
	readonly results: readonly ImportResult[];
	/** Why some could not be loaded. */
	readonly problems: readonly string[];
};

type Loading = {
	readonly plan: ImportPlan;
	/** Whether a source has come, and was not loaded before. */
	readonly isFresh: (source: {readonly name: string}) => boolean;
	readonly target: ImportTarget;
	readonly options: KeepImportingOptions;
	readonly run: ImportRun;
	/** Hears why something cannot be loaded. */
	readonly onFault: (problem: string) => void;
};

/**
 * Loads files that have come: whole sales each by itself, tables that refer to each other together, with those
 * that came earlier. Between two calls others may import into the database.
 *
 * @param run is kept up as they are loaded
 * @returns nothing where tables are better loaded with what is still coming
 */
export async function importTogether(
	{files, others, isMoreComing}: NewFiles,
	options: KeepImportingOptions,
	run: ImportRun = importRun(),
): Promise<LoadedFiles | undefined> {
	const problems: string[] = [];
	const onFault = (problem: string) => {
		problems.push(problem);
	};
	run.results.length = 0;
	const fresh = await surveyFiles(files, options, onFault);
	const isLinked = fresh.some(isTableOfMany);
	if (isLinked && isMoreComing) {
		return undefined;
	}
	// What cannot be read of those that came earlier was said then.
	const earlier = isLinked ? await surveyFiles(await others(), options, () => {}) : [];
	const target = await importTarget(options);
	try {
		const all = [...fresh, ...earlier.filter(isTableOfMany)];
		const plan = planImport(await surveyAgain(all, target, onFault));
		const isFresh = ({name}: {readonly name: string}) => fresh.some(source => source.name === name);
		const loading = {plan, isFresh, target, options, run, onFault};
		const setStocks = await loadTables(loading);
		for (const source of plan.sales.filter(isFresh)) {
			await unlessFaulty(() => loadSales(source, loading), onFault);
		}
		await setStocks();
		for (const {source, table} of plan.leftOut.filter(part => isFresh(part.source))) {
			problems.push(leftOutNotice(table, looksLikeSales(source)));
		}
		return {results: [...run.results], problems};
	} finally {
		run.loading = undefined;
		target.close();
	}
}

/** Looks at the beginning of each file. */
async function surveyFiles(
	files: readonly SourceFile[],
	{asked, tables}: KeepImportingOptions,
	onFault: (problem: string) => void,
): Promise<readonly SurveyedSource[]> {
	const found: SurveyedSource[] = [];
	for (const file of files) {
		found.push(...((await unlessFaulty(() => surveyed(file, asked, tables), onFault)) ?? []));
	}
	return found;
}

/** Looks at sources beside each other. */
async function surveyAgain(
	all: readonly SurveyedSource[],
	target: ImportTarget,
	onFault: (problem: string) => void,
): Promise<readonly SurveyedSource[]> {
	const found: SurveyedSource[] = [];
	for (const source of all) {
		const together = await unlessFaulty(() => surveyTogether(source, all, target.before()), onFault);
		found.push(...(together ? [together] : []));
	}
	return found;
}

/** @returns what sets how much is left of products, when all sales are loaded */
async function loadTables({
	plan,
	isFresh,
	target,
	options,
	run,
	onFault,
}: Loading): Promise<() => Promise<void>> {
	const linked = [...plan.entries, ...plan.orders, ...plan.lines];
	if (!linked.some(({source}) => isFresh(source))) {
		return async () => {};
	}
	const setStocks = await unlessFaulty(async () => {
		const {importer} = await target.open(currencyOf(plan));
		return importLinked(plan, {
			importer,
			zone: target.zone,
			maxErrors: options.maxErrors,
			onProgress() {},
			onBegin(source, soFar) {
				run.loading = {source, soFar};
			},
			onResult(result) {
				run.loading = undefined;
				const isNew = linked.some(({source, table}) => table.name === result.source && isFresh(source));
				if (isNew || result.rows.loaded > 0) {
					run.results.push(result);
				}
			},
		});
	}, onFault);
	return setStocks ?? (async () => {});
}

async function loadSales(source: SurveyedSource, {plan, target, options, run}: Loading): Promise<void> {
	assertSameCurrency(source, target.currency());
	const {importer} = await target.open(source.survey.tables[0]?.understanding.currency ?? currencyOf(plan));
	const result = await importSource(source, {
		importer,
		zone: target.zone,
		asked: options.asked,
		maxErrors: options.maxErrors,
		onProgress() {},
		onBegin(soFar) {
			run.loading = {source: source.name, soFar};
		},
	});
	run.results.push(result);
	run.loading = undefined;
}

/** Whether a source holds a table that others refer to, or that refers to them. */
function isTableOfMany({survey}: SurveyedSource): boolean {
	return survey.tables.some(({understanding: {shape}}) => shape !== 'sales' && shape !== 'other');
}
