import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Database} from 'better-sqlite3';
import {expect, onTestFinished} from 'vitest';
import {openStore, openStoreToRead, type Store} from '../../source/store/open-store.ts';

/** A store in memory, closed when the test is over. */
export function testStore(zoneName = 'Europe/Paris'): Store {
	const store = openStore(':memory:', {zoneName, currency: 'EUR'});
	onTestFinished(store.close);
	return store;
}

/** A folder that is removed when the test is over. */
export function testFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'salesmon-'));
	onTestFinished(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	return folder;
}

/** A store in a file, with a second connection that only reads. */
export function testStoreWithReader(zoneName = 'Europe/Paris'): {file: string; store: Store; reader: Store} {
	const file = path.join(testFolder(), 'sales.db');
	const store = openStore(file, {zoneName, currency: 'EUR'});
	const reader = openStoreToRead(file);
	onTestFinished(() => {
		reader.close();
		store.close();
	});
	return {file, store, reader};
}

/** Every rollup beside the same sums over the raw lines. */
const rollups = {
	orders: {
		kept: 'SELECT order_id, lines, units, revenue, returns FROM orders ORDER BY order_id',
		counted: `
			SELECT order_id, count(line_id) AS lines, ifnull(sum(quantity), 0) AS units,
				ifnull(sum(amount), 0) AS revenue, ifnull(sum(iif(quantity < 0, amount, 0)), 0) AS returns
			FROM orders LEFT JOIN order_lines USING (order_id) GROUP BY order_id ORDER BY order_id`,
	},
	order_slots: {
		kept: 'SELECT * FROM order_slots ORDER BY slot, region_id',
		counted: `
			SELECT at / 900000 AS slot, region_id, count(DISTINCT order_id) AS orders, count(line_id) AS lines,
				ifnull(sum(quantity), 0) AS units, ifnull(sum(amount), 0) AS revenue,
				ifnull(sum(iif(quantity < 0, amount, 0)), 0) AS returns
			FROM orders LEFT JOIN order_lines USING (order_id)
			GROUP BY slot, region_id ORDER BY slot, region_id`,
	},
	category_slots: {
		kept: 'SELECT * FROM category_slots ORDER BY slot, category_id, region_id',
		counted: `
			SELECT at / 900000 AS slot, category_id, region_id, count(DISTINCT order_id) AS orders,
				count(*) AS lines, sum(quantity) AS units, sum(amount) AS revenue
			FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id)
			GROUP BY slot, category_id, region_id ORDER BY slot, category_id, region_id`,
	},
	product_days: {
		kept: 'SELECT * FROM product_days ORDER BY day, product_id',
		counted: `
			SELECT at / 86400000 AS day, product_id, count(*) AS lines, sum(quantity) AS units, sum(amount) AS revenue
			FROM orders JOIN order_lines USING (order_id)
			GROUP BY day, product_id ORDER BY day, product_id`,
	},
	customer_totals: {
		kept: 'SELECT * FROM customer_totals ORDER BY customer_id',
		counted: `
			SELECT customer_id, count(DISTINCT order_id) AS orders, ifnull(sum(amount), 0) AS revenue,
				min(at) AS first_at, max(at) AS last_at
			FROM orders LEFT JOIN order_lines USING (order_id)
			WHERE customer_id IS NOT NULL GROUP BY customer_id ORDER BY customer_id`,
	},
} as const;

/** Asserts that every rollup holds what its raw lines sum up to. */
export function expectRollupsToHold(db: Database): void {
	for (const [name, {kept, counted}] of Object.entries(rollups)) {
		expect(db.prepare(kept).all(), name).toEqual(db.prepare(counted).all());
	}
}
