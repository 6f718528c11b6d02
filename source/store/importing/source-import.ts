import type {ImportedCustomer, ImportedProduct} from '../../imported-entry.ts';
import type {ImportBatch, RejectedRow} from '../../imported-line.ts';
import type {WriteTransaction} from '../write-transaction.ts';
import type {ImportEntries} from './import-entries.ts';
import {type ImportAccount, type ImportedSource, noShare, type Shares} from './import-log.ts';
import {shareOf} from './lines/import-accounts.ts';
import {type LineLoader, type LineLoaderParts, type LoadedBatch, lineLoader} from './lines/line-loader.ts';

/** Each of them is kept in memory. */
const mostPostponed = 32_768;

export type SourceImport = Pick<LineLoader, 'updated' | 'comeAgain' | 'keyedApart' | 'settle'> & {
	/** Loads some rows, their rollups and their share of the account, all of which `commit` keeps. */
	readonly load: (batch: ImportBatch) => LoadedBatch;
	/**
	 * Whether the database held no lines before those that wait for their commit: then loading many
	 * together pays, for their indexes are built at once; unless many wait to be written at its end.
	 */
	readonly isFirst: () => boolean;
	/** Keeps what was loaded: when it returns it is committed. Until then no other program can write. */
	readonly commit: () => void;
	/** Loads some rows of a table that others refer to; a row that tells nothing new is a duplicate. */
	readonly enter: (batch: EntryBatch) => void;
	/** Accounts for rows that are loaded elsewhere, and keeps those that cannot be. */
	readonly count: (rows: CountedRows) => void;
	/** Keeps rows for which all others of the source are refused, and which are accounted for with these. */
	readonly keepRejected: (rows: readonly RejectedRow[]) => void;
	/** Keeps the rejected rows, and accounts for all rows as rejected without loading any. */
	readonly refuse: (batch: ImportBatch) => void;
	/** What became of the rows that were loaded so far, all of which are kept. */
	readonly soFar: () => ImportAccount;
	/** @returns what became of every row */
	readonly finish: (finishedAt: number) => ImportAccount;
};

export type CountedRows = {
	readonly loaded: number;
	readonly duplicate: number;
	/** Good rows that are not loaded, because too many others cannot be. */
	readonly refused: number;
	readonly rejected: readonly RejectedRow[];
	/** How many of those that are loaded the source had torn apart. */
	readonly repaired: number;
};

/** Some rows of a table of products, categories or customers. */
export type EntryBatch = {
	/** By name. */
	readonly categories: readonly string[];
	readonly products: readonly ImportedProduct[];
	readonly customers: readonly ImportedCustomer[];
	readonly rejected: readonly RejectedRow[];
	/** How many of them the source had torn apart. */
	readonly repaired: number;
};

/** What loads the rows of all sources. */
export type SourceImportParts = LineLoaderParts & {
	readonly entries: ImportEntries;
	readonly transaction: WriteTransaction;
	/** Undoes what was only tried out. */
	readonly endTrial: () => void;
};

/** Loads the rows of one source, and keeps the account of what became of them. */
export function sourceImport(
	parts: SourceImportParts,
	source: ImportedSource,
	startedAt: number,
): SourceImport {
	const {db, log, entries, transaction, endTrial} = parts;
	const hasLines = db.prepare('SELECT 1 FROM order_lines LIMIT 1');
	const importId = log.begin(source, startedAt);
	const loader = lineLoader(parts, importId, source.origin);
	let isFirst = false;

	const begin = () => {
		isFirst = !hasLines.get();
		// Indexes are sorted in files; the pages that a statement may have to give back are copied
		// to memory.
		db.pragma(`temp_store = ${isFirst ? 'FILE' : 'MEMORY'}`);
		transaction.begin();
		loader.begin();
	};

	const commit = () => {
		// Whoever stops the import asks what was loaded, also in the middle of a trial.
		endTrial();
		if (transaction.isOpen()) {
			transaction.within(() => {
				loader.end();
				transaction.commit();
			});
		}
	};

	const account = (rejected: readonly RejectedRow[], shares: Shares) => {
		log.reject(importId, source.origin, rejected);
		log.add(importId, shares);
	};

	return {
		updated: loader.updated,
		comeAgain: loader.comeAgain,
		keyedApart: loader.keyedApart,
		settle() {
			commit();
			return transaction.whole(loader.settle);
		},
		load(batch) {
			if (!transaction.isOpen()) {
				begin();
			}
			return transaction.within(() => loader.load(batch));
		},
		isFirst: () => isFirst && loader.postponed() < mostPostponed,
		commit,
		enter({categories, products, customers, rejected, repaired}) {
			transaction.whole(() => {
				const learnt = [
					...categories.map(entries.category),
					...products.map(entries.product),
					...customers.map(entries.customer),
				];
				const loaded = learnt.filter(Boolean).length;
				account(rejected, {
					loaded: {rows: loaded, amount: 0},
					duplicate: {rows: learnt.length - loaded, amount: 0},
					rejected: shareOf(rejected),
					repaired: Math.min(repaired, loaded),
				});
			});
		},
		count({loaded, duplicate, refused, rejected, repaired}) {
			transaction.whole(() =>
				account(rejected, {
					loaded: {rows: loaded, amount: 0},
					duplicate: {rows: duplicate, amount: 0},
					rejected: {...shareOf(rejected), rows: rejected.length + refused},
					repaired: Math.min(repaired, loaded),
				}),
			);
		},
		keepRejected(rows) {
			transaction.whole(() => log.reject(importId, source.origin, rows));
		},
		refuse({lines, rejected}) {
			transaction.whole(() =>
				account(rejected, {
					loaded: noShare,
					duplicate: noShare,
					rejected: shareOf([...lines, ...rejected]),
					repaired: 0,
				}),
			);
		},
		soFar() {
			commit();
			return log.account(importId);
		},
		finish(finishedAt) {
			commit();
			log.finish(importId, finishedAt);
			return log.account(importId);
		},
	};
}
