import type {ImportedCustomer, ImportedProduct} from '../../imported-entry.ts';
import type {ImportBatch, RejectedRow} from '../../imported-line.ts';
import {openDimensions} from '../dimensions.ts';
import {foldBulkLoad} from '../fold-bulk-load.ts';
import type {Store} from '../open-store.ts';
import {writeTransaction} from '../write-transaction.ts';
import {importEntries} from './import-entries.ts';
import {type ImportAccount, type ImportedSource, importLog, noShare} from './import-log.ts';
import {importedProducts} from './imported-products.ts';
import {shareOf} from './lines/import-accounts.ts';
import {type LineLoader, type LoadedBatch, lineLoader} from './lines/load-lines.ts';
import {importedOrders} from './orders/imported-orders.ts';
import {importedOrderWriter} from './orders/write-imported-orders.ts';

/** The name under which imported orders, customers and products are stored. */
export const importedSource = 'import';

const cacheKiB = 65_536;

/** Of 4 KiB: the log grows to 32 MiB between checkpoints. */
const pagesPerCheckpoint = 8192;

/** Each of them is kept in memory. */
const mostPostponed = 32_768;

export type ImportLinesOptions = {
	/** Whether lines that a newer export has changed replace those that are loaded. */
	readonly isUpdate?: boolean;
	/** Whether records of whole orders replace what is loaded of these, as they do where they come live. */
	readonly isLatest?: boolean;
	/** Of many new lines so many are added to the rollups at once. */
	readonly foldedAtOnce?: number;
};

export type Importer = {
	/** Whether the database holds an order of that number. */
	readonly hasOrder: (number: string) => boolean;
	/** Whether the database knows a store of that name. */
	readonly hasStore: (name: string) => boolean;
	/** Sets what is left of products that nobody counted before. */
	readonly setStocks: (products: readonly Pick<ImportedProduct, 'code' | 'stock'>[]) => void;
	/** Begins to load a source; what it holds is told from what the database holds at that moment. */
	readonly begin: (source: ImportedSource, startedAt: number) => SourceImport;
};

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

/**
 * Prepares a connection to load much. The indexes are touched all over, so it pays to hold more of
 * them and to write them back to the file less often: a third to a half faster at 2,000,000 lines.
 *
 * Foreign keys are not looked up for each row: every id is one that this connection has just made or
 * found, and what it remembers of them it forgets as soon as another connection has written.
 */
export function openImporter(
	store: Store,
	{isUpdate = false, isLatest = false, foldedAtOnce = 65_536}: ImportLinesOptions = {},
): Importer {
	const {db, zone} = store;
	db.pragma(`cache_size = -${cacheKiB}`);
	db.pragma(`wal_autocheckpoint = ${pagesPerCheckpoint}`);
	db.pragma('foreign_keys = OFF');
	const dimensions = openDimensions(db);
	const log = importLog(db);
	const hasLines = db.prepare('SELECT 1 FROM order_lines LIMIT 1');
	const selectCategory = db.prepare<[string]>('SELECT 1 FROM categories WHERE name = ?');
	const selectStore = db.prepare<[string]>('SELECT 1 FROM stores WHERE name = ?');
	const isNewCategory = (name: string) => {
		const isNew = selectCategory.get(name) === undefined;
		dimensions.categoryId(name);
		return isNew;
	};
	const sourceId = db.transaction(() => dimensions.sourceId(importedSource)).immediate();
	const orders = importedOrders(db, sourceId);
	const products = importedProducts(db, dimensions, sourceId);
	const entries = importEntries(db, dimensions, sourceId);
	const transaction = writeTransaction(db, () => {
		dimensions.forget();
		orders.forget();
		products.forget();
	});
	const parts = {
		db,
		zone,
		log,
		isUpdate,
		isLatest,
		foldedAtOnce,
		writer: importedOrderWriter(db, zone, dimensions, sourceId),
		beginBulk: foldBulkLoad(db),
		addOrder: orders.add,
		findOrder: orders.find,
		productIdOf: products.idOf,
	};

	return {
		hasStore: name => selectStore.get(name) !== undefined,
		hasOrder: number => orders.find(number) !== undefined,
		setStocks(some) {
			transaction.whole(() => {
				for (const product of some) {
					entries.stock(product);
				}
			});
		},
		begin(source, startedAt) {
			const importId = log.begin(source, startedAt);
			const loader = lineLoader(parts, importId, source.origin);
			let isFirst = false;

			const commit = () => {
				if (transaction.isOpen()) {
					transaction.within(() => {
						loader.end();
						transaction.commit();
					});
				}
			};

			return {
				updated: loader.updated,
				comeAgain: loader.comeAgain,
				settle() {
					commit();
					return transaction.whole(loader.settle);
				},
				keyedApart: loader.keyedApart,
				load(batch) {
					if (!transaction.isOpen()) {
						isFirst = !hasLines.get();
						// Indexes are sorted in files; the pages that a statement may have to give back are copied
						// to memory.
						db.pragma(`temp_store = ${isFirst ? 'FILE' : 'MEMORY'}`);
						transaction.begin();
						loader.begin();
					}
					return transaction.within(() => loader.load(batch));
				},
				isFirst: () => isFirst && loader.postponed() < mostPostponed,
				commit,
				enter({categories, products: someProducts, customers, rejected, repaired}) {
					transaction.whole(() => {
						const learnt = [
							...categories.map(isNewCategory),
							...someProducts.map(entries.product),
							...customers.map(entries.customer),
						];
						const loaded = learnt.filter(Boolean).length;
						log.reject(importId, source.origin, rejected);
						log.add(importId, {
							loaded: {rows: loaded, amount: 0},
							duplicate: {rows: learnt.length - loaded, amount: 0},
							rejected: shareOf(rejected),
							repaired: Math.min(repaired, loaded),
						});
					});
				},
				count({loaded, duplicate, refused, rejected, repaired}) {
					transaction.whole(() => {
						log.reject(importId, source.origin, rejected);
						log.add(importId, {
							loaded: {rows: loaded, amount: 0},
							duplicate: {rows: duplicate, amount: 0},
							rejected: {...shareOf(rejected), rows: rejected.length + refused},
							repaired: Math.min(repaired, loaded),
						});
					});
				},
				refuse({lines, rejected}) {
					transaction.whole(() => {
						log.reject(importId, source.origin, rejected);
						log.add(importId, {
							loaded: noShare,
							duplicate: noShare,
							rejected: shareOf([...lines, ...rejected]),
							repaired: 0,
						});
					});
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
		},
	};
}
