/*
 * The triggers that keep order totals, rollups and stock right in the transaction that changes a
 * row, whoever changes it. The slot is 900,000 ms and the day 86,400,000 ms long: see `slotMs`.
 *
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

const effects = `
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

const correction = 'UPDATE revision SET corrections = corrections + 1';

/** Totals of one customer, counted again from their orders. */
const recountCustomer = (customerId: string) => `
	DELETE FROM customer_totals WHERE customer_id = ${customerId};
	INSERT INTO customer_totals
	SELECT customer_id, count(*), sum(revenue), min(at), max(at)
	FROM orders WHERE customer_id = ${customerId} GROUP BY customer_id`;

/** Gives an order the date of its moment in the business zone. */
const placeDate = (() => {
	const localDay = `(
		NEW.at + coalesce((SELECT offset_ms FROM zone_offsets WHERE since <= NEW.at ORDER BY since DESC LIMIT 1), 0)
	) / 86400000`;
	return `
		INSERT OR IGNORE INTO dates (date_id) VALUES (${localDay});
		UPDATE orders SET date_id = ${localDay} WHERE order_id = NEW.order_id`;
})();

/** Drops the rollup rows of a moment to which nothing contributes any more. */
const dropEmptied = (at: string) => `
	DELETE FROM order_slots WHERE slot = ${at} / 900000 AND orders = 0 AND lines = 0;
	DELETE FROM category_slots WHERE slot = ${at} / 900000 AND lines = 0;
	DELETE FROM product_days WHERE day = ${at} / 86400000 AND lines = 0`;

const momentOf = (orderId: string) => `(SELECT at FROM orders WHERE order_id = ${orderId})`;

const lineEffect = (row: 'NEW' | 'OLD', sign: 1 | -1) =>
	`INSERT INTO line_effects VALUES (${row}.line_id, ${row}.order_id, ${row}.product_id, ${row}.quantity, ${row}.amount, ${sign})`;

const orderEffect = (row: 'NEW' | 'OLD', sign: 1 | -1) =>
	`INSERT INTO order_effects VALUES (${row}.order_id, ${row}.at, ${row}.region_id, ${row}.lines, ${row}.units, ${row}.revenue, ${row}.returns, ${sign})`;

const orders = `
	-- REPLACE deletes without telling the delete triggers, so it is refused.
	CREATE TRIGGER order_not_replaced BEFORE INSERT ON orders
	WHEN EXISTS (SELECT 1 FROM orders WHERE order_id = NEW.order_id) BEGIN
		SELECT RAISE(ABORT, 'order_id exists already: use UPDATE, or DELETE and INSERT');
	END;

	CREATE TRIGGER order_number_not_replaced BEFORE INSERT ON orders
	WHEN EXISTS (SELECT 1 FROM orders WHERE source_id = NEW.source_id AND number = NEW.number) BEGIN
		SELECT RAISE(ABORT, 'UNIQUE: the source has an order of that number already');
	END;

	-- Lines and rollups point to it.
	CREATE TRIGGER order_id_stays BEFORE UPDATE OF order_id ON orders
	WHEN NEW.order_id <> OLD.order_id BEGIN
		SELECT RAISE(ABORT, 'order_id cannot be changed');
	END;

	CREATE TRIGGER order_inserted AFTER INSERT ON orders BEGIN
		INSERT INTO order_effects VALUES (NEW.order_id, NEW.at, NEW.region_id, 0, 0, 0, 0, 1);
		-- Its lines are still to come.
		UPDATE orders SET lines = 0, units = 0, revenue = 0, returns = 0 WHERE order_id = NEW.order_id;
		${placeDate};
		INSERT INTO customer_totals
		SELECT NEW.customer_id, 1, 0, NEW.at, NEW.at WHERE NEW.customer_id IS NOT NULL
		ON CONFLICT (customer_id) DO UPDATE SET
			orders = orders + 1, first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at);
	END;

	-- An id below the highest would escape whoever looks for new orders above it.
	CREATE TRIGGER order_inserted_below AFTER INSERT ON orders
	WHEN NEW.order_id < (SELECT max(order_id) FROM orders) BEGIN
		${correction};
	END;

	CREATE TRIGGER order_moved AFTER UPDATE OF at, region_id, customer_id ON orders BEGIN
		${orderEffect('OLD', -1)};
		${orderEffect('NEW', 1)};
		${dropEmptied('OLD.at')};
		${placeDate};
		${recountCustomer('OLD.customer_id')};
		${recountCustomer('NEW.customer_id')};
		${correction};
	END;

	-- Before, not after: the triggers on the lines must still find their order.
	CREATE TRIGGER order_lines_go_first BEFORE DELETE ON orders BEGIN
		DELETE FROM order_lines WHERE order_id = OLD.order_id;
	END;

	CREATE TRIGGER order_deleted AFTER DELETE ON orders BEGIN
		UPDATE order_slots SET orders = orders - 1
		WHERE slot = OLD.at / 900000 AND region_id = OLD.region_id;
		${dropEmptied('OLD.at')};
		${recountCustomer('OLD.customer_id')};
		${correction};
	END;
`;

const lines = `
	CREATE TRIGGER line_not_replaced BEFORE INSERT ON order_lines
	WHEN EXISTS (SELECT 1 FROM order_lines WHERE line_id = NEW.line_id) BEGIN
		SELECT RAISE(ABORT, 'line_id exists already: use UPDATE, or DELETE and INSERT');
	END;

	CREATE TRIGGER line_inserted AFTER INSERT ON order_lines BEGIN
		${lineEffect('NEW', 1)};
	END;

	CREATE TRIGGER line_inserted_below AFTER INSERT ON order_lines
	WHEN NEW.line_id < (SELECT max(line_id) FROM order_lines) BEGIN
		${correction};
	END;

	CREATE TRIGGER line_changed AFTER UPDATE OF order_id, product_id, quantity, unit_price, discount ON order_lines BEGIN
		${lineEffect('OLD', -1)};
		${lineEffect('NEW', 1)};
		${dropEmptied(momentOf('OLD.order_id'))};
		${correction};
	END;

	CREATE TRIGGER line_deleted AFTER DELETE ON order_lines BEGIN
		${lineEffect('OLD', -1)};
		${dropEmptied(momentOf('OLD.order_id'))};
		${correction};
	END;
`;

const dimensions = `
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

const restocks = `
	CREATE TRIGGER restocked AFTER INSERT ON restocks BEGIN
		UPDATE products SET stock = coalesce(stock, 0) + NEW.quantity WHERE product_id = NEW.product_id;
	END;

	CREATE TRIGGER restock_deleted AFTER DELETE ON restocks BEGIN
		UPDATE products SET stock = stock - OLD.quantity WHERE product_id = OLD.product_id;
	END;

	CREATE TRIGGER restock_changed AFTER UPDATE OF product_id, quantity ON restocks BEGIN
		UPDATE products SET stock = stock - OLD.quantity WHERE product_id = OLD.product_id;
		UPDATE products SET stock = coalesce(stock, 0) + NEW.quantity WHERE product_id = NEW.product_id;
	END;
`;

/** All triggers that keep the rollups right, whoever writes. */
export const rollupTriggers = [effects, orders, lines, dimensions, restocks].join('\n');
