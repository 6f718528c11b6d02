import type {Database} from 'better-sqlite3';
import type {ImportedCustomer, ImportedProduct} from '../../imported-entry.ts';
import {uncategorised} from '../../order.ts';
import type {Dimensions} from '../dimensions.ts';

/**
 * Products, categories and customers as their own tables tell of them. What the database holds of one is filled up
 * where it says nothing, and otherwise kept.
 */
export const importEntries = (db: Database, dimensions: Dimensions, sourceId: number) => {
	const productOf = db
		.prepare<[number, string], number>('SELECT product_id FROM products WHERE source_id = ? AND code = ?')
		.pluck();
	const fillProduct = db.prepare(`
		UPDATE products SET
			name = CASE WHEN name = code THEN coalesce(@name, name) ELSE name END,
			category_id = CASE WHEN category_id = @uncategorised THEN @categoryId ELSE category_id END,
			price = CASE WHEN price = 0 THEN coalesce(@price, 0) ELSE price END
		WHERE product_id = @productId AND (
			(name = code AND @name IS NOT NULL AND @name <> code)
			OR (category_id = @uncategorised AND @categoryId <> @uncategorised)
			OR (price = 0 AND coalesce(@price, 0) > 0)
		)
	`);
	const setStock = db.prepare('UPDATE products SET stock = ? WHERE product_id = ? AND stock IS NULL');
	const selectCategory = db.prepare<[name: string]>('SELECT 1 FROM categories WHERE name = ?');
	const customerOf = db
		.prepare<[number, string], number>('SELECT customer_id FROM customers WHERE source_id = ? AND code = ?')
		.pluck();
	const fillCustomer = db.prepare(`
		UPDATE customers SET
			name = coalesce(name, @name), age = coalesce(age, @age), region_id = coalesce(region_id, @regionId),
			email = coalesce(email, (SELECT @email WHERE NOT EXISTS (SELECT 1 FROM customers WHERE email = @email)))
		WHERE customer_id = @customerId AND (
			(name IS NULL AND @name IS NOT NULL) OR (age IS NULL AND @age IS NOT NULL)
			OR (region_id IS NULL AND @regionId IS NOT NULL)
			OR (email IS NULL AND @email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customers WHERE email = @email))
		)
	`);

	return {
		/** @returns whether the database learnt anything */
		product({code, name, category, price}: ImportedProduct): boolean {
			const productId = productOf.get(sourceId, code);
			if (productId === undefined) {
				dimensions.productId(sourceId, {
					code,
					name: name ?? code,
					category: category ?? uncategorised,
					price: price ?? 0,
				});
				return true;
			}
			const nameless = dimensions.categoryId(uncategorised);
			const categoryId = category === undefined ? nameless : dimensions.categoryId(category);
			return fillProduct.run({productId, name, price, categoryId, uncategorised: nameless}).changes > 0;
		},
		/** Sets what is left of a product that nobody counted before. */
		stock({code, stock}: Pick<ImportedProduct, 'code' | 'stock'>): void {
			const productId = productOf.get(sourceId, code);
			if (productId !== undefined && stock !== undefined) {
				setStock.run(stock, productId);
			}
		},
		/** @returns whether the database learnt anything */
		category(name: string): boolean {
			const isNew = selectCategory.get(name) === undefined;
			dimensions.categoryId(name);
			return isNew;
		},
		/** @returns whether the database learnt anything */
		customer({code, name, email, age, region}: ImportedCustomer): boolean {
			const customerId = customerOf.get(sourceId, code);
			if (customerId === undefined) {
				dimensions.customerId(sourceId, {code, name, email, age, region});
				return true;
			}
			const regionId = region === undefined ? null : dimensions.regionId(region);
			return fillCustomer.run({customerId, name, email, age, regionId}).changes > 0;
		},
	};
};

export type ImportEntries = ReturnType<typeof importEntries>;
