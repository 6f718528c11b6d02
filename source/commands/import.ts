import path from 'node:path';
import process from 'node:process';
import {type Formats, printable} from '../format.ts';
import type {TableOptions} from '../ingest/formats/open-tables.ts';
import {looksLikeSales} from '../ingest/looks-like-sales.ts';
import type {Field} from '../ingest/mapping/fields.ts';
import {assertComplete, MissingColumnsError} from '../ingest/missing-columns.ts';
import {type ImportPlan, type Part, planImport, type SurveyedSource} from '../ingest/plan-import.ts';
import {SourceError} from '../ingest/source-error.ts';
import {bringHere} from '../ingest/sources/bring-here.ts';
import {withoutPassword} from '../ingest/sources/download.ts';
import {findSources} from '../ingest/sources/find-sources.ts';
import type {Source} from '../ingest/sources/source-file.ts';
import {surveySource} from '../ingest/survey-source.ts';
import type {AskedUnderstanding} from '../ingest/understand-table.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {type CommonOptions, commonOptions, formatsFor} from './command-line/common-options.ts';
import {progressLine} from './command-line/progress-line.ts';
import {askForColumn, canAsk} from './importing/ask-for-column.ts';
import {importLinked} from './importing/import-linked.ts';
import {type ImportResult, importSource} from './importing/import-source.ts';
import {
	failureJson,
	firstLinesText,
	importJson,
	importText,
	importTotalText,
} from './importing/import-summary.ts';
import {type ImportTarget, importTarget, type TargetOptions} from './importing/import-target.ts';
import {keepImporting} from './importing/keep-importing.ts';
import {askedOf, sourceFlags, textOptionsOf} from './importing/source-flags.ts';
import {showsProgress} from './importing/stage-sources.ts';
import {
	type ImportRun,
	importRun,
	stoppedJson,
	stoppedText,
	unlessStopped,
} from './importing/stoppable-import.ts';
import {surveyTogether} from './importing/survey-together.ts';
import {assertSameCurrency, surveyed} from './importing/surveyed-source.ts';
import {watchFlags, watchInterval} from './importing/watch-options.ts';
import {mixFlag} from './simulating/sale-origins.ts';

const exitCodes = {fine: 0, failed: 1, rejected: 3};

export const importFiles: Command = {
	name: 'import',
	summary: 'Loads real sales from CSV, JSON, XLSX or Parquet; loading a source again changes nothing',
	operands: 'SOURCE…',
	flags: {
		format: {
			type: 'string',
			choices: ['table', 'json', 'ndjson'],
			about: 'a summary to read, or a line of JSON for each source (table on a terminal, json when piped)',
		},
		maxErrors: {
			type: 'string',
			value: 'N',
			about: 'load nothing of a source in which more rows are rejected (no limit)',
		},
		...sourceFlags,
		dryRun: {type: 'boolean', about: 'tell what would be loaded and how, and write nothing'},
		update: {
			type: 'boolean',
			about: 'let lines that a newer export has changed take the place of those that are loaded',
		},
		...watchFlags,
		mix: mixFlag,
	},
	async run(given) {
		if (given.operands.length === 0) {
			throw new UsageError(
				'import what? Give files, folders, patterns, addresses, or - for what is piped in',
			);
		}
		const options = commonOptions(given);
		const maxErrors = parseMaxErrors(given.text('maxErrors'));
		const format = given.text('format') ?? (process.stdout.isTTY ? 'table' : 'json');
		const asked = askedOf(given);
		const tables: TableOptions = {
			sheet: given.text('sheet'),
			...textOptionsOf(given, asked),
		};
		const lookEveryMs = watchInterval(given);
		const sources = await findSources(given.operands, {mayBeNone: lookEveryMs !== undefined});
		const isDry = given.has('dryRun');
		const tell = (message: string) => {
			// It may quote what the file holds.
			console.error(`salesmon: ${printable(message)}`);
		};
		const targetOptions: TargetOptions = {
			...options,
			isMixed: given.has('mix'),
			isUpdate: given.has('update'),
			isDry,
			onWait: () => tell('waiting for another import into this database to end'),
		};
		if (lookEveryMs !== undefined) {
			const isJson = format !== 'table';
			return keepImporting(given.operands, lookEveryMs, {...targetOptions, asked, tables, maxErrors, isJson});
		}
		const target = await importTarget(targetOptions);
		const run = importRun();
		const isJson = format !== 'table';
		const close = async () => {
			target.close();
			// What was kept only for being read.
			for (const {remove} of run.brought) {
				await remove();
			}
		};
		const work = importAll(sources, target, {
			...options,
			asked,
			named: new Set(given.operands.map(withoutPassword)),
			tables,
			maxErrors,
			isDry,
			isJson,
			tell,
			run,
		});
		try {
			return await unlessStopped(work, async () => {
				run.clear();
				const json = isJson ? stoppedJson(run) : undefined;
				if (json !== undefined) {
					console.log(json);
				}
				if (!options.isQuiet) {
					const opened = target.store();
					tell(stoppedText(run, isDry, opened && formatsFor(options, opened)));
				}
				await close();
			});
		} finally {
			await close();
		}
	},
};

