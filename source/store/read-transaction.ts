import type {Database} from 'better-sqlite3';

/** A transaction that only reads. As long as it lives, the write-ahead log cannot be emptied. */
export type ReadTransaction = {
	readonly begin: () => void;
	readonly end: () => void;
	/** How long it has lived, in milliseconds. */
	readonly ageMs: () => number;
};

/** Prepares transactions on a connection; one lives at a time, and none at first. */
export function openReadTransaction(db: Database): ReadTransaction {
	const begin = db.prepare('BEGIN');
	const end = db.prepare('COMMIT');
	let begunAt = 0;
	return {
		begin() {
			begin.run();
			begunAt = performance.now();
		},
		end: () => {
			end.run();
		},
		ageMs: () => performance.now() - begunAt,
	};
}
