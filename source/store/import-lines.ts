import {localDay} from '../business-time.ts';
import type {ImportBatch, ImportedLine} from '../imported-line.ts';
import {unknownRegion} from '../order.ts';
import {openDimensions} from './dimensions.ts';
import {foldBulkLoad} from './fold-bulk-load.ts';
import {type ImportAccount, type ImportedSource, importLog, noShare, type Share} from './import-log.ts';
import {importedProducts} from './imported-products.ts';
import {linesHeld} from './lines-held.ts';
import type {Store} from './open-store.ts';

/** The name under which imported orders, customers and products are stored. */
export const importedSource = 'import';

/** From this many lines on, folding the rollups once beats keeping them row by row. */
const bulkThreshold = 64;

const cacheKiB = 32_768;

/** Of 4 KiB: the log grows to 32 MiB between checkpoints. */
const pagesPerCheckpoint = 8192;

export type Importer = {
	/** Begins to load a source; what it holds is told from what the database holds at that moment. */
	readonly begin: (source: ImportedSource, startedAt: number) => SourceImport;
};

export type SourceImport = {
	/**
	 * Loads some rows, their rollups and their share of the account in one transaction; when it returns
	 * they are committed.
	 */
	readonly load: (batch: ImportBatch) => void;
	/** Keeps the rejected rows, and accounts for all rows as rejected without loading any. */
	readonly refuse: (batch: ImportBatch) => void;
	/** @returns what became of every row */
	readonly finish: (finishedAt: number) => ImportAccount;
};

/** A line with the product it sells. */
type Sold = {readonly line: ImportedLine; readonly productId: number};

/**
 * Prepares a connection to load much. The indexes are touched all over, so it pays to hold more of
 * them and to write them back to the file less often: a third to a half faster at 2,000,000 lines.
 */
export function openImporter(store: Store): Importer {
	const {db, zone} = store;
	db.pragma(`cache_size = -${cacheKiB}`);
	db.pragma(`wal_autocheckpoint = ${pagesPerCheckpoint}`);
	const dimensions = openDimensions(db);
	const log = importLog(db);
	const fold = foldBulkLoad(db);
	const highestOrderId = db.prepare<[], number>('SELECT coalesce(max(order_id), 0) FROM orders').pluck();
	const highestLineId = db.prepare<[], number>('SELECT coalesce(max(line_id), 0) FROM order_lines').pluck();
	const selectOrder = db
		.prepare<[number, string], number>('SELECT order_id FROM orders WHERE source_id = ? AND number = ?')
		.pluck();
	const insertOrder = db.prepare(`
		INSERT INTO orders (order_id, source_id, number, at, date_id, region_id, store_id, customer_id,
			lines, units, revenue, returns)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	`);
	const insertLine = db.prepare(`
		INSERT INTO order_lines (line_id, order_id, product_id, quantity, unit_price, discount)
		VALUES (?, ?, ?, ?, ?, ?)
	`);
	const sourceId = db.transaction(() => dimensions.sourceId(importedSource)).immediate();
	const products = importedProducts(db, dimensions, sourceId);

	const inTransaction = (work: () => void) => {
		try {
			db.transaction(work).immediate();
		} catch (error) {
			dimensions.forget();
			products.forget();
			throw error;
		}
	};

	const writeOrder = (orderId: number, lines: readonly Sold[]) => {
		const {order, at, region, store: storeName, city, customer, customerName, email} = lines[0]!.line;
		const totals = totalsOf(lines);
		insertOrder.run(
			orderId,
			sourceId,
			order,
			at,
			dimensions.dateId(localDay(zone, at)),
			dimensions.regionId(region ?? unknownRegion),
			storeName === undefined
				? null
				: dimensions.storeId({name: storeName, city: city ?? '', region: region ?? unknownRegion}),
			customer === undefined
				? null
				: dimensions.customerId(sourceId, {code: customer, name: customerName, email, region}),
			lines.length,
			totals.units,
			totals.revenue,
			totals.returns,
		);
	};

	const writeLine = (lineId: number, orderId: number, {line, productId}: Sold) => {
		insertLine.run(lineId, orderId, productId, line.quantity, line.unitPrice, line.discount);
	};

	/** @returns the ids of the orders */
	const writeNewOrders = (orders: Iterable<readonly Sold[]>): number[] => {
		const ids: number[] = [];
		let orderId = highestOrderId.get()!;
		let lineId = highestLineId.get()!;
		for (const lines of orders) {
			writeOrder(++orderId, lines);
			for (const sold of lines) {
				writeLine(++lineId, orderId, sold);
			}
			ids.push(orderId);
		}
		return ids;
	};

	return {
		begin(source, startedAt) {
			const held = linesHeld(db);
			const importId = log.begin(source, startedAt);

			/** Sorts lines into those of new orders and those that known orders lack. */
			const sort = (lines: readonly ImportedLine[]) => {
				const newOrders = new Map<string, Sold[]>();
				const knownOrders = new Map<string, number>();
				const additions: {readonly orderId: number; readonly sold: Sold}[] = [];
				const duplicates: ImportedLine[] = [];
				for (const line of lines) {
					const sold = {line, productId: products.idOf(line)};
					const siblings = newOrders.get(line.order);
					if (siblings) {
						siblings.push(sold);
						continue;
					}
					const orderId = knownOrders.get(line.order) ?? selectOrder.get(sourceId, line.order);
					if (orderId === undefined) {
						newOrders.set(line.order, [sold]);
						continue;
					}
					knownOrders.set(line.order, orderId);
					if (held.takes(orderId, sold.productId, line)) {
						duplicates.push(line);
					} else {
						additions.push({orderId, sold});
					}
				}
				return {newOrders: [...newOrders.values()], additions, duplicates};
			};

			const write = (batch: ImportBatch): readonly number[] => {
				const {newOrders, additions, duplicates} = sort(batch.lines);
				const isBulk = batch.lines.length - additions.length - duplicates.length >= bulkThreshold;
				const newIds = isBulk ? fold(() => writeNewOrders(newOrders)) : writeNewOrders(newOrders);
				let lineId = highestLineId.get()!;
				for (const {orderId, sold} of additions) {
					writeLine(++lineId, orderId, sold);
				}
				log.reject(importId, source.origin, batch.rejected);
				const duplicate = shareOf(duplicates);
				const all = shareOf(batch.lines);
				log.add(importId, {
					loaded: {rows: all.rows - duplicate.rows, amount: all.amount - duplicate.amount},
					duplicate,
					rejected: shareOf(batch.rejected),
				});
				return newIds;
			};

			return {
				load(batch) {
					inTransaction(() => {
						for (const orderId of write(batch)) {
							held.isNew(orderId);
						}
					});
				},
				refuse({lines, rejected}) {
					inTransaction(() => {
						log.reject(importId, source.origin, rejected);
						log.add(importId, {
							loaded: noShare,
							duplicate: noShare,
							rejected: shareOf([...lines, ...rejected]),
						});
					});
				},
				finish(finishedAt) {
					log.finish(importId, finishedAt);
					return log.account(importId);
				},
			};
		},
	};
}

function shareOf(rows: readonly {readonly amount: number}[]): Share {
	let amount = 0;
	for (const row of rows) {
		amount += row.amount;
	}
	return {rows: rows.length, amount};
}

function totalsOf(lines: readonly Sold[]) {
	let units = 0;
	let revenue = 0;
	let returns = 0;
	for (const {line} of lines) {
		units += line.quantity;
		revenue += line.amount;
		if (line.quantity < 0) {
			returns += line.amount;
		}
	}
	return {units, revenue, returns};
}
