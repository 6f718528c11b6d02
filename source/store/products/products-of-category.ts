import type {Database} from 'better-sqlite3';

export type CategoryProduct = {
	readonly productId: number;
	readonly name: string;
	/** Absent where nobody counts it. */
	readonly stock: number | null;
};

/** Every product of a category, sold or not. */
export const productsOfCategory = (db: Database) => {
	const query = db.prepare<[string], CategoryProduct>(`
		SELECT product_id AS productId, name, stock
		FROM products INDEXED BY products_by_category
		WHERE category_id = (SELECT category_id FROM categories WHERE name = ?)
	`);

	return (category: string) => query.all(category);
};
