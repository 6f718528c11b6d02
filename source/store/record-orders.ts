import {localDay} from '../business-time.ts';
import type {Order, Restock} from '../order.ts';
import {type Dimensions, openDimensions} from './dimensions.ts';
import {type BulkLoad, foldBulkLoad} from './fold-bulk-load.ts';
import type {Store} from './open-store.ts';

export type Recorded = {readonly orders: number; readonly lines: number};

export type OrderRecorder = {
	/**
	 * Writes new orders and restocks with their rollups in one transaction; when it returns they are
	 * committed.
	 *
	 * @param source whose order numbers, customer codes and product codes these are
	 * @throws Error of the driver; nothing is written then
	 */
	readonly record: (source: string, orders: readonly Order[], restocks?: readonly Restock[]) => Recorded;
	/** Several calls of `record` as one transaction. */
	readonly together: <Result>(work: () => Result) => Result;
	/**
	 * The same for very many orders: what keeps indexes and rollups right with each of them is set aside
	 * until the end.
	 */
	readonly inBulk: <Result>(work: () => Result) => Result;
};

/** From this many orders on, folding the rollups once beats keeping them row by row (measured). */
const bulkThreshold = 20;

/** Prepares a connection to write sales as they are made, few or thousands at a time. */
export function openOrderRecorder(store: Store): OrderRecorder {
	const {db, zone} = store;
	const dimensions = openDimensions(db);
	const nextOrderId = db.prepare<[], number>('SELECT coalesce(max(order_id), 0) + 1 FROM orders').pluck();
	const nextLineId = db.prepare<[], number>('SELECT coalesce(max(line_id), 0) + 1 FROM order_lines').pluck();
	const insertOrder = db.prepare(`
		INSERT INTO orders (order_id, source_id, number, at, date_id, region_id, store_id, customer_id,
			lines, units, revenue, returns)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	`);
	const insertLine = db.prepare(`
		INSERT INTO order_lines (line_id, order_id, product_id, quantity, unit_price, discount)
		VALUES (?, ?, ?, ?, ?, ?)
	`);
	const insertRestock = db.prepare('INSERT INTO restocks (product_id, at, quantity) VALUES (?, ?, ?)');
	const beginBulk = foldBulkLoad(db);
	/** While `inBulk` is at work. */
	let openBulk: BulkLoad | undefined;

	const write = (source: string, orders: readonly Order[], restocks: readonly Restock[]): Recorded => {
		const sourceId = dimensions.sourceId(source);
		const firstOrderId = nextOrderId.get()!;
		const firstLineId = nextLineId.get()!;
		let orderId = firstOrderId;
		let lineId = firstLineId;
		for (const order of orders) {
			const totals = totalsOf(order);
			insertOrder.run(
				orderId,
				sourceId,
				order.number ?? null,
				order.at,
				dimensions.dateId(localDay(zone, order.at)),
				dimensions.regionId(order.region),
				order.store ? dimensions.storeId(order.store) : null,
				order.customer ? dimensions.customerId(sourceId, order.customer) : null,
				order.lines.length,
				totals.units,
				totals.revenue,
				totals.returns,
			);
			for (const line of order.lines) {
				insertLine.run(
					lineId++,
					orderId,
					dimensions.productId(sourceId, line.product),
					line.quantity,
					line.unitPrice,
					line.discount,
				);
			}
			orderId++;
		}
		for (const {product, at, quantity} of restocks) {
			insertRestock.run(dimensions.productId(sourceId, product), at, quantity);
		}
		openBulk?.foldUpTo({order: orderId - 1, line: lineId - 1});
		return {orders: orders.length, lines: lineId - firstLineId};
	};

	const bulk = <Result>(work: () => Result): Result => {
		const load = beginBulk();
		openBulk = load;
		try {
			const result = work();
			load.end();
			return result;
		} finally {
			openBulk = undefined;
		}
	};

	const inTransaction = forgettingOnRollback(dimensions, work => {
		store.assertInPlace();
		return db.transaction(work).immediate();
	});

	return {
		record: (source, orders, restocks = []) =>
			inTransaction(() =>
				openBulk || orders.length + restocks.length < bulkThreshold
					? write(source, orders, restocks)
					: bulk(() => write(source, orders, restocks)),
			),
		together: inTransaction,
		inBulk: work => inTransaction(() => bulk(work)),
	};
}

function totalsOf(order: Order) {
	let units = 0;
	let revenue = 0;
	let returns = 0;
	for (const {quantity, unitPrice, discount} of order.lines) {
		const amount = quantity * unitPrice - discount;
		units += quantity;
		revenue += amount;
		if (quantity < 0) {
			returns += amount;
		}
	}
	return {units, revenue, returns};
}

function forgettingOnRollback(
	dimensions: Dimensions,
	run: <Result>(work: () => Result) => Result,
): <Result>(work: () => Result) => Result {
	return work => {
		try {
			return run(work);
		} catch (error) {
			dimensions.forget();
			throw error;
		}
	};
}