type Options = CommonOptions & {
	readonly asked: AskedUnderstanding;
	/** What was given itself, and not by the folder that it is in. */
	readonly named: ReadonlySet<string>;
	readonly tables: TableOptions;
	readonly maxErrors: number;
	readonly isDry: boolean;
	readonly isJson: boolean;
	readonly tell: (message: string) => void;
	readonly run: ImportRun;
};

async function importAll(given: readonly Source[], target: ImportTarget, options: Options): Promise<number> {
	const {asked, tables, maxErrors, isQuiet, isJson, isDry, tell, run} = options;
	const {brought, results} = run;
	let failures = 0;
	const trying = async (what: string | undefined, work: () => Promise<void>) => {
		try {
			await work();
		} catch (error) {
			if (!(error instanceof SourceError)) {
				throw error;
			}
			// The other sources can be loaded still.
			failures++;
			tell(error.message);
			if (isJson && what !== undefined) {
				console.log(failureJson(what, error.message));
			}
		}
	};
	const openFor = async (currency: string | undefined) => {
		const {store, importer} = await target.open(currency);
		return {importer, formats: formatsFor(options, store)};
	};
	const onResult = (result: ImportResult, formats: Formats) => {
		console.log(isJson ? importJson(result) : importText(result, results.at(-1), formats));
		if (isDry && !isJson && result.firstLines.length > 0) {
			console.log(firstLinesText(result.firstLines, formats));
		}
		results.push(result);
		run.loading = undefined;
		const notice = noticeOn(result, maxErrors, isDry, formats);
		if (notice !== undefined && !isQuiet) {
			tell(notice);
		}
	};

	const alone: SurveyedSource[] = [];
	for (const source of given) {
		await trying(withoutPassword(source.name), async () => {
			const file = await bringHere(source);
			brought.push(file);
			alone.push(...(await surveyed(file, asked, tables)));
		});
	}
	const sources: SurveyedSource[] = [];
	for (const source of alone) {
		await trying(source.name, async () => {
			sources.push(await surveyTogether(source, alone, target.before()));
		});
	}
	const plan = planImport(sources);
	let setStocks = async () => {};
	if (plan.entries.length + plan.lines.length > 0) {
		await trying(undefined, async () => {
			const {importer, formats} = await openFor(currencyOfAll(plan.lines.map(({table}) => table.currency)));
			const progress = progressOf('linked tables', formats, isQuiet);
			run.clear = progress.clear;
			setStocks = await importLinked(plan, {
				importer,
				zone: target.zone,
				maxErrors,
				onProgress: progress.update,
				onBegin(name, soFar) {
					run.loading = {source: name, soFar};
				},
				onResult: result => {
					progress.clear();
					onResult(result, formats);
				},
			});
		});
	}
	for (const source of plan.sales) {
		await trying(source.name, async () => {
			const complete = await withAnswers(source, asked);
			assertSameCurrency(complete, target.currency());
			const {importer, formats} = await openFor(complete.survey.tables[0]?.understanding.currency);
			const progress = progressOf(path.basename(source.name), formats, isQuiet);
			run.clear = progress.clear;
			const result = await importSource(complete, {
				importer,
				zone: target.zone,
				asked,
				maxErrors,
				onProgress: progress.update,
				onBegin(soFar) {
					run.loading = {source: source.name, soFar};
				},
			}).finally(progress.clear);
			onResult(result, formats);
		});
	}
	await setStocks();
	for (const part of plan.leftOut) {
		await trying(part.source.name, async () => {
			if (options.named.has(part.source.name) && isMeantToBeLoaded(part, plan)) {
				assertComplete(part.table);
			}
			if (!isQuiet) {
				tell(`${part.table.name} is left out: it holds no sales, orders, customers or products`);
			}
		});
	}
	if (!isJson && results.length > 1) {
		console.log(importTotalText(results, (await openFor(undefined)).formats));
	}
	if (!isQuiet && !isJson) {
		if (isDry) {
			console.error('this was a dry run: nothing was written');
		} else if (results.some(({rows}) => rows.loaded > 0)) {
			console.error(`watch them with: salesmon attach --db ${options.database}`);
		}
	}
	if (failures > 0) {
		return exitCodes.failed;
	}
	return results.some(wasInVain) ? exitCodes.rejected : exitCodes.fine;
}

