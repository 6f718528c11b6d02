import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {openZone, type Zone} from '../../business-time.ts';
import {holdImportLock} from '../../store/importing/import-lock.ts';
import {type ImportWritings, importWritings} from '../../store/importing/import-writings.ts';
import {type Importer, importedSource, openImporter} from '../../store/importing/open-importer.ts';
import {openStore, openStoreToRead, type Store} from '../../store/open-store.ts';
import {assertCurrency, type CommonOptions, storeDefaults} from '../command-line/common-options.ts';
import {assertOnly} from '../simulating/sale-origins.ts';

/** An import has no screen to keep alive, so it waits for another program's long write. */
const patienceMs = 60_000;

/** The database that an import goes into: one that is new is made only when there is something to load. */
export type ImportTarget = {
	/** By which times without an offset are read. */
	readonly zone: Zone;
	/** Absent as long as there is no database; ISO 4217. */
	readonly currency: () => string | undefined;
	/** @param currency of a database that is new, where nobody has asked for another */
	readonly open: (
		currency: string | undefined,
	) => Promise<{readonly store: Store; readonly importer: Importer}>;
	/** How earlier imports into the database were read; absent as long as there is none. */
	readonly before: () => ImportWritings | undefined;
	/** Absent as long as there is no database. */
	readonly store: () => Store | undefined;
	readonly close: () => void;
};

export type TargetOptions = CommonOptions & {
	/** Whether simulated sales may be in the database. */
	readonly isMixed: boolean;
	readonly isUpdate: boolean;
	/** Whether all goes into a copy that is thrown away. */
	readonly isDry: boolean;
	/** Hears that another import is being waited for. */
	readonly onWait: () => void;
};

/**
 * Readies the database that an import loads into; one that is not there yet is made with the
 * first source that can be read.
 *
 * @throws Error where the database cannot be opened, holds other sales, or another currency than was asked for
 */
export async function importTarget(options: TargetOptions): Promise<ImportTarget> {
	const {database, isMixed, isUpdate, isDry, onWait} = options;
	const folder = isDry ? mkdtempSync(path.join(tmpdir(), 'salesmon-')) : undefined;
	const file = folder === undefined ? database : path.join(folder, 'sales.db');
	const stops: (() => void)[] =
		folder === undefined ? [] : [() => rmSync(folder, {recursive: true, force: true})];
	const close = () => {
		for (const stop of stops.splice(0).reverse()) {
			stop();
		}
	};
	let opened: {readonly store: Store; readonly importer: Importer} | undefined;

	const open = async (currency: string | undefined) => {
		if (!opened) {
			const defaults = storeDefaults(options);
			const store = openStore(
				file,
				{...defaults, currency: options.currency ?? currency ?? defaults.currency},
				{patienceMs},
			);
			stops.push(store.close);
			assertCurrency(options, store);
			assertOnly(store, importedSource, isMixed);
			if (folder === undefined) {
				stops.push(await holdImportLock(file, onWait));
			}
			opened = {store, importer: openImporter(store, {isUpdate})};
		}
		return opened;
	};

	try {
		if (existsSync(database)) {
			if (folder !== undefined) {
				const original = openStoreToRead(database);
				try {
					await original.db.backup(file);
				} finally {
					original.close();
				}
			}
			await open(undefined);
		}
	} catch (error) {
		close();
		throw error;
	}
	return {
		zone: options.zone ?? opened?.store.zone ?? openZone(storeDefaults(options).zoneName),
		currency: () => opened?.store.currency ?? options.currency,
		open,
		store: () => opened?.store,
		before: () => opened && importWritings(opened.store.db),
		close,
	};
}
