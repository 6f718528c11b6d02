import type {Database} from 'better-sqlite3';
import {addUpCategorySlots, addUpOrderSlots, addUpProductDays} from './schema/rollup-effects.ts';
import {setAside} from './set-aside.ts';

/** What is sorted at once; SQLite takes as much as its cache may hold, where it may write to a file. */
const pieceKiB = 2048;

/** The last order of some and the last of their lines. */
export type BulkPlace = {readonly order: number; readonly line: number};

export type BulkLoad = {
	/**
	 * Folds a part early, up to an order and the last of its lines, so that less is left for the end. None
	 * of these orders may get more lines before that.
	 */
	readonly foldUpTo: (last: BulkPlace) => void;
	/** Folds all that is left, and puts triggers and indexes back. */
	readonly end: () => void;
};

/**
 * Begins to load new orders with their lines, and restocks, in bulk: they go without their triggers, and
 * what came is folded into the rollups at once. A trigger costs an insert 6 µs even when
 * it does nothing, because SQLite opens a statement journal for it, so the insert triggers are dropped and
 * made again in the same transaction: a crash leaves all of it or nothing. So are the indexes where there are
 * no lines yet: building them at the end costs a third of keeping them line by line.
 *
 * Must run inside a transaction. From `begin` on the inserts must give ids above all there are, order
 * totals and dates included, and may not touch anything older.
 */
export function foldBulkLoad(db: Database): () => BulkLoad {
	const insertTriggers = setAside(
		db,
		`type = 'trigger' AND tbl_name IN ('orders', 'order_lines', 'restocks') AND sql LIKE '% INSERT ON %'`,
	);
	const indexes = setAside(
		db,
		`type = 'index' AND tbl_name IN ('orders', 'order_lines') AND sql IS NOT NULL`,
	);
	const highest = db.prepare<[], BulkPlace & {readonly restock: number}>(`
		SELECT (SELECT coalesce(max(order_id), 0) FROM orders) AS "order",
			(SELECT coalesce(max(line_id), 0) FROM order_lines) AS line,
			(SELECT coalesce(max(restock_id), 0) FROM restocks) AS restock
	`);
	const orderSlots = db.prepare(`
		INSERT INTO order_slots
		SELECT at / 900000 AS slot, region_id, count(*), sum(lines), sum(units), sum(revenue), sum(returns)
		FROM orders NOT INDEXED WHERE order_id > @order AND order_id <= @lastOrder
		GROUP BY slot, region_id
		${addUpOrderSlots}
	`);
	// Two steps: counting the orders of a slot by themselves is dearer than putting each together first.
	const categorySlots = db.prepare(`
		INSERT INTO category_slots
		SELECT at / 900000 AS slot, category_id, region_id, count(*), sum(its_lines), sum(its_units), sum(its_revenue)
		FROM (
			SELECT order_id, category_id, count(*) AS its_lines, sum(quantity) AS its_units, sum(amount) AS its_revenue
			FROM order_lines NOT INDEXED CROSS JOIN products USING (product_id)
			WHERE line_id > @line AND line_id <= @lastLine
			GROUP BY order_id, category_id
		) CROSS JOIN orders USING (order_id)
		WHERE true
		GROUP BY slot, category_id, region_id
		${addUpCategorySlots}
	`);
	const productDays = db.prepare(`
		INSERT INTO product_days
		SELECT at / 86400000 AS day, product_id, count(*), sum(quantity), sum(amount)
		FROM order_lines NOT INDEXED CROSS JOIN orders USING (order_id)
		WHERE line_id > @line AND line_id <= @lastLine
		GROUP BY day, product_id
		${addUpProductDays}
	`);
	const customerTotals = db.prepare(`
		INSERT INTO customer_totals
		SELECT customer_id, count(*), sum(revenue), min(at), max(at)
		FROM orders NOT INDEXED
		WHERE order_id > @order AND order_id <= @lastOrder AND customer_id IS NOT NULL
		GROUP BY customer_id
		ON CONFLICT (customer_id) DO UPDATE SET
			orders = orders + excluded.orders, revenue = revenue + excluded.revenue,
			first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)
	`);
	const soldStock = db.prepare(`
		UPDATE products SET stock = stock - sold.units
		FROM (
			SELECT product_id, sum(quantity) AS units FROM order_lines NOT INDEXED
			WHERE line_id > @line AND line_id <= @lastLine AND EXISTS (SELECT 1 FROM products WHERE stock IS NOT NULL)
			GROUP BY product_id
		) AS sold
		WHERE products.product_id = sold.product_id AND stock IS NOT NULL
	`);
	const newStock = db.prepare(`
		UPDATE products SET stock = coalesce(stock, 0) + came.units
		FROM (SELECT product_id, sum(quantity) AS units FROM restocks NOT INDEXED WHERE restock_id > @restock GROUP BY product_id) AS came
		WHERE products.product_id = came.product_id
	`);
	const salesFolds = [orderSlots, categorySlots, productDays, customerTotals, soldStock];

	return () => {
		const before = highest.get()!;
		const putTriggersBack = insertTriggers();
		const putIndexesBack = before.line === 0 ? indexes() : () => {};
		let {order, line}: BulkPlace = before;
		const foldUpTo = (last: BulkPlace) => {
			for (const statement of salesFolds) {
				statement.run({order, line, lastOrder: last.order, lastLine: last.line});
			}
			({order, line} = last);
		};
		return {
			foldUpTo,
			end() {
				foldUpTo(highest.get()!);
				newStock.run(before);
				sortingInPieces(db, putIndexesBack);
				putTriggersBack();
			},
		};
	};
}

/** Sorts in pieces that the processor's own cache can hold, and merges them: that takes half the time. */
function sortingInPieces(db: Database, buildIndexes: () => void): void {
	const cache = db.pragma('cache_size', {simple: true});
	db.pragma(`cache_size = -${pieceKiB}`);
	buildIndexes();
	db.pragma(`cache_size = ${cache}`);
}
