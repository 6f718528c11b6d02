import {accessSync, constants, existsSync, statSync, watch} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {openZone, type Zone} from '../business-time.ts';
import {messageOf} from '../message-of.ts';
import {migrate} from './schema/migrate.ts';
import {applicationId} from './schema/schema.ts';

export type Store = {
	readonly db: Database.Database;
	/** The business zone by which the database dates its orders. */
	readonly zone: Zone;
	/** ISO 4217 code that the amounts are in. */
	readonly currency: string;
	/**
	 * Makes sure that the file is still the one that was opened: a database that was deleted or
	 * replaced goes on working, for nobody.
	 *
	 * @throws Error that says so
	 */
	readonly assertInPlace: () => void;
	/**
	 * Hears that something is being written, a little before it is committed; writes may go unheard.
	 *
	 * @returns what ends it; `undefined` where the system tells nothing
	 */
	readonly onWrite: (listener: () => void) => (() => void) | undefined;
	/** Sets how long a call waits for another program's transaction, in milliseconds. */
	readonly setPatience: (patienceMs: number) => void;
	readonly close: () => void;
};

/** What a new database is given; one that exists keeps its own. */
export type StoreDefaults = {readonly zoneName: string; readonly currency: string};

/**
 * How long a call waits, and with it the whole thread, for another program's transaction before it
 * fails as busy, in milliseconds.
 */
const defaultPatienceMs = 5000;

/** Pages that a reader keeps to itself; the system's own cache serves the rest nearly as fast. */
const readerCacheKiB = 4096;

/**
 * Opens a database for writing; makes it, or brings it to the current schema, where needed.
 *
 * @param file a path, or `:memory:`
 * @throws Error that names the file when it is no salesmon database, or of a newer version
 */
export function openStore(
	file: string,
	defaults: StoreDefaults,
	{patienceMs = defaultPatienceMs}: {readonly patienceMs?: number} = {},
): Store {
	return opening(file, () => {
		assertWritable(file);
		const db = new Database(file, {timeout: patienceMs});
		try {
			assertOurs(db);
			db.pragma('journal_mode = WAL');
			// In WAL mode a crash of the machine can lose the last sales, never the database.
			db.pragma('synchronous = NORMAL');
			db.pragma('foreign_keys = ON');
			db.pragma('journal_size_limit = 67108864');
			migrate(db);
			return asStore(db, file, keepDefaults(db, defaults));
		} catch (error) {
			db.close();
			throw error;
		}
	});
}

/**
 * Opens a database that exists for reading only; it never writes, not even a newer schema.
 *
 * @throws Error that names the file and says what to do
 */
export function openStoreToRead(file: string): Store {
	if (!existsSync(file)) {
		throw new Error(`cannot open ${file}: there is no such file; salesmon --db ${file} makes one`);
	}
	return opening(file, () => {
		const db = new Database(file, {readonly: true, fileMustExist: true, timeout: defaultPatienceMs});
		try {
			assertOurs(db);
			db.pragma(`cache_size = -${readerCacheKiB}`);
			migrate(db);
			return asStore(db, file, readSettings(db));
		} catch (error) {
			db.close();
			throw error;
		}
	});
}

/** Whether a call failed only because another program was writing just then. */
export function isBusy(error: unknown): boolean {
	return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function opening(file: string, open: () => Store): Store {
	try {
		return open();
	} catch (error) {
		throw new Error(`cannot open ${file}: ${reason(error)}`, {cause: error});
	}
}

/** Better a word now than a driver's error in the middle of a sale. */
function assertWritable(file: string): void {
	if (file === ':memory:') {
		return;
	}
	const folder = path.dirname(path.resolve(file));
	if (!existsSync(folder)) {
		throw new Error(`there is no folder ${folder}; make it first`);
	}
	try {
		accessSync(existsSync(file) ? file : folder, constants.W_OK);
	} catch (error) {
		throw new Error('it cannot be written; salesmon attach only reads', {cause: error});
	}
}

function reason(error: unknown): string {
	if (error instanceof Database.SqliteError) {
		// Some codes say more behind their name, as in SQLITE_READONLY_DIRECTORY.
		switch (error.code.split('_').slice(0, 2).join('_')) {
			case 'SQLITE_NOTADB':
				return 'it is not a SQLite database';
			case 'SQLITE_CANTOPEN':
				return 'it cannot be read, or its folder cannot be written';
			case 'SQLITE_READONLY':
				return 'while no other program has it open, SQLite must be able to write into its folder';
			case 'SQLITE_BUSY':
				return 'another program is in the middle of a long write; try again when it is done';
		}
	}
	return messageOf(error);
}

function assertOurs(db: Database.Database): void {
	const id = db.pragma('application_id', {simple: true});
	const isEmpty = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
	if (id !== applicationId && !(id === 0 && isEmpty && !db.readonly)) {
		throw new Error('it is a database of some other program; give salesmon a file of its own');
	}
}

function asStore(db: Database.Database, file: string, settings: StoreDefaults): Store {
	const identity = () => statSync(file, {throwIfNoEntry: false})?.ino;
	const opened = db.memory ? undefined : identity();
	return {
		db,
		zone: openZone(settings.zoneName),
		currency: settings.currency,
		assertInPlace() {
			if (!db.memory && identity() !== opened) {
				throw new Error(`${file} was deleted or replaced while it was open; start salesmon again`);
			}
		},
		onWrite(listener) {
			try {
				const watcher = watch(`${file}-wal`, {persistent: false}, listener);
				watcher.on('error', () => watcher.close());
				return () => watcher.close();
			} catch {
				return undefined;
			}
		},
		setPatience(patienceMs) {
			db.pragma(`busy_timeout = ${patienceMs}`);
		},
		close: () => {
			db.close();
		},
	};
}

function readSettings(db: Database.Database): StoreDefaults {
	const setting = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck();
	return {zoneName: setting.get('zone') ?? 'UTC', currency: setting.get('currency') ?? 'EUR'};
}

/** Settles zone and currency the first time a database is opened for writing. */
function keepDefaults(db: Database.Database, defaults: StoreDefaults): StoreDefaults {
	const hasZone = () => db.prepare("SELECT 1 FROM settings WHERE key = 'zone'").get() !== undefined;
	if (!hasZone()) {
		db.transaction(() => {
			if (hasZone()) {
				return;
			}
			const keep = db.prepare('INSERT INTO settings VALUES (?, ?)');
			keep.run('zone', defaults.zoneName);
			keep.run('currency', defaults.currency);
			fillZoneOffsets(db, openZone(defaults.zoneName));
		}).immediate();
	}
	return readSettings(db);
}

const firstYear = 1970;
const lastYear = 2099;

function fillZoneOffsets(db: Database.Database, zone: Zone): void {
	const insert = db.prepare('INSERT INTO zone_offsets VALUES (?, ?)');
	let last: number | undefined;
	for (let year = firstYear; year <= lastYear; year++) {
		for (const {since, offsetMs} of zone.offsetsOfYear(year)) {
			if (offsetMs !== last) {
				insert.run(since, offsetMs);
				last = offsetMs;
			}
		}
	}
}
