import {setTimeout} from 'node:timers/promises';
import {printable} from '../../../format.ts';
import type {TableOptions} from '../../../ingest/formats/open-tables.ts';
import {withoutPassword} from '../../../ingest/sources/download.ts';
import type {AskedUnderstanding} from '../../../ingest/understanding/table-understanding.ts';
import {openStore} from '../../../store/open-store.ts';
import {formatsFor, storeDefaults} from '../../command-line/common-options.ts';
import type {ImportResult} from '../import-source.ts';
import type {TargetOptions} from '../import-target.ts';
import {importJson} from '../reporting/import-summary.ts';
import {importRun, stoppedJson, stoppedText, unlessStopped} from '../stoppable-import.ts';
import {importTogether} from './import-together.ts';
import {settleMs} from './watch-options.ts';
import {watchSources} from './watch-sources.ts';

export type KeepImportingOptions = TargetOptions & {
	readonly asked: AskedUnderstanding;
	readonly tables: TableOptions;
	readonly maxErrors: number;
	readonly isJson: boolean;
};

/** Loads what is new until it is stopped, with a line for each load. @returns the exit code */
export async function keepImporting(
	operands: readonly string[],
	everyMs: number,
	options: KeepImportingOptions,
): Promise<number> {
	const store = openStore(options.database, storeDefaults(options));
	const run = importRun();
	try {
		const formats = formatsFor(options, store);
		const {clock, count, money} = formats;
		const lineOf = ({source, rows, amount}: ImportResult) =>
			`${clock(Date.now())} ${source}: ${count(rows.read)} rows, ${count(rows.loaded)} loaded (${money(amount.loaded)}), ${count(rows.duplicate)} duplicate, ${count(rows.rejected)} rejected`;
		const look = watchSources({
			operands,
			store,
			now: Date.now,
			load: files => importTogether(files, options, run),
			onBrought: source => run.brought.push(source),
			onLoaded: result => console.log(options.isJson ? importJson(result) : printable(lineOf(result))),
			onProblem: message => console.error(`${clock(Date.now())} ${printable(message)}`),
		});
		if (!options.isQuiet) {
			console.error(`watching ${operands.map(withoutPassword).join(', ')} for new sales; Ctrl-C stops`);
		}
		const watch = async (): Promise<never> => {
			for (;;) {
				const isSomeUnfinished = await look();
				run.brought.length = 0;
				await setTimeout(isSomeUnfinished ? Math.min(everyMs, settleMs) : everyMs);
			}
		};
		return await unlessStopped(watch(), async () => {
			const isLoading = run.loading !== undefined;
			const json = options.isJson ? stoppedJson(run) : undefined;
			if (json !== undefined) {
				console.log(json);
			}
			if (isLoading && !options.isQuiet) {
				console.error(`${clock(Date.now())} ${printable(stoppedText(run, false, formats))}`);
			}
			for (const {remove} of run.brought) {
				await remove();
			}
			return isLoading ? undefined : 0;
		});
	} finally {
		store.close();
	}
}
