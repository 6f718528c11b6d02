import type {Database} from 'better-sqlite3';
import {addUpCategorySlots, addUpOrderSlots, addUpProductDays} from './rollup-triggers.ts';

/**
 * Runs inserts of new orders with their lines, and of restocks. From where they call `begin` on they go
 * without their triggers, and what came is folded into the rollups once when they are done. A trigger
 * costs an insert 6 µs even when it does nothing, because SQLite opens a statement journal for it, so the
 * insert triggers are dropped and made again in the same transaction: a crash leaves all of it or nothing.
 *
 * Must run inside a transaction. From `begin` on the inserts must give ids above all there are, order
 * totals and dates included, and may not touch anything older.
 */
export function foldBulkLoad(db: Database): <Result>(insert: (begin: () => void) => Result) => Result {
	const insertTriggers = db.prepare<[], {name: string; sql: string}>(`
		SELECT name, sql FROM sqlite_master
		WHERE type = 'trigger' AND tbl_name IN ('orders', 'order_lines', 'restocks') AND sql LIKE '% INSERT ON %'
	`);
	const highest = db.prepare<[], {order: number; line: number; restock: number}>(`
		SELECT (SELECT coalesce(max(order_id), 0) FROM orders) AS "order",
			(SELECT coalesce(max(line_id), 0) FROM order_lines) AS line,
			(SELECT coalesce(max(restock_id), 0) FROM restocks) AS restock
	`);
	const orderSlots = db.prepare(`
		INSERT INTO order_slots
		SELECT at / 900000 AS slot, region_id, count(*), sum(lines), sum(units), sum(revenue), sum(returns)
		FROM orders NOT INDEXED WHERE order_id > @order
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
			WHERE line_id > @line
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
		WHERE line_id > @line
		GROUP BY day, product_id
		${addUpProductDays}
	`);
	const customerTotals = db.prepare(`
		INSERT INTO customer_totals
		SELECT customer_id, count(*), sum(revenue), min(at), max(at)
		FROM orders NOT INDEXED WHERE order_id > @order AND customer_id IS NOT NULL
		GROUP BY customer_id
		ON CONFLICT (customer_id) DO UPDATE SET
			orders = orders + excluded.orders, revenue = revenue + excluded.revenue,
			first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)
	`);
	const soldStock = db.prepare(`
		UPDATE products SET stock = stock - sold.units
		FROM (
			SELECT product_id, sum(quantity) AS units FROM order_lines NOT INDEXED
			WHERE line_id > @line AND EXISTS (SELECT 1 FROM products WHERE stock IS NOT NULL)
			GROUP BY product_id
		) AS sold
		WHERE products.product_id = sold.product_id AND stock IS NOT NULL
	`);
	const newStock = db.prepare(`
		UPDATE products SET stock = coalesce(stock, 0) + came.units
		FROM (SELECT product_id, sum(quantity) AS units FROM restocks NOT INDEXED WHERE restock_id > @restock GROUP BY product_id) AS came
		WHERE products.product_id = came.product_id
	`);
	const folds = [orderSlots, categorySlots, productDays, customerTotals, soldStock, newStock];

	return insert => {
		let before: ReturnType<typeof highest.get>;
		let triggers: ReturnType<typeof insertTriggers.all> = [];
		const result = insert(() => {
			if (before) {
				return;
			}
			before = highest.get();
			triggers = insertTriggers.all();
			for (const {name} of triggers) {
				db.exec(`DROP TRIGGER ${name}`);
			}
		});
		if (before) {
			for (const statement of folds) {
				statement.run(before);
			}
			for (const {sql} of triggers) {
				db.exec(sql);
			}
		}
		return result;
	};
}
