import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {printable} from '../../format.ts';
import type {TableOptions} from '../../ingest/formats/open-tables.ts';
import {withoutPassword} from '../../ingest/sources/download.ts';
import type {AskedUnderstanding} from '../../ingest/understand-table.ts';
import {openStore} from '../../store/open-store.ts';
import {endingSignals} from '../../terminal/ending-signals.ts';
import {formatsFor, storeDefaults} from '../command-line/common-options.ts';
import type {ImportResult} from './import-source.ts';
import {importJson} from './import-summary.ts';
import type {TargetOptions} from './import-target.ts';
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
	const stopped = new AbortController();
	for (const signal of endingSignals) {
		process.once(signal, () => stopped.abort());
	}
	const store = openStore(options.database, storeDefaults(options));
	try {
		const {clock, count, money} = formatsFor(options, store);
		const lineOf = ({source, rows, amount}: ImportResult) =>
			`${clock(Date.now())} ${source}: ${count(rows.read)} rows, ${count(rows.loaded)} loaded (${money(amount.loaded)}), ${count(rows.duplicate)} duplicate, ${count(rows.rejected)} rejected`;
		const look = watchSources({
			operands,
			store,
			now: Date.now,
			load: files => importTogether(files, options),
			onLoaded: result => console.log(options.isJson ? importJson(result) : printable(lineOf(result))),
			onProblem: message => console.error(`${clock(Date.now())} ${printable(message)}`),
		});
		if (!options.isQuiet) {
			console.error(`watching ${operands.map(withoutPassword).join(', ')} for new sales; Ctrl-C stops`);
		}
		while (!stopped.signal.aborted) {
			const isSomeUnfinished = await look();
			await setTimeout(isSomeUnfinished ? Math.min(everyMs, settleMs) : everyMs, undefined, {
				signal: stopped.signal,
			}).catch(() => {});
		}
		return 0;
	} finally {
		store.close();
	}
}
