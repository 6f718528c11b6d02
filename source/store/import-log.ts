import type {Database} from 'better-sqlite3';
import type {RejectedRow} from '../imported-line.ts';
import type {Money} from '../money.ts';

/** How many of something, or how much money. */
export type Reconciliation = {
	readonly read: number;
	readonly loaded: number;
	readonly duplicate: number;
	readonly rejected: number;
};

/** What became of a source's rows and of their money: read = loaded + duplicate + rejected in both. */
export type ImportAccount = {readonly rows: Reconciliation; readonly amount: Reconciliation};

/** What became of some rows. */
export type Share = {readonly rows: number; readonly amount: Money};

export type Shares = {readonly loaded: Share; readonly duplicate: Share; readonly rejected: Share};

export const noShare: Share = {rows: 0, amount: 0};

/** How a source was understood. */
export type ImportedSource = {
	/** A path or an address. */
	readonly origin: string;
	readonly format: string;
	/** Which column was taken for which field. */
	readonly mapping: Readonly<Record<string, string>>;
};

/** The record of what was read from where, and the rows that could not be loaded. */
export const importLog = (db: Database) => {
	const begin = db.prepare('INSERT INTO imports (origin, format, mapping, started_at) VALUES (?, ?, ?, ?)');
	const finish = db.prepare('UPDATE imports SET finished_at = ? WHERE import_id = ?');
	const account = db.prepare(`
		UPDATE imports SET
			rows_read = rows_read + @loaded + @duplicate + @rejected,
			rows_loaded = rows_loaded + @loaded,
			rows_duplicate = rows_duplicate + @duplicate,
			rows_rejected = rows_rejected + @rejected,
			amount_loaded = amount_loaded + @amountLoaded,
			amount_duplicate = amount_duplicate + @amountDuplicate,
			amount_rejected = amount_rejected + @amountRejected
		WHERE import_id = @importId
	`);
	const read = db.prepare<
		[number],
		Record<
			'loaded' | 'duplicate' | 'rejected' | 'amountLoaded' | 'amountDuplicate' | 'amountRejected',
			number
		>
	>(`
		SELECT rows_loaded AS loaded, rows_duplicate AS duplicate, rows_rejected AS rejected,
			amount_loaded AS amountLoaded, amount_duplicate AS amountDuplicate, amount_rejected AS amountRejected
		FROM imports WHERE import_id = ?
	`);
	const reject = db.prepare(`
		INSERT OR IGNORE INTO rejected_rows (import_id, origin, line_number, field, reason, raw)
		VALUES (?, ?, ?, ?, ?, ?)
	`);

	return {
		/** @returns the import's id */
		begin: ({origin, format, mapping}: ImportedSource, at: number) =>
			Number(begin.run(origin, format, JSON.stringify(mapping), at).lastInsertRowid),
		finish: (importId: number, at: number) => {
			finish.run(at, importId);
		},
		/** Adds to the account of an import. */
		add: (importId: number, {loaded, duplicate, rejected}: Shares) => {
			account.run({
				importId,
				loaded: loaded.rows,
				duplicate: duplicate.rows,
				rejected: rejected.rows,
				amountLoaded: loaded.amount,
				amountDuplicate: duplicate.amount,
				amountRejected: rejected.amount,
			});
		},
		/** Keeps rows that could not be loaded; one that is kept already is not kept twice. */
		reject: (importId: number, origin: string, rows: readonly RejectedRow[]) => {
			for (const {lineNumber, field, reason, raw} of rows) {
				reject.run(importId, origin, lineNumber, field ?? null, reason, raw);
			}
		},
		account: (importId: number): ImportAccount => {
			const {loaded, duplicate, rejected, amountLoaded, amountDuplicate, amountRejected} =
				read.get(importId)!;
			return {
				rows: {read: loaded + duplicate + rejected, loaded, duplicate, rejected},
				amount: {
					read: amountLoaded + amountDuplicate + amountRejected,
					loaded: amountLoaded,
					duplicate: amountDuplicate,
					rejected: amountRejected,
				},
			};
		},
	};
};
