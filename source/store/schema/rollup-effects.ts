/*
 * The views `line_effects` and `order_effects` hold nothing: they are SQL's way to write a
 * procedure. Inserting into one adds what a row contributes, or takes it away with sign -1.
 */

const addUp = (keys: string, ...measures: string[]) =>
	`ON CONFLICT (${keys}) DO UPDATE SET ${measures.map(name => `${name} = ${name} + excluded.${name}`).join(', ')}`;

/** The ends of the INSERTs that add to a rollup: a row that is there takes the sums in. */
export const addUpOrderSlots = addUp('slot, region_id', 'orders', 'lines', 'units', 'revenue', 'returns');
export const addUpCategorySlots = addUp(
	'slot, category_id, region_id',
	'orders',
	'lines',
	'units',
	'revenue',
);
export const addUpProductDays = addUp('day, product_id', 'lines', 'units', 'revenue');

/** What a line and an order add to the rollups, or with sign -1 take away. */
export const rollupEffects = `
	CREATE VIEW line_effects AS
	SELECT line_id, order_id, product_id, quantity, amount, 1 AS sign FROM order_lines WHERE false;

	CREATE TRIGGER apply_line INSTEAD OF INSERT ON line_effects BEGIN
		-- Also where foreign keys are off, as in the sqlite3 shell, a line belongs to something.
		SELECT RAISE(ABORT, 'no such order_id') WHERE NOT EXISTS (SELECT 1 FROM orders WHERE order_id = NEW.order_id);
		SELECT RAISE(ABORT, 'no such product_id') WHERE NOT EXISTS (SELECT 1 FROM products WHERE product_id = NEW.product_id);

		UPDATE orders SET
			lines = lines + NEW.sign,
			units = units + NEW.sign * NEW.quantity,
			revenue = revenue + NEW.sign * NEW.amount,
			returns = returns + NEW.sign * iif(NEW.quantity < 0, NEW.amount, 0)
		WHERE order_id = NEW.order_id;

		INSERT INTO order_slots
		SELECT at / 900000, region_id, 0, NEW.sign, NEW.sign * NEW.quantity, NEW.sign * NEW.amount,
			NEW.sign * iif(NEW.quantity < 0, NEW.amount, 0)
		FROM orders WHERE order_id = NEW.order_id
		${addUpOrderSlots};

		INSERT INTO category_slots
		SELECT at / 900000, category_id, region_id,
			NEW.sign * NOT EXISTS (
				SELECT 1 FROM order_lines AS other JOIN products AS other_product USING (product_id)
				WHERE other.order_id = NEW.order_id AND other.line_id <> NEW.line_id
					AND other_product.category_id = products.category_id
			),
			NEW.sign, NEW.sign * NEW.quantity, NEW.sign * NEW.amount
		FROM orders CROSS JOIN products
		WHERE order_id = NEW.order_id AND product_id = NEW.product_id
		${addUpCategorySlots};

		INSERT INTO product_days
		SELECT at / 86400000, NEW.product_id, NEW.sign, NEW.sign * NEW.quantity, NEW.sign * NEW.amount
		FROM orders WHERE order_id = NEW.order_id
		${addUpProductDays};

		UPDATE customer_totals SET revenue = revenue + NEW.sign * NEW.amount
		WHERE customer_id = (SELECT customer_id FROM orders WHERE order_id = NEW.order_id);

		UPDATE products SET stock = stock - NEW.sign * NEW.quantity
		WHERE product_id = NEW.product_id AND stock IS NOT NULL;
	END;

	CREATE VIEW order_effects AS
	SELECT order_id, at, region_id, lines, units, revenue, returns, 1 AS sign FROM orders WHERE false;

	CREATE TRIGGER apply_order INSTEAD OF INSERT ON order_effects BEGIN
		SELECT RAISE(ABORT, 'no such region_id') WHERE NOT EXISTS (SELECT 1 FROM regions WHERE region_id = NEW.region_id);

		INSERT INTO order_slots VALUES (
			NEW.at / 900000, NEW.region_id, NEW.sign, NEW.sign * NEW.lines, NEW.sign * NEW.units,
			NEW.sign * NEW.revenue, NEW.sign * NEW.returns
		)
		${addUpOrderSlots};

		INSERT INTO category_slots
		SELECT NEW.at / 900000, category_id, NEW.region_id, NEW.sign, NEW.sign * count(*),
			NEW.sign * sum(quantity), NEW.sign * sum(amount)
		FROM order_lines JOIN products USING (product_id)
		WHERE order_id = NEW.order_id
		GROUP BY category_id
		${addUpCategorySlots};

		INSERT INTO product_days
		SELECT NEW.at / 86400000, product_id, NEW.sign * count(*), NEW.sign * sum(quantity), NEW.sign * sum(amount)
		FROM order_lines
		WHERE order_id = NEW.order_id
		GROUP BY product_id
		${addUpProductDays};
	END;
`;