/** Whether somebody who names the source of a table that is left out would miss it. */
function isMeantToBeLoaded({source, table}: Part, plan: ImportPlan): boolean {
	const isBesideOrders = plan.orders.length > 0 && table.columns.order !== undefined;
	return source.survey.tables.length === 1 && !isBesideOrders && looksLikeSales(source);
}

/** Asks for the columns that a source seems to lack, where there is somebody to ask. */
async function withAnswers(source: SurveyedSource, asked: AskedUnderstanding): Promise<SurveyedSource> {
	const table = source.survey.tables[0]?.understanding;
	try {
		if (table) {
			assertComplete(table);
		}
		return source;
	} catch (error) {
		if (!(error instanceof MissingColumnsError) || !canAsk()) {
			throw error;
		}
		console.error(`salesmon: ${printable(source.name)}: some columns are not clear.`);
		const known = source.apart?.asked ?? asked;
		const columns: Partial<Record<Field, string>> = {...known.columns};
		for (const field of error.fields) {
			const answer = await askForColumn(field, error.header);
			if (answer !== undefined) {
				columns[field] = answer;
			}
		}
		const answered = {...known, columns};
		const complete = {
			...source,
			survey: await surveySource(source, answered),
			...(source.apart && {apart: {...source.apart, asked: answered}}),
		};
		assertComplete(complete.survey.tables[0]!.understanding);
		const flag = Object.entries(columns).map(([field, header]) => `${field}=${header}`);
		console.error(`salesmon: next time: --map "${printable(flag.join(','))}"`);
		return complete;
	}
}

function currencyOfAll(currencies: readonly (string | undefined)[]): string | undefined {
	return currencies.find(currency => currency !== undefined);
}

function progressOf(what: string, formats: Formats, isQuiet: boolean) {
	const line = progressLine(what, isQuiet && process.env[showsProgress] === undefined);
	const rate = rateNote(formats);
	return {
		clear: line.clear,
		update: (share: number, rows: number) => {
			line.update(share, rate(share, rows));
		},
	};
}

/** Whether nothing that the source holds is in the database. */
function wasInVain({rows, isRefused}: ImportResult): boolean {
	return isRefused || (rows.rejected > 0 && rows.rejected === rows.read);
}

function noticeOn(
	{source, rows, reasons, updated, isRefused, encoding}: ImportResult,
	maxErrors: number,
	isDry: boolean,
	{count}: Formats,
) {
	const rejected = [...reasons.values()].reduce((all, one) => all + one, 0);
	if (isRefused) {
		return `nothing of ${source} was loaded: ${count(rejected)} rows cannot be, and --max-errors allows ${count(maxErrors)}`;
	}
	if (rows.read === 0) {
		return `${source} has a header and no rows`;
	}
	const notes = [
		...(encoding === 'UTF-8 and Windows-1252'
			? [`lines of ${source} that are no UTF-8 were read as Windows-1252; --encoding says otherwise`]
			: []),
		...(encoding === 'UTF-8 with errors'
			? [`bytes of ${source} that are no UTF-8 were read as \uFFFD; --encoding says how it is written`]
			: []),
		...(updated > 0 ? [`${count(updated)} rows of ${source} took the place of others`] : []),
		...(rejected > 0
			? [
					isDry
						? `${count(rejected)} rows of ${source} would be rejected`
						: `${count(rejected)} rows of ${source} were rejected; salesmon rejects shows them, and writes them to be corrected`,
				]
			: []),
	];
	return notes.length > 0 ? notes.join('; ') : undefined;
}

/** Tells the rows that are loaded for good, how many a second, and the time left. */
function rateNote({count, shortCount}: Formats) {
	const startedAt = performance.now();
	return (share: number, rows: number) => {
		const elapsedS = (performance.now() - startedAt) / 1000;
		const left = share > 0 ? Math.ceil((elapsedS / share) * (1 - share)) : 0;
		const loaded = rows === 0 ? '' : `${count(rows)} rows, ${shortCount(rows / elapsedS)}/s, `;
		return `${loaded}${left} s left`;
	};
}

function parseMaxErrors(text: string | undefined): number {
	if (text === undefined) {
		return Number.POSITIVE_INFINITY;
	}
	if (!/^\d{1,15}$/.test(text)) {
		throw new UsageError(`--max-errors ${text}: write how many rows may be rejected, such as 0 or 100`);
	}
	return Number(text);
}
