import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

/** What became of one source that was imported. */
export type ImportRecord = {
	readonly id: number;
	/** A path or an address. */
	readonly origin: string;
	readonly format: string;
	readonly startedAt: number;
	/** Absent while it runs, and where it was cut off. */
	readonly finishedAt: number | null;
	readonly read: number;
	readonly loaded: number;
	readonly duplicate: number;
	readonly rejected: number;
	readonly repaired: number;
	readonly amountLoaded: Money;
	readonly amountRejected: Money;
};

/** Rejected rows with one reason that are not corrected yet. */
export type RejectedReason = {readonly reason: string; readonly rows: number; readonly amount: Money};

/** The latest imports, and why rows are rejected, by how many. */
export const importHistory = (db: Database) => {
	const latest = db.prepare<[number], ImportRecord>(`
		SELECT import_id AS id, origin, format, started_at AS startedAt, finished_at AS finishedAt,
			rows_read AS read, rows_loaded AS loaded, rows_duplicate AS duplicate, rows_rejected AS rejected,
			rows_repaired AS repaired, amount_loaded AS amountLoaded, amount_rejected AS amountRejected
		FROM imports ORDER BY import_id DESC LIMIT ?
	`);
	const reasons = db.prepare<[number], RejectedReason>(
		'SELECT reason, rows, amount FROM rejected_reasons ORDER BY rows DESC, reason LIMIT ?',
	);

	return {
		latest: (limit: number) => latest.all(limit),
		reasons: (limit: number) => reasons.all(limit),
	};
};

/** How many rows imports have rejected that began since a moment. */
export const rejectedSince = (db: Database) => {
	const query = db
		.prepare<[number], number>('SELECT coalesce(sum(rows_rejected), 0) FROM imports WHERE started_at >= ?')
		.pluck();

	return (since: number) => query.get(since)!;
};
