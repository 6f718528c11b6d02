import type {TableOptions} from '../../ingest/formats/open-tables.ts';
import type {AskedUnderstanding} from '../../ingest/understanding/table-understanding.ts';
import type {PreparedReader} from '../../worker/read-apart.ts';
import {type CommonOptions, formatsFor} from '../command-line/common-options.ts';
import type {ImportTarget} from './import-target.ts';
import type {ImportRun} from './stoppable-import.ts';

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

/** What the steps of an import share. */
export type ImportJob = {
	readonly target: ImportTarget;
	readonly options: ImportSourcesOptions;
	readonly reader: PreparedReader;
	/** @param source absent where it is more than one */
	readonly attempt: (source: string | undefined, work: () => Promise<void>) => Promise<void>;
};

/**
 * Opens the database that is imported into.
 *
 * @param currency of a database that is new; ISO 4217
 */
export async function openTarget(currency: string | undefined, {target, options}: ImportJob) {
	const {store, importer} = await target.open(currency);
	return {importer, formats: formatsFor(options, store)};
}
