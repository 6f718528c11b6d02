import type {Database} from 'better-sqlite3';
import type {ImportedLine} from '../../imported-line.ts';
import {uncategorised} from '../../order.ts';
import {detached} from '../detached.ts';
import type {Dimensions} from '../dimensions.ts';

type Known = {readonly id: number; isNamed: boolean; isPriced: boolean};

/** How many products are remembered at once. */
const mostRemembered = 250_000;

/**
 * The ids of the products that a source sells; one that is not there yet is made from the first line
 * that names it. Its name is the first description that is not blank, till then its code; its price is
 * the first above zero; its category is that of its first line; its stock nobody counts.
 */
export function importedProducts(db: Database, dimensions: Dimensions, sourceId: number) {
	const select = db.prepare<[number, string], {id: number; name: string; price: number}>(
		'SELECT product_id AS id, name, price FROM products WHERE source_id = ? AND code = ?',
	);
	const rename = db.prepare<[string, number]>('UPDATE products SET name = ? WHERE product_id = ?');
	const setPrice = db.prepare<[number, number]>('UPDATE products SET price = ? WHERE product_id = ?');
	const known = new Map<string, Known>();

	const learn = ({product: code, productName, category, unitPrice}: ImportedLine): Known => {
		const row = select.get(sourceId, code);
		const product: Known = row
			? {id: row.id, isNamed: row.name !== code, isPriced: row.price > 0}
			: {
					id: dimensions.productId(sourceId, {
						code,
						name: productName ?? code,
						category: category ?? uncategorised,
						price: unitPrice,
					}),
					isNamed: productName !== undefined,
					isPriced: unitPrice > 0,
				};
		if (known.size >= mostRemembered) {
			known.clear();
		}
		known.set(detached(code), product);
		return product;
	};

	return {
		idOf(line: ImportedLine): number {
			const product = known.get(line.product) ?? learn(line);
			if (!product.isNamed && line.productName !== undefined) {
				rename.run(line.productName, product.id);
				product.isNamed = true;
			}
			if (!product.isPriced && line.unitPrice > 0) {
				setPrice.run(line.unitPrice, product.id);
				product.isPriced = true;
			}
			return product.id;
		},
		forget: () => {
			known.clear();
		},
	};
}
