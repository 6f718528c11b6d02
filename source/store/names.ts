import type {Database} from 'better-sqlite3';

export type ProductName = {
	readonly code: string | null;
	readonly name: string;
	readonly categoryId: number;
	/** `null` where nobody counts it. */
	readonly stock: number | null;
};

export type CustomerName = {
	readonly code: string | null;
	readonly name: string | null;
	readonly region: string | null;
};

/** What the ids of dimension rows stand for. */
export const names = (db: Database) => {
	const category = db.prepare<[number], string>('SELECT name FROM categories WHERE category_id = ?').pluck();
	const region = db.prepare<[number], string>('SELECT name FROM regions WHERE region_id = ?').pluck();
	const product = db.prepare<[number], ProductName>(
		'SELECT code, name, category_id AS categoryId, stock FROM products WHERE product_id = ?',
	);
	const customer = db.prepare<[number], CustomerName>(`
		SELECT customers.code, customers.name, regions.name AS region
		FROM customers LEFT JOIN regions USING (region_id)
		WHERE customer_id = ?
	`);

	return {
		category: (id: number) => category.get(id) ?? `category ${id}`,
		region: (id: number) => region.get(id) ?? `region ${id}`,
		product: (id: number): ProductName =>
			product.get(id) ?? {code: null, name: `product ${id}`, categoryId: 0, stock: null},
		customer: (id: number): CustomerName => customer.get(id) ?? {code: null, name: null, region: null},
	};
};
