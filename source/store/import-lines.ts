import {localDay} from '../business-time.ts';
import type {ImportedCustomer, ImportedProduct} from '../imported-entry.ts';
import type {ImportBatch, ImportedLine, RejectedRow} from '../imported-line.ts';
import {moneyToDecimal} from '../money.ts';
import {unknownRegion} from '../order.ts';
import {openDimensions} from './dimensions.ts';
import {foldBulkLoad} from './fold-bulk-load.ts';
import {importEntries} from './import-entries.ts';
import {type ImportAccount, type ImportedSource, importLog, noShare, type Share} from './import-log.ts';
import {importedProducts} from './imported-products.ts';
import {type HeldLine, linesHeld} from './lines-held.ts';
import {openRejectedRows} from './open-rejected-rows.ts';
import type {Store} from './open-store.ts';
import {isSameOrder, type OrderFacts, orderKeys} from './order-keys.ts';

/** The name under which imported orders, customers and products are stored. */
export const importedSource = 'import';

/** From this many lines on, folding the rollups once beats keeping them row by row. */
const bulkThreshold = 64;

const cacheKiB = 32_768;

/** Of 4 KiB: the log grows to 32 MiB between checkpoints. */
const pagesPerCheckpoint = 8192;

/** Why a line of an order that is loaded already is not. */
const conflict = 'differs from the line that is loaded; --update takes it';

export type ImportLinesOptions = {
	/** Whether lines that a newer export has changed replace those that are loaded. */
	readonly isUpdate?: boolean;
};

export type Importer = {
	/** Whether the database holds an order of that number. */
	readonly hasOrder: (number: string) => boolean;
	/** Whether the database knows a category, or a store, of that name. */
	readonly hasName: (kind: 'categories' | 'stores', name: string) => boolean;
	/** Sets what is left of products that nobody counted before. */
	readonly setStocks: (products: readonly Pick<ImportedProduct, 'code' | 'stock'>[]) => void;
	/** Begins to load a source; what it holds is told from what the database holds at that moment. */
	readonly begin: (source: ImportedSource, startedAt: number) => SourceImport;
};

