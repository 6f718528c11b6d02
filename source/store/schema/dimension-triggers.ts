import {correction} from './correction.ts';

/** The triggers that keep what orders point to, and tell where it was changed. */
export const dimensionTriggers = `
	CREATE TRIGGER product_in_use BEFORE DELETE ON products
	WHEN EXISTS (SELECT 1 FROM order_lines WHERE product_id = OLD.product_id) BEGIN
		SELECT RAISE(ABORT, 'the product has order lines');
	END;

	${['product', 'customer', 'region', 'store', 'source']
		.map(
			name => `
	CREATE TRIGGER ${name}_not_replaced BEFORE INSERT ON ${name}s
	WHEN EXISTS (SELECT 1 FROM ${name}s WHERE ${name}_id = NEW.${name}_id) BEGIN
		SELECT RAISE(ABORT, '${name}_id exists already: use UPDATE');
	END;

	CREATE TRIGGER ${name}_id_stays BEFORE UPDATE OF ${name}_id ON ${name}s
	WHEN NEW.${name}_id <> OLD.${name}_id BEGIN
		SELECT RAISE(ABORT, '${name}_id cannot be changed');
	END;`,
		)
		.join('\n')}

	CREATE TRIGGER region_in_use BEFORE DELETE ON regions
	WHEN EXISTS (SELECT 1 FROM order_slots WHERE region_id = OLD.region_id) BEGIN
		SELECT RAISE(ABORT, 'the region has orders');
	END;

	CREATE TRIGGER category_in_use BEFORE DELETE ON categories
	WHEN EXISTS (SELECT 1 FROM products WHERE category_id = OLD.category_id) BEGIN
		SELECT RAISE(ABORT, 'the category has products');
	END;

	CREATE TRIGGER customer_in_use BEFORE DELETE ON customers
	WHEN EXISTS (SELECT 1 FROM customer_totals WHERE customer_id = OLD.customer_id) BEGIN
		SELECT RAISE(ABORT, 'the customer has orders');
	END;

	CREATE TRIGGER product_recategorised AFTER UPDATE OF category_id ON products
	WHEN NEW.category_id <> OLD.category_id BEGIN
		DELETE FROM category_slots
		WHERE category_id IN (OLD.category_id, NEW.category_id) AND (slot, region_id) IN (
			SELECT at / 900000, region_id FROM order_lines JOIN orders USING (order_id)
			WHERE product_id = NEW.product_id
		);
		INSERT INTO category_slots
		SELECT touched.slot, category_id, touched.region_id,
			count(DISTINCT order_id), count(*), sum(quantity), sum(amount)
		FROM (
			SELECT DISTINCT at / 900000 AS slot, region_id FROM order_lines JOIN orders USING (order_id)
			WHERE product_id = NEW.product_id
		) AS touched
		CROSS JOIN orders ON at >= touched.slot * 900000 AND at < (touched.slot + 1) * 900000
			AND orders.region_id = touched.region_id
		CROSS JOIN order_lines USING (order_id)
		CROSS JOIN products USING (product_id)
		WHERE category_id IN (OLD.category_id, NEW.category_id)
		GROUP BY touched.slot, category_id, touched.region_id;
		${correction};
	END;

	${['products', 'customers', 'regions', 'categories']
		.map(
			table => `
	CREATE TRIGGER ${table}_renamed AFTER UPDATE OF name ON ${table}
	WHEN NEW.name IS NOT OLD.name BEGIN
		${correction};
	END;`,
		)
		.join('\n')}
`;
