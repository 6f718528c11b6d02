-- What the sqlite3 shell does with the flat file: .import, then INSERT … SELECT into the same tables,
-- with the same indexes and the same rollups; in its favour the triggers are dropped, and the indexes of the
-- lines are built at the end.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = MEMORY;
.mode csv
BEGIN;
CREATE TEMP TABLE raw (number, code, description, quantity INTEGER, moment, price REAL, customer, country);
.import --skip 1 --schema temp FLAT_CSV raw
INSERT INTO sources (source_id, name) VALUES (1, 'import');
INSERT INTO categories (category_id, name) VALUES (1, 'Uncategorised');
INSERT INTO regions (name) SELECT DISTINCT trim(country) FROM raw WHERE trim(country) <> '';
INSERT INTO customers (source_id, code, region_id)
SELECT 1, replace(trim(customer), '.0', ''), region_id
FROM raw JOIN regions ON name = trim(country) WHERE trim(customer) <> '' GROUP BY 2;
INSERT INTO products (source_id, code, name, category_id, price)
SELECT 1, trim(code), trim(description), 1, CAST(round(max(price) * 10000) AS INTEGER) FROM raw GROUP BY trim(code);
INSERT OR IGNORE INTO dates (date_id) SELECT DISTINCT unixepoch(moment) / 86400 FROM raw;
INSERT INTO orders (source_id, number, at, date_id, region_id, customer_id, lines, units, revenue, returns)
SELECT 1, number, unixepoch(min(moment)) * 1000, unixepoch(min(moment)) / 86400, regions.region_id, customer_id,
	count(*), sum(quantity), sum(quantity * CAST(round(price * 10000) AS INTEGER)),
	sum(iif(quantity < 0, quantity * CAST(round(price * 10000) AS INTEGER), 0))
FROM raw JOIN regions ON regions.name = trim(country)
LEFT JOIN customers ON customers.source_id = 1 AND customers.code = replace(trim(customer), '.0', '')
WHERE quantity <> 0 AND price >= 0 AND unixepoch(moment) IS NOT NULL AND number <> ''
GROUP BY raw.number;
DROP INDEX lines_by_order;
DROP INDEX lines_by_product;
INSERT INTO order_lines (order_id, product_id, quantity, unit_price, discount)
SELECT order_id, product_id, quantity, CAST(round(raw.price * 10000) AS INTEGER), 0
FROM raw CROSS JOIN orders ON orders.source_id = 1 AND orders.number = raw.number
CROSS JOIN products ON products.source_id = 1 AND products.code = trim(raw.code)
WHERE quantity <> 0 AND raw.price >= 0 AND unixepoch(moment) IS NOT NULL AND raw.number <> '';
CREATE INDEX lines_by_order ON order_lines (order_id);
CREATE INDEX lines_by_product ON order_lines (product_id);
INSERT INTO order_slots
SELECT at / 900000 AS slot, region_id, count(*), sum(lines), sum(units), sum(revenue), sum(returns)
FROM orders GROUP BY slot, region_id;
INSERT INTO category_slots
SELECT at / 900000 AS slot, category_id, region_id, count(DISTINCT order_id), count(*), sum(quantity), sum(amount)
FROM order_lines NOT INDEXED CROSS JOIN orders USING (order_id) CROSS JOIN products USING (product_id)
GROUP BY slot, category_id, region_id;
INSERT INTO product_days
SELECT at / 86400000 AS day, product_id, count(*), sum(quantity), sum(amount)
FROM order_lines NOT INDEXED CROSS JOIN orders USING (order_id) GROUP BY day, product_id;
INSERT INTO customer_totals
SELECT customer_id, count(*), sum(revenue), min(at), max(at) FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id;
COMMIT;
