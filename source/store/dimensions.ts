import type {Database} from 'better-sqlite3';
import type {Customer, Product, Store} from '../order.ts';
import {detached} from './detached.ts';

/** The ids of dimension rows; a row that is not there yet is made. */
export type Dimensions = {
	readonly sourceId: (name: string) => number;
	readonly regionId: (name: string) => number;
	readonly categoryId: (name: string) => number;
	readonly storeId: (store: Store) => number;
	/** @param sourceId the source in which the customer's code means something */
	readonly customerId: (sourceId: number, customer: Customer) => number;
	readonly productId: (sourceId: number, product: Product) => number;
	/** @param day days since 1970-01-01 */
	readonly dateId: (day: number) => number;
	/** Must be called after a rollback: ids handed out inside it are gone. */
	readonly forget: () => void;
};

/**
 * Remembers the ids it has handed out, so that a row costs one look-up however many orders use it.
 *
 * Rows that exist stay as they are.
 */
export function openDimensions(db: Database): Dimensions {
	const named = (table: string, column: string) => {
		const insert = db.prepare(`INSERT INTO ${table} (name) VALUES (?) ON CONFLICT DO NOTHING`);
		const select = db.prepare<[string], number>(`SELECT ${column} FROM ${table} WHERE name = ?`).pluck();
		return remembering((name: string) => {
			const known = select.get(name);
			if (known !== undefined) {
				return known;
			}
			insert.run(name);
			return select.get(name)!;
		});
	};
	const sources = named('sources', 'source_id');
	const regions = named('regions', 'region_id');
	const categories = named('categories', 'category_id');

	const insertStore = db.prepare(
		'INSERT INTO stores (name, city, region_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
	);
	const selectStore = db
		.prepare<[string, string], number>('SELECT store_id FROM stores WHERE name = ? AND city = ?')
		.pluck();
	const stores = new Map<string, number>();

	const insertCustomer = db.prepare(
		'INSERT INTO customers (source_id, code, name, email, age, region_id) VALUES (?, ?, ?, ?, ?, ?)',
	);
	const selectCustomer = db
		.prepare<[number, string], number>('SELECT customer_id FROM customers WHERE source_id = ? AND code = ?')
		.pluck();
	const emailTaken = db.prepare('SELECT 1 FROM customers WHERE email = ?');
	const customers = new Map<number, Map<string, number>>();

	const insertProduct = db.prepare(
		'INSERT INTO products (source_id, code, name, category_id, price, stock) VALUES (?, ?, ?, ?, ?, ?)',
	);
	const selectProduct = db
		.prepare<[number, string], number>('SELECT product_id FROM products WHERE source_id = ? AND code = ?')
		.pluck();
	const products = new Map<number, Map<string, number>>();

	const insertDate = db.prepare('INSERT INTO dates (date_id) VALUES (?) ON CONFLICT DO NOTHING');
	const dates = new Set<number>();

	return {
		sourceId: sources.idOf,
		regionId: regions.idOf,
		categoryId: categories.idOf,
		storeId(store) {
			const key = `${store.name}\0${store.city}`;
			const remembered = stores.get(key);
			if (remembered !== undefined) {
				return remembered;
			}
			let id = selectStore.get(store.name, store.city);
			if (id === undefined) {
				insertStore.run(store.name, store.city, regions.idOf(store.region));
				id = selectStore.get(store.name, store.city)!;
			}
			remember(stores, key, id);
			return id;
		},
		customerId(sourceId, customer) {
			const known = ofSource(customers, sourceId);
			const remembered = known.get(customer.code);
			if (remembered !== undefined) {
				return remembered;
			}
			let id = selectCustomer.get(sourceId, customer.code);
			if (id === undefined) {
				// One mailbox is one customer's; a second who gives it is kept without it.
				const email = customer.email !== undefined && !emailTaken.get(customer.email) ? customer.email : null;
				const regionId = customer.region === undefined ? null : regions.idOf(customer.region);
				const {lastInsertRowid} = insertCustomer.run(
					sourceId,
					customer.code,
					customer.name ?? null,
					email,
					customer.age ?? null,
					regionId,
				);
				id = Number(lastInsertRowid);
			}
			remember(known, customer.code, id);
			return id;
		},
		productId(sourceId, product) {
			const known = ofSource(products, sourceId);
			const remembered = known.get(product.code);
			if (remembered !== undefined) {
				return remembered;
			}
			let id = selectProduct.get(sourceId, product.code);
			if (id === undefined) {
				const {lastInsertRowid} = insertProduct.run(
					sourceId,
					product.code,
					product.name,
					categories.idOf(product.category),
					product.price,
					product.stock ?? null,
				);
				id = Number(lastInsertRowid);
			}
			remember(known, product.code, id);
			return id;
		},
		dateId(day) {
			if (!dates.has(day)) {
				insertDate.run(day);
				dates.add(day);
			}
			return day;
		},
		forget() {
			for (const memory of [sources, regions, categories, stores, customers, products, dates]) {
				memory.clear();
			}
		},
	};
}

/** How many names of one kind are remembered at once, whatever the source. */
const mostRemembered = 250_000;

function remember(ids: Map<string, number>, name: string, id: number): void {
	if (ids.size >= mostRemembered) {
		ids.clear();
	}
	ids.set(detached(name), id);
}

function remembering(find: (name: string) => number) {
	const ids = new Map<string, number>();
	return {
		idOf(name: string): number {
			let id = ids.get(name);
			if (id === undefined) {
				id = find(name);
				remember(ids, name, id);
			}
			return id;
		},
		clear: () => {
			ids.clear();
		},
	};
}

function ofSource(bySource: Map<number, Map<string, number>>, sourceId: number): Map<string, number> {
	let known = bySource.get(sourceId);
	if (!known) {
		known = new Map();
		bySource.set(sourceId, known);
	}
	return known;
}
