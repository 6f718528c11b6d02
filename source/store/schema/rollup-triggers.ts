import {correction} from './correction.ts';
import {dimensionTriggers} from './dimension-triggers.ts';
import {rollupEffects} from './rollup-effects.ts';

/*
 * The triggers that keep order totals, rollups and stock right in the transaction that changes a
 * row, whoever changes it. The slot is 900,000 ms and the day 86,400,000 ms long: see `slotMs`.
 */

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
export const rollupTriggers = [rollupEffects, orders, lines, dimensionTriggers, restocks].join('\n');
