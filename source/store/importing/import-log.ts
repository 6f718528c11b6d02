import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';
import {keepRejectedRows} from './rejected/keep-rejected-rows.ts';

/** How many of something, or how much money. */
export type Reconciliation = {
	readonly read: number;
	readonly loaded: number;
	readonly duplicate: number;
	readonly rejected: number;
};

/** What became of a source's rows and of their money: read = loaded + duplicate + rejected in both. */
export type ImportAccount = {
	readonly rows: Reconciliation;
	readonly amount: Reconciliation;
	/** Rows among those that were loaded of which the source left something out. */
	readonly repaired: number;
};

/** What became of some rows. */
export type Share = {readonly rows: number; readonly amount: Money};

export type Shares = {
	readonly loaded: Share;
	readonly duplicate: Share;
	readonly rejected: Share;
	/** How many of those that were loaded had something worked out. */
	readonly repaired: number;
};

/** Of no rows. */
export const noShare: Share = {rows: 0, amount: 0};

/** How a source was understood. */
export type ImportedSource = {
	/** A path or an address. */
	readonly origin: string;
	readonly format: string;
	/** Which column was taken for which field. */
	readonly mapping: Readonly<Record<string, string>>;
	/** The names of its columns. */
	readonly header: readonly string[];
	/** What separates the values of a text. */
	readonly delimiter: string | undefined;
	/** How its values were read, as plain JSON; absent where that was not found out. */
	readonly writing?: object | undefined;
};

/** The record of what was read from where, and the rows that could not be loaded. */
export const importLog = (db: Database) => {
	const begin = db.prepare(
		'INSERT INTO imports (origin, format, mapping, header, delimiter, writing, started_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
	);
	const finish = db.prepare('UPDATE imports SET finished_at = ? WHERE import_id = ?');
	const account = db.prepare(`
		UPDATE imports SET
			rows_read = rows_read + @loaded + @duplicate + @rejected,
			rows_loaded = rows_loaded + @loaded,
			rows_duplicate = rows_duplicate + @duplicate,
			rows_rejected = rows_rejected + @rejected,
			rows_repaired = rows_repaired + @repaired,
			amount_loaded = amount_loaded + @amountLoaded,
			amount_duplicate = amount_duplicate + @amountDuplicate,
			amount_rejected = amount_rejected + @amountRejected
		WHERE import_id = @importId
	`);
	const read = db.prepare<
		[number],
		Record<
			| 'loaded'
			| 'duplicate'
			| 'rejected'
			| 'repaired'
			| 'amountLoaded'
			| 'amountDuplicate'
			| 'amountRejected',
			number
		>
	>(`
		SELECT rows_loaded AS loaded, rows_duplicate AS duplicate, rows_rejected AS rejected, rows_repaired AS repaired,
			amount_loaded AS amountLoaded, amount_duplicate AS amountDuplicate, amount_rejected AS amountRejected
		FROM imports WHERE import_id = ?
	`);
	const reject = keepRejectedRows(db);

	return {
		/** @returns the import's id */
		begin: ({origin, format, mapping, header, delimiter, writing}: ImportedSource, at: number) =>
			Number(
				begin.run(
					origin,
					format,
					JSON.stringify(mapping),
					JSON.stringify(header),
					delimiter ?? null,
					writing === undefined ? null : JSON.stringify(writing),
					at,
				).lastInsertRowid,
			),
		finish: (importId: number, at: number) => {
			finish.run(at, importId);
		},
		/** Adds to the account of an import. */
		add: (importId: number, {loaded, duplicate, rejected, repaired}: Shares) => {
			account.run({
				importId,
				loaded: loaded.rows,
				duplicate: duplicate.rows,
				rejected: rejected.rows,
				repaired,
				amountLoaded: loaded.amount,
				amountDuplicate: duplicate.amount,
				amountRejected: rejected.amount,
			});
		},
		/** Keeps rows that could not be loaded; one that is kept already is not kept twice. */
		reject,
		account: (importId: number): ImportAccount => {
			const {loaded, duplicate, rejected, repaired, amountLoaded, amountDuplicate, amountRejected} =
				read.get(importId)!;
			return {
				repaired,
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
