import path from 'node:path';
import process from 'node:process';
import {type Formats, printable} from '../format.ts';
import {SourceError} from '../ingest/source-error.ts';
import {type BroughtSource, bringHere} from '../ingest/sources/bring-here.ts';
import {findSources} from '../ingest/sources/find-sources.ts';
import type {Source} from '../ingest/sources/source-file.ts';
import type {Asked} from '../ingest/understand-table.ts';
import type {DateOrder} from '../ingest/values/date-column.ts';
import {importedSource, openImporter} from '../store/import-lines.ts';
import {openStore, type Store} from '../store/open-store.ts';
import {type Command, type Given, UsageError} from './command.ts';
import {type CommonOptions, commonOptions, formatsFor, storeDefaults} from './common-options.ts';
import {type ImportResult, importSource} from './import-source.ts';
import {importJson, importText, importTotalText} from './import-summary.ts';
import {parseMapping} from './parse-mapping.ts';
import {progressLine} from './progress-line.ts';
import {assertOnly, mixFlag} from './sale-origins.ts';
import {loadMapping, saveMapping} from './saved-mappings.ts';

const exitCodes = {fine: 0, failed: 1, rejected: 3};

/** An import has no screen to keep alive, so it waits for another program's long write. */
const patienceMs = 60_000;

export const importFiles: Command = {
	name: 'import',
	summary: 'Loads real sales from CSV, JSON, XLSX or Parquet; loading a source again changes nothing.',
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
		map: {
			type: 'string',
			value: 'FIELD=COLUMN,…',
			about: 'which columns hold what, such as order=InvoiceNo,product=StockCode',
		},
		mapping: {type: 'string', value: 'NAME', about: 'the columns as they were saved under that name'},
		saveMapping: {
			type: 'string',
			value: 'NAME',
			about: 'keep what --map and --date-order say under that name',
		},
		dateOrder: {
			type: 'string',
			choices: ['dmy', 'mdy'],
			about: 'whether 5/3 is 5 March or May the third (as the whole column shows)',
		},
		sheet: {type: 'string', value: 'NAME', about: 'sheet of a workbook, by name or number (the first)'},
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
		const sources = await findSources(given.operands);
		const store = openStore(options.database, storeDefaults(options), {patienceMs});
		try {
			assertOnly(store, importedSource, given.has('mix'));
			return await importAll(sources, store, {
				...options,
				asked,
				maxErrors,
				sheet: given.text('sheet'),
				isJson: format !== 'table',
			});
		} finally {
			store.close();
		}
	},
};

type Options = CommonOptions & {
	readonly asked: Asked;
	readonly maxErrors: number;
	readonly sheet: string | undefined;
	readonly isJson: boolean;
};

async function importAll(sources: readonly Source[], store: Store, options: Options): Promise<number> {
	const importer = openImporter(store);
	const formats = formatsFor(options, store);
	const zone = options.zone ?? store.zone;
	const tell = (message: string) => {
		// It may quote what the file holds.
		console.error(`salesmon: ${printable(message)}`);
	};
	const results: ImportResult[] = [];
	for (const source of sources) {
		const progress = progressLine(path.basename(source.name), options.isQuiet);
		const rate = rateNote(formats);
		let file: BroughtSource | undefined;
		try {
			file = await bringHere(source);
			const result = await importSource(file, {
				importer,
				zone,
				asked: options.asked,
				maxErrors: options.maxErrors,
				sheet: options.sheet,
				onProgress: (share, rows) => {
					progress.update(share, rate(share, rows));
				},
			});
			progress.clear();
			console.log(options.isJson ? importJson(result) : importText(result, results.at(-1), formats));
			results.push(result);
			const notice = noticeOn(result, options.maxErrors, formats);
			if (notice !== undefined && !options.isQuiet) {
				tell(notice);
			}
		} catch (error) {
			progress.clear();
			if (!(error instanceof SourceError)) {
				throw error;
			}
			// The other sources can be loaded still.
			tell(error.message);
		} finally {
			await file?.remove();
		}
	}
	if (!options.isJson && results.length > 1) {
		console.log(importTotalText(results, formats));
	}
	if (!options.isQuiet && !options.isJson && results.some(({rows}) => rows.loaded > 0)) {
		console.error(`watch them with: salesmon attach --db ${options.database}`);
	}
	if (results.length < sources.length) {
		return exitCodes.failed;
	}
	return results.some(wasInVain) ? exitCodes.rejected : exitCodes.fine;
}

/** Whether nothing that the source holds is in the database. */
function wasInVain({rows}: ImportResult): boolean {
	return rows.rejected > 0 && rows.rejected === rows.read;
}

function noticeOn({source, rows, reasons, isRefused}: ImportResult, maxErrors: number, {count}: Formats) {
	const rejected = [...reasons.values()].reduce((all, one) => all + one, 0);
	if (isRefused) {
		return `nothing of ${source} was loaded: ${count(rejected)} rows cannot be, and --max-errors allows ${count(maxErrors)}`;
	}
	if (rows.read === 0) {
		return `${source} has a header and no rows`;
	}
	return rejected > 0
		? `${count(rejected)} rows of ${source} were rejected; they are kept with their reasons in the table rejected_rows`
		: undefined;
}

/** What the flags say of the columns, the saved mapping below what is given beside it. */
function askedOf(given: Given): Asked {
	const name = given.text('mapping');
	const saved = name === undefined ? {} : loadMapping(name);
	const map = given.text('map');
	const said = map === undefined ? {} : parseMapping(map);
	// The parser has let only these orders through.
	const dateOrder = (given.text('dateOrder') as DateOrder | undefined) ?? saved.dateOrder;
	const asked: Asked = {
		columns: {...saved.columns, ...said.columns},
		discount: said.discount ?? saved.discount,
		dateOrder,
	};
	const saveAs = given.text('saveMapping');
	if (saveAs !== undefined) {
		saveMapping(saveAs, asked);
	}
	return asked;
}

/** Tells the rows so far, how many a second, and the time left. */
function rateNote({count, shortCount}: Formats) {
	const startedAt = performance.now();
	return (share: number, rows: number) => {
		const elapsedS = (performance.now() - startedAt) / 1000;
		const left = share > 0 ? Math.ceil((elapsedS / share) * (1 - share)) : 0;
		return `${count(rows)} rows, ${shortCount(rows / elapsedS)}/s, ${left} s left`;
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
