import type {Database} from 'better-sqlite3';

/** Units; below zero where more was sold than there was. */
export type StockLevel = {readonly productId: number; readonly categoryId: number; readonly stock: number};

/** Stock of every product whose stock is counted. */
export const stockLevels = (db: Database) => {
	const query = db.prepare<[], StockLevel>(`
		SELECT product_id AS productId, category_id AS categoryId, stock
		FROM products INDEXED BY products_in_stock
		WHERE stock IS NOT NULL
		ORDER BY category_id, stock
	`);

	return () => query.all();
};

/** Stock by product code, of one source: what its simulator may still sell. */
export const stockByCode = (db: Database) => {
	const query = db.prepare<[string], {code: string; stock: number}>(`
		SELECT code, stock FROM products JOIN sources USING (source_id)
		WHERE sources.name = ? AND stock IS NOT NULL AND code IS NOT NULL
	`);

	return (source: string) => new Map(query.all(source).map(({code, stock}) => [code, stock]));
};
