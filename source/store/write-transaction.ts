import type {Database} from 'better-sqlite3';

/** A transaction that other work of this thread may come between. */
export type WriteTransaction = {
	readonly isOpen: () => boolean;
	/** Waits for other programs as long as the connection's patience lasts. */
	readonly begin: () => void;
	readonly commit: () => void;
	/** Undoes everything since it was begun. */
	readonly rollBack: () => void;
	/** Runs work inside it, and undoes everything when that fails. */
	readonly within: <Result>(work: () => Result) => Result;
	/** A transaction of its own. */
	readonly whole: <Result>(work: () => Result) => Result;
};

/**
 * @param forget what is remembered of the database: called when another connection has written, and when
 * something was undone
 */
export function writeTransaction(db: Database, forget: () => void): WriteTransaction {
	/** SQLite's count of the changes that other connections have committed. */
	const version = (): unknown => db.pragma('data_version', {simple: true});
	let seenVersion = version();
	const isOpen = () => db.inTransaction;

	const begin = () => {
		db.exec('BEGIN IMMEDIATE');
		const now = version();
		if (now !== seenVersion) {
			forget();
			seenVersion = now;
		}
	};

	const rollBack = () => {
		forget();
		if (isOpen()) {
			db.exec('ROLLBACK');
		}
	};

	const within = <Result>(work: () => Result): Result => {
		try {
			return work();
		} catch (error) {
			rollBack();
			throw error;
		}
	};

	const commit = () => {
		db.exec('COMMIT');
	};

	return {
		isOpen,
		begin,
		commit,
		rollBack,
		within,
		whole: work =>
			within(() => {
				begin();
				const result = work();
				commit();
				return result;
			}),
	};
}