export type SourceImport = {
	/**
	 * Loads some rows, their rollups and their share of the account in one transaction; when it returns
	 * they are committed.
	 */
	readonly load: (batches: Iterable<ImportBatch>) => LoadedBatch;
	/** Loads some rows of a table that others refer to; a row that tells nothing new is a duplicate. */
	readonly enter: (batch: EntryBatch) => void;
	/** Accounts for rows that are loaded elsewhere, and keeps those that cannot be. */
	readonly count: (rows: CountedRows) => void;
	/** How many of the rows that were loaded so far have replaced others. */
	readonly updated: () => number;
	/** The orders loaded so far whose number another order has too, and the key of one of them. */
	readonly keyedApart: () => {readonly orders: number; readonly example: string | undefined};
	/** Keeps the rejected rows, and accounts for all rows as rejected without loading any. */
	readonly refuse: (batch: ImportBatch) => void;
	/** What became of the rows that were loaded so far. */
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

/** Some rows of a table of products or customers. */
export type EntryBatch = {
	readonly products: readonly ImportedProduct[];
	readonly customers: readonly ImportedCustomer[];
	readonly rejected: readonly RejectedRow[];
	/** How many of them the source had torn apart. */
	readonly repaired: number;
};

/** What loading some rows brought to light. */
export type LoadedBatch = {
	/** Rows that change what is loaded, and were rejected for it. */
	readonly conflicts: readonly RejectedRow[];
};

/** A line with the product it sells. */
type Sold = {readonly line: ImportedLine; readonly productId: number};

/** The lines of an order that is new, under its key. */
type NewOrder = {readonly key: string; readonly facts: OrderFacts; readonly lines: Sold[]};

/** An order that the database holds. */
type KnownOrder = OrderFacts & {readonly orderId: number};

/** A line of an order that the database holds. */
type KnownLine = {readonly orderId: number; readonly sold: Sold};

/**
 * Prepares a connection to load much. The indexes are touched all over, so it pays to hold more of
 * them and to write them back to the file less often: a third to a half faster at 2,000,000 lines.
 *
 * Foreign keys are not looked up for each row: every id is one that this connection has just made or
 * found, and what it remembers of them it forgets as soon as another connection has written.
 */
export function openImporter(store: Store, {isUpdate = false}: ImportLinesOptions = {}): Importer {
	const {db, zone} = store;
	db.pragma(`cache_size = -${cacheKiB}`);
	db.pragma(`wal_autocheckpoint = ${pagesPerCheckpoint}`);
	db.pragma('foreign_keys = OFF');
	const dimensions = openDimensions(db);
	const log = importLog(db);
	const fold = foldBulkLoad(db);
	const highestOrderId = db.prepare<[], number>('SELECT coalesce(max(order_id), 0) FROM orders').pluck();
	const highestLineId = db.prepare<[], number>('SELECT coalesce(max(line_id), 0) FROM order_lines').pluck();
	const selectOrder = db.prepare<
		[number, string],
		{orderId: number; at: number; store: string | null; customer: string | null}
	>(`
		SELECT order_id AS orderId, at, stores.name AS store, customers.code AS customer
		FROM orders LEFT JOIN stores USING (store_id) LEFT JOIN customers USING (customer_id)
		WHERE orders.source_id = ? AND number = ?
	`);
	const selectName = {
		categories: db.prepare<[string]>('SELECT 1 FROM categories WHERE name = ?'),
		stores: db.prepare<[string]>('SELECT 1 FROM stores WHERE name = ?'),
	};
	const insertOrder = db.prepare(`
		INSERT INTO orders (order_id, source_id, number, at, date_id, region_id, store_id, customer_id,
			lines, units, revenue, returns)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	`);
	const insertLine = db.prepare(`
		INSERT INTO order_lines (line_id, order_id, product_id, quantity, unit_price, discount)
		VALUES (?, ?, ?, ?, ?, ?)
	`);
	const insertRepair = db.prepare('INSERT INTO repairs (line_id, import_id, field) VALUES (?, ?, ?)');
	const updateLine = db.prepare(`
		UPDATE order_lines SET quantity = @quantity, unit_price = @unitPrice, discount = @discount
		WHERE line_id = (
			SELECT line_id FROM order_lines
			WHERE order_id = @orderId AND product_id = @productId AND quantity = @oldQuantity
				AND unit_price = @oldUnitPrice AND discount = @oldDiscount
			LIMIT 1
		)
	`);
	const sourceId = db.transaction(() => dimensions.sourceId(importedSource)).immediate();
	const products = importedProducts(db, dimensions, sourceId);
	const entries = importEntries(db, dimensions, sourceId);

	const forget = () => {
		dimensions.forget();
		products.forget();
	};
	/** SQLite's count of the changes that other connections have committed. */
	const version = (): unknown => db.pragma('data_version', {simple: true});
	let seenVersion = version();

	const inTransaction = <Result>(work: () => Result): Result => {
		try {
			return db
				.transaction(() => {
					const now = version();
					if (now !== seenVersion) {
						forget();
						seenVersion = now;
					}
					return work();
				})
				.immediate();
		} catch (error) {
			forget();
			throw error;
		}
	};

	const knownOrder = (key: string): KnownOrder | undefined => {
		const found = selectOrder.get(sourceId, key);
		return found && {...found, store: found.store ?? undefined, customer: found.customer ?? undefined};
	};

	const writeOrder = (orderId: number, {key, lines}: NewOrder) => {
		const {at, region, store: storeName, city, customer, customerName, email, age} = lines[0]!.line;
		const totals = totalsOf(lines);
		insertOrder.run(
			orderId,
			sourceId,
			key,
			at,
			dimensions.dateId(localDay(zone, at)),
			dimensions.regionId(region ?? unknownRegion),
			storeName === undefined
				? null
				: dimensions.storeId({name: storeName, city: city ?? '', region: region ?? unknownRegion}),
			customer === undefined
				? null
				: dimensions.customerId(sourceId, {code: customer, name: customerName, email, age, region}),
			lines.length,
			totals.units,
			totals.revenue,
			totals.returns,
		);
	};

	const writeLine = (importId: number, lineId: number, orderId: number, {line, productId}: Sold) => {
		insertLine.run(lineId, orderId, productId, line.quantity, line.unitPrice, line.discount);
		if (line.repair !== undefined) {
			insertRepair.run(lineId, importId, line.repair);
		}
	};

	/** @returns the ids of the orders */
	const writeNewOrders = (importId: number, orders: readonly NewOrder[]): number[] => {
		const ids: number[] = [];
		let orderId = highestOrderId.get()!;
		let lineId = highestLineId.get()!;
		for (const order of orders) {
			writeOrder(++orderId, order);
			for (const sold of order.lines) {
				writeLine(importId, ++lineId, orderId, sold);
			}
			ids.push(orderId);
		}
		return ids;
	};

	const replace = ({orderId, sold: {line, productId}, before}: KnownLine & {readonly before: HeldLine}) => {
		const {quantity, unitPrice, discount} = line;
		updateLine.run({
			orderId,
			productId,
			quantity,
			unitPrice,
			discount,
			oldQuantity: before.quantity,
			oldUnitPrice: before.unitPrice,
			oldDiscount: before.discount,
		});
	};

	return {
		hasName: (kind, name) => selectName[kind].get(name) !== undefined,
		hasOrder: number => knownOrder(number) !== undefined,
		setStocks(some) {
			inTransaction(() => {
				for (const product of some) {
					entries.stock(product);
				}
			});
		},
		begin(source, startedAt) {
			const held = linesHeld(db);
			const importId = log.begin(source, startedAt);
			const corrections = openRejectedRows(db, source.origin, importId);
			let updated = 0;
			const apart: {orders: number; example: string | undefined} = {orders: 0, example: undefined};

			/**
			 * Sorts lines into those of new orders, those that known orders lack, those that they hold, and
			 * those that change what they hold.
			 */
			const sort = (lines: readonly ImportedLine[]) => {
				const newOrders = new Map<string, NewOrder>();
				const knownOrders = new Map<string, KnownOrder>();
				/** The key of the order of a line, and that order where the database holds it. */
				const orderOf = (line: ImportedLine): {readonly key: string; readonly known?: KnownOrder} => {
					let key = line.order;
					for (key of orderKeys(line, zone)) {
						const sibling = newOrders.get(key)?.facts;
						const known = sibling ? undefined : (knownOrders.get(key) ?? knownOrder(key));
						const facts = sibling ?? known;
						if (facts === undefined || isSameOrder(line.order, facts, line, zone)) {
							return known ? {key, known} : {key};
						}
					}
					return {key};
				};
				const duplicates: ImportedLine[] = [];
				const others: KnownLine[] = [];
				for (const line of lines) {
					const sold = {line, productId: products.idOf(line)};
					const {key, known} = orderOf(line);
					if (known === undefined) {
						const order = newOrders.get(key) ?? {key, facts: line, lines: []};
						order.lines.push(sold);
						newOrders.set(key, order);
						continue;
					}
					const {orderId} = known;
					knownOrders.set(key, known);
					if (held.takes(orderId, sold.productId, line)) {
						duplicates.push(line);
					} else {
						others.push({orderId, sold});
					}
				}
				// Only now: what is held may be a later line of the source.
				const additions: KnownLine[] = [];
				const changes: (KnownLine & {readonly before: HeldLine})[] = [];
				for (const other of others) {
					const before = held.changedBy(other.orderId, other.sold.productId);
					if (before) {
						changes.push({...other, before});
					} else {
						additions.push(other);
					}
				}
				return {newOrders: [...newOrders.values()], additions, changes, duplicates};
			};

			/** Loads the new orders and accounts for all rows. @returns what changes orders that were there */
			const writeBatch = ({lines, rejected: unread}: ImportBatch, beginBulk: () => void) => {
				const {newOrders, additions, changes, duplicates} = sort(lines);
				const known = additions.length + changes.length + duplicates.length;
				if (lines.length - known >= bulkThreshold) {
					beginBulk();
				}
				for (const orderId of writeNewOrders(importId, newOrders)) {
					held.isNew(orderId);
				}
				const keyedApart = newOrders.filter(({key, lines: [first]}) => key !== first!.line.order);
				const conflicts = isUpdate ? [] : changes.map(asConflict);
				const rejected = [...unread, ...conflicts];
				log.reject(importId, source.origin, rejected);
				const duplicate = shareOf(duplicates);
				const conflicting = shareOf(conflicts);
				const all = shareOf(lines);
				const kept = isUpdate ? [] : changes.map(({sold}) => sold.line);
				log.add(importId, {
					loaded: {
						rows: all.rows - duplicate.rows - conflicting.rows,
						amount: all.amount - duplicate.amount - conflicting.amount,
					},
					duplicate,
					rejected: shareOf(rejected),
					repaired: repairsAmong(lines) - repairsAmong(duplicates) - repairsAmong(kept),
				});
				const isKept = new Set(kept);
				for (const line of lines) {
					if (!isKept.has(line)) {
						corrections.correctedBy(line);
					}
				}
				return {additions, changes: isUpdate ? changes : [], conflicts, keyedApart};
			};

			const write = (batches: Iterable<ImportBatch>) => {
				const written = fold(beginBulk => Array.from(batches, batch => writeBatch(batch, beginBulk)));
				// Only now: these need the triggers.
				let lineId = highestLineId.get()!;
				for (const {orderId, sold} of written.flatMap(({additions}) => additions)) {
					writeLine(importId, ++lineId, orderId, sold);
				}
				const changes = written.flatMap(each => each.changes);
				for (const change of changes) {
					replace(change);
				}
				return {
					conflicts: written.flatMap(({conflicts}) => conflicts),
					keyedApart: written.flatMap(each => each.keyedApart),
					updated: changes.length,
				};
			};

			return {
				load(batches) {
					const written = inTransaction(() => write(batches));
					updated += written.updated;
					apart.orders += written.keyedApart.length;
					apart.example ??= written.keyedApart[0]?.key;
					return {conflicts: written.conflicts};
				},
				enter({products: someProducts, customers, rejected, repaired}) {
					inTransaction(() => {
						const learnt = [...someProducts.map(entries.product), ...customers.map(entries.customer)];
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
					inTransaction(() => {
						log.reject(importId, source.origin, rejected);
						log.add(importId, {
							loaded: {rows: loaded, amount: 0},
							duplicate: {rows: duplicate, amount: 0},
							rejected: {...shareOf(rejected), rows: rejected.length + refused},
							repaired: Math.min(repaired, loaded),
						});
					});
				},
				updated: () => updated,
				keyedApart: () => apart,
				refuse({lines, rejected}) {
					inTransaction(() => {
						log.reject(importId, source.origin, rejected);
						log.add(importId, {
							loaded: noShare,
							duplicate: noShare,
							rejected: shareOf([...lines, ...rejected]),
							repaired: 0,
						});
					});
				},
				soFar: () => log.account(importId),
				finish(finishedAt) {
					log.finish(importId, finishedAt);
					return log.account(importId);
				},
			};
		},
	};
}

function asConflict({sold: {line}, before}: KnownLine & {readonly before: HeldLine}): RejectedRow {
	const field = (['quantity', 'unitPrice', 'discount'] as const).find(name => line[name] !== before[name]);
	return {
		lineNumber: line.lineNumber,
		field,
		reason: conflict,
		value: field && `${written(field, line)}, loaded is ${written(field, before)}`,
		raw: line.raw,
		amount: line.amount,
		rejectedRow: line.rejectedRow,
	};
}

function written(field: keyof HeldLine, line: HeldLine): string {
	return field === 'quantity' ? String(line.quantity) : moneyToDecimal(line[field]);
}

function repairsAmong(lines: readonly ImportedLine[]): number {
	return lines.reduce((count, {repair}) => count + (repair === undefined ? 0 : 1), 0);
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
