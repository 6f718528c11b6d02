import {rmSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import Database from 'better-sqlite3';
import {isBusy} from '../open-store.ts';

const betweenTriesMs = 100;

/**
 * Waits until no other import runs on a database: two that load one source at once would each take for
 * new what the other is about to load. The lock is that of a database file of its own beside it, so that
 * the system gives it up whatever becomes of the process.
 *
 * @param file of the database
 * @param onWait hears once that another import is being waited for
 * @returns what gives the lock up
 */
export async function holdImportLock(file: string, onWait: () => void): Promise<() => void> {
	const lockFile = `${file}-import`;
	for (let isFirst = true; ; isFirst = false) {
		const release = tryLock(lockFile);
		if (release) {
			return release;
		}
		if (isFirst) {
			onWait();
		}
		await sleep(betweenTriesMs);
	}
}

function tryLock(file: string): (() => void) | undefined {
	const lock = lockedDatabase(file);
	if (!lock) {
		return undefined;
	}
	// Whoever held it before may have removed the file after it was opened here: then another can lock
	// the one that is in its place, and this lock keeps nobody out.
	const other = lockedDatabase(file);
	if (other) {
		other.close();
		lock.close();
		return undefined;
	}
	return () => {
		rmSync(file, {force: true});
		lock.close();
	};
}

function lockedDatabase(file: string): Database.Database | undefined {
	const db = new Database(file, {timeout: 0});
	try {
		db.exec('BEGIN EXCLUSIVE');
		return db;
	} catch (error) {
		db.close();
		if (isBusy(error)) {
			return undefined;
		}
		throw error;
	}
}
