import type {Database} from 'better-sqlite3';
import type {Money} from '../../money.ts';

export type ProductProfile = {
	readonly code: string | null;
	readonly name: string;
	readonly category: string;
	readonly price: Money;
	/** Absent where nobody counts it. */
	readonly stock: number | null;
};

/** What is known of one product; nothing where no product has that id. */
export const productProfile = (db: Database) => {
	const query = db.prepare<[number], ProductProfile>(`
		SELECT code, products.name, categories.name AS category, price, stock
		FROM products JOIN categories USING (category_id)
		WHERE product_id = ?
	`);

	return (productId: number) => query.get(productId);
};
