import type {ImportedProduct} from '../../imported-entry.ts';
import {openDimensions} from '../dimensions.ts';
import {foldBulkLoad} from '../fold-bulk-load.ts';
import type {Store} from '../open-store.ts';
import {writeTransaction} from '../write-transaction.ts';
import {importEntries} from './import-entries.ts';
import {type ImportedSource, importLog} from './import-log.ts';
import {type ImportTrial, importTrial} from './import-trial.ts';
import {importedProducts} from './imported-products.ts';
import {lineLoader} from './lines/line-loader.ts';
import {importedOrderWriter} from './orders/imported-order-writer.ts';
import {importedOrders} from './orders/imported-orders.ts';
import {type SourceImport, sourceImport} from './source-import.ts';

/** The name under which imported orders, customers and products are stored. */
export const importedSource = 'import';

const cacheKiB = 65_536;

/** Of 4 KiB: the log grows to 32 MiB between checkpoints. */
const pagesPerCheckpoint = 8192;

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
	/** Tries to load a source, as long as nothing else is being loaded. */
	readonly tryOut: (source: ImportedSource) => ImportTrial;
	/** Begins to load a source; what it holds is told from what the database holds at that moment. */
	readonly begin: (source: ImportedSource, startedAt: number) => SourceImport;
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
	const selectStore = db.prepare<[string]>('SELECT 1 FROM stores WHERE name = ?');
	const sourceId = db.transaction(() => dimensions.sourceId(importedSource)).immediate();
	const orders = importedOrders(db, sourceId);
	const products = importedProducts(db, dimensions, sourceId);
	const entries = importEntries(db, dimensions, sourceId);
	const transaction = writeTransaction(db, () => {
		dimensions.forget();
		orders.forget();
		products.forget();
	});
	let trial: ImportTrial | undefined;
	const parts = {
		db,
		zone,
		log,
		isUpdate,
		isLatest,
		foldedAtOnce,
		entries,
		transaction,
		endTrial: () => trial?.undo(),
		writer: importedOrderWriter(db, zone, dimensions, sourceId),
		beginBulk: foldBulkLoad(db),
		addOrder: orders.add,
		findOrder: orders.find,
		productIdOf: products.idOf,
	};

	const hasOrder = (number: string) => orders.find(number) !== undefined;

	return {
		hasStore: name => selectStore.get(name) !== undefined,
		hasOrder,
		tryOut(source) {
			const begin = () => {
				const loader = lineLoader(parts, log.begin(source, 0), source.origin);
				loader.begin();
				return loader;
			};
			const tried = importTrial(transaction, begin, hasOrder);
			trial = {
				...tried,
				undo() {
					trial = undefined;
					tried.undo();
				},
			};
			return trial;
		},
		setStocks(some) {
			transaction.whole(() => {
				for (const product of some) {
					entries.stock(product);
				}
			});
		},
		begin: (source, startedAt) => sourceImport(parts, source, startedAt),
	};
}
