import {currencyOf, planImport, type SurveyedSource} from '../../../ingest/linking/plan-import.ts';
import {looksLikeSales} from '../../../ingest/shapes/looks-like-sales.ts';
import type {SourceFile} from '../../../ingest/sources/source-file.ts';
import {type ImportResult, importSource} from '../import-source.ts';
import {importTarget} from '../import-target.ts';
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

/**
 * Loads files that have come: whole sales each by itself, tables that refer to each other together, with those
 * that came earlier. Between two calls others may import into the database.
 *
 * @param run is kept up as they are loaded
 * @returns nothing where tables are better loaded with what is still coming
 */
export async function importTogether(
	{files, others, isMoreComing}: NewFiles,
	{asked, tables, maxErrors, ...options}: KeepImportingOptions,
	run: ImportRun = importRun(),
): Promise<LoadedFiles | undefined> {
	const problems: string[] = [];
	const {results} = run;
	results.length = 0;
	const attempt = <Result>(work: () => Promise<Result>) =>
		unlessFaulty(work, problem => problems.push(problem));
	const surveyAll = async (some: readonly SourceFile[]) => {
		const found: SurveyedSource[] = [];
		for (const file of some) {
			found.push(...((await attempt(() => surveyed(file, asked, tables))) ?? []));
		}
		return found;
	};

	const fresh = await surveyAll(files);
	const isLinked = fresh.some(isTableOfMany);
	if (isLinked && isMoreComing) {
		return undefined;
	}
	const told = problems.splice(0);
	const earlier = isLinked ? (await surveyAll(await others())).filter(isTableOfMany) : [];
	// What cannot be read of them was said when they came.
	problems.splice(0, problems.length, ...told);

	const target = await importTarget(options);
	try {
		const sources: SurveyedSource[] = [];
		for (const source of [...fresh, ...earlier]) {
			const together = await attempt(() => surveyTogether(source, [...fresh, ...earlier], target.before()));
			sources.push(...(together ? [together] : []));
		}
		const plan = planImport(sources);
		const isFresh = ({name}: {readonly name: string}) => fresh.some(source => source.name === name);
		let setStocks = async () => {};
		const linked = [...plan.entries, ...plan.orders, ...plan.lines];
		if (linked.some(({source}) => isFresh(source))) {
			await attempt(async () => {
				const {importer} = await target.open(currencyOf(plan));
				setStocks = await importLinked(plan, {
					importer,
					zone: target.zone,
					maxErrors,
					onProgress() {},
					onBegin(source, soFar) {
						run.loading = {source, soFar};
					},
					onResult(result) {
						run.loading = undefined;
						const isNew = linked.some(({source, table}) => table.name === result.source && isFresh(source));
						if (isNew || result.rows.loaded > 0) {
							results.push(result);
						}
					},
				});
			});
		}
		for (const source of plan.sales.filter(isFresh)) {
			await attempt(async () => {
				assertSameCurrency(source, target.currency());
				const {importer} = await target.open(
					source.survey.tables[0]?.understanding.currency ?? currencyOf(plan),
				);
				results.push(
					await importSource(source, {
						importer,
						zone: target.zone,
						asked,
						maxErrors,
						onProgress() {},
						onBegin(soFar) {
							run.loading = {source: source.name, soFar};
						},
					}),
				);
				run.loading = undefined;
			});
		}
		await setStocks();
		for (const {source, table} of plan.leftOut.filter(part => isFresh(part.source))) {
			problems.push(leftOutNotice(table, looksLikeSales(source)));
		}
		return {results: [...results], problems};
	} finally {
		run.loading = undefined;
		target.close();
	}
}

/** Whether a source holds a table that others refer to, or that refers to them. */
function isTableOfMany({survey}: SurveyedSource): boolean {
	return survey.tables.some(({understanding: {shape}}) => shape !== 'sales' && shape !== 'other');
}
