import process from 'node:process';
import {printable} from '../format.ts';
import type {TableOptions} from '../ingest/formats/open-tables.ts';
import {withoutPassword} from '../ingest/sources/download.ts';
import {findSources} from '../ingest/sources/find-sources.ts';
import type {Source} from '../ingest/sources/source-file.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {commonOptions, formatsFor} from './command-line/common-options.ts';
import {askedOf, sourceFlags, textOptionsOf} from './importing/flags/source-flags.ts';
import type {ImportSourcesOptions} from './importing/import-job.ts';
import {importSources} from './importing/import-sources.ts';
import {importTarget, type TargetOptions} from './importing/import-target.ts';
import {importRun, stoppedJson, stoppedText, unlessStopped} from './importing/stoppable-import.ts';
import {keepImporting} from './importing/watching/keep-importing.ts';
import {watchFlags, watchInterval} from './importing/watching/watch-options.ts';
import {mixFlag} from './simulating/sale-origins.ts';

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
		const {operands} = given;
		if (operands.length === 0) {
			throw new UsageError(
				'import what? Give files, folders, patterns, addresses, or - for what is piped in',
			);
		}
		const common = commonOptions(given);
		const maxErrors = parseMaxErrors(given.text('maxErrors'));
		const format = given.text('format') ?? (process.stdout.isTTY ? 'table' : 'json');
		const isJson = format !== 'table';
		const asked = askedOf(given);
		const tables: TableOptions = {
			sheet: given.text('sheet'),
			...textOptionsOf(given, asked),
		};
		const lookEveryMs = watchInterval(given);
		const sources = await findSources(operands, {
			mayBeNone: lookEveryMs !== undefined,
			...(!common.isQuiet && {onLeftAlone: tell}),
		});
		const target: TargetOptions = {
			...common,
			isMixed: given.has('mix'),
			isUpdate: given.has('update'),
			isDry: given.has('dryRun'),
			onWait: () => tell('waiting for another import into this database to end'),
		};
		const options = {...target, asked, tables, maxErrors, isJson};
		return lookEveryMs === undefined
			? importOnce(sources, {...options, named: new Set(operands.map(withoutPassword))})
			: keepImporting(operands, lookEveryMs, options);
	},
};

type ImportOnceOptions = TargetOptions & Omit<ImportSourcesOptions, 'tell' | 'run'>;

/** Loads sources, unless a signal stops that, and closes what was opened for it. */
async function importOnce(sources: readonly Source[], options: ImportOnceOptions): Promise<number> {
	const {isDry, isJson, isQuiet} = options;
	const target = await importTarget(options);
	const run = importRun();
	const close = async () => {
		target.close();
		// What was kept only for being read.
		for (const {remove} of run.brought) {
			await remove();
		}
	};
	try {
		return await unlessStopped(importSources(sources, target, {...options, tell, run}), async () => {
			run.clear();
			const json = isJson ? stoppedJson(run) : undefined;
			if (json !== undefined) {
				console.log(json);
			}
			if (!isQuiet) {
				const opened = target.store();
				tell(stoppedText(run, isDry, opened && formatsFor(options, opened)));
			}
			await close();
			return undefined;
		});
	} finally {
		await close();
	}
}

/** @param message may quote what a source holds */
function tell(message: string): void {
	console.error(`salesmon: ${printable(message)}`);
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
