import {quarterHourMs} from '../../business-time.ts';
import {seenSourcesSchema} from '../importing/seen-sources.ts';
import {alertsSchema} from './alerts-schema.ts';
import {analysisResultsSchema} from './analysis-results-schema.ts';
import {importRecordSchema} from './import-record-schema.ts';
import {rollupTriggers} from './rollup-triggers.ts';

/** Marks a file as a salesmon database ("slsm"), so that no other SQLite file is taken for one. */
export const applicationId = 0x73_6c_73_6d;

/** Milliseconds of one slot, the grain of the time rollups: every zone's offset is a multiple of it. */
export const slotMs = quarterHourMs;

/**
 * Every version of the schema, as what turns the version before into it. Append only: a released
 * step is never edited.
 *
 * Money is INTEGER ten-thousandths, moments are INTEGER UTC milliseconds.
 */
export const migrations: readonly string[] = [
	`
	CREATE TABLE settings (
		key TEXT PRIMARY KEY,
		value TEXT NOT NULL
	) STRICT, WITHOUT ROWID;

	-- The offsets of the business zone, so that SQL alone finds the local date of a moment.
	CREATE TABLE zone_offsets (
		since INTEGER PRIMARY KEY,
		offset_ms INTEGER NOT NULL
	) STRICT;

	-- Dimensions

	CREATE TABLE sources (
		source_id INTEGER PRIMARY KEY,
		name TEXT NOT NULL UNIQUE
	) STRICT;

	CREATE TABLE regions (
		region_id INTEGER PRIMARY KEY,
		name TEXT NOT NULL UNIQUE CHECK (name <> '')
	) STRICT;

	CREATE TABLE categories (
		category_id INTEGER PRIMARY KEY,
		name TEXT NOT NULL UNIQUE CHECK (name <> '')
	) STRICT;

	CREATE TABLE stores (
		store_id INTEGER PRIMARY KEY,
		name TEXT NOT NULL,
		city TEXT NOT NULL,
		region_id INTEGER NOT NULL REFERENCES regions,
		UNIQUE (name, city)
	) STRICT;

	CREATE TABLE customers (
		customer_id INTEGER PRIMARY KEY,
		source_id INTEGER REFERENCES sources,
		code TEXT,
		name TEXT,
		email TEXT UNIQUE,
		age INTEGER CHECK (age > 0),
		region_id INTEGER REFERENCES regions,
		UNIQUE (source_id, code)
	) STRICT;

	CREATE TABLE products (
		product_id INTEGER PRIMARY KEY,
		source_id INTEGER REFERENCES sources,
		code TEXT,
		name TEXT NOT NULL,
		category_id INTEGER NOT NULL REFERENCES categories,
		price INTEGER NOT NULL CHECK (price >= 0),
		stock INTEGER,
		UNIQUE (source_id, code)
	) STRICT;

	CREATE INDEX products_in_stock ON products (category_id, stock) WHERE stock IS NOT NULL;

	-- Calendar days of the business zone; date_id counts days since 1970-01-01.
	CREATE TABLE dates (
		date_id INTEGER PRIMARY KEY,
		date TEXT NOT NULL GENERATED ALWAYS AS (date(date_id * 86400, 'unixepoch')) STORED UNIQUE,
		year INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y', date_id * 86400, 'unixepoch') AS INTEGER)) STORED,
		quarter INTEGER NOT NULL GENERATED ALWAYS AS ((CAST(strftime('%m', date_id * 86400, 'unixepoch') AS INTEGER) + 2) / 3) STORED,
		month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%m', date_id * 86400, 'unixepoch') AS INTEGER)) STORED,
		-- The week's Thursday decides its number and its year (ISO 8601).
		iso_year INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y', date_id * 86400, 'unixepoch', '-3 days', 'weekday 4') AS INTEGER)) STORED,
		iso_week INTEGER NOT NULL GENERATED ALWAYS AS ((CAST(strftime('%j', date_id * 86400, 'unixepoch', '-3 days', 'weekday 4') AS INTEGER) - 1) / 7 + 1) STORED,
		-- 1 for Monday to 7 for Sunday.
		weekday INTEGER NOT NULL GENERATED ALWAYS AS ((date_id + 3) % 7 + 1) STORED
	) STRICT;

	-- Facts

	CREATE TABLE orders (
		order_id INTEGER PRIMARY KEY,
		source_id INTEGER REFERENCES sources,
		number TEXT,
		at INTEGER NOT NULL CHECK (at >= 0),
		date_id INTEGER REFERENCES dates,
		region_id INTEGER NOT NULL REFERENCES regions,
		store_id INTEGER REFERENCES stores,
		customer_id INTEGER REFERENCES customers,
		-- Totals of the lines, kept by triggers.
		lines INTEGER NOT NULL DEFAULT 0,
		units INTEGER NOT NULL DEFAULT 0,
		revenue INTEGER NOT NULL DEFAULT 0,
		returns INTEGER NOT NULL DEFAULT 0,
		UNIQUE (source_id, number)
	) STRICT;

	CREATE INDEX orders_by_time ON orders (at);
	CREATE INDEX orders_by_customer ON orders (customer_id, at) WHERE customer_id IS NOT NULL;

	CREATE TABLE order_lines (
		line_id INTEGER PRIMARY KEY,
		order_id INTEGER NOT NULL REFERENCES orders ON DELETE CASCADE,
		product_id INTEGER NOT NULL REFERENCES products,
		quantity INTEGER NOT NULL CHECK (quantity <> 0),
		unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
		discount INTEGER NOT NULL DEFAULT 0 CHECK (abs(discount) <= abs(quantity) * unit_price AND discount * sign(quantity) >= 0),
		amount INTEGER NOT NULL GENERATED ALWAYS AS (quantity * unit_price - discount) STORED
	) STRICT;

	CREATE INDEX lines_by_order ON order_lines (order_id);
	CREATE INDEX lines_by_product ON order_lines (product_id);

	CREATE TABLE restocks (
		restock_id INTEGER PRIMARY KEY,
		product_id INTEGER NOT NULL REFERENCES products,
		at INTEGER NOT NULL CHECK (at >= 0),
		quantity INTEGER NOT NULL CHECK (quantity > 0)
	) STRICT;

	-- Imports: what was read from where, and the rows that could not be loaded

	CREATE TABLE imports (
		import_id INTEGER PRIMARY KEY,
		-- A path or an address.
		origin TEXT NOT NULL,
		format TEXT NOT NULL,
		-- JSON: which column was taken for which field.
		mapping TEXT NOT NULL,
		started_at INTEGER NOT NULL,
		finished_at INTEGER,
		-- Rows and their money: read = loaded + duplicate + rejected, always.
		rows_read INTEGER NOT NULL DEFAULT 0,
		rows_loaded INTEGER NOT NULL DEFAULT 0,
		rows_duplicate INTEGER NOT NULL DEFAULT 0,
		rows_rejected INTEGER NOT NULL DEFAULT 0,
		amount_loaded INTEGER NOT NULL DEFAULT 0,
		amount_duplicate INTEGER NOT NULL DEFAULT 0,
		amount_rejected INTEGER NOT NULL DEFAULT 0,
		CHECK (rows_read = rows_loaded + rows_duplicate + rows_rejected)
	) STRICT;

	CREATE TABLE rejected_rows (
		rejected_row_id INTEGER PRIMARY KEY,
		import_id INTEGER NOT NULL REFERENCES imports,
		origin TEXT NOT NULL,
		-- Of the source, counted from 1, the header included.
		line_number INTEGER NOT NULL,
		field TEXT,
		reason TEXT NOT NULL,
		raw TEXT NOT NULL,
		UNIQUE (origin, line_number, raw)
	) STRICT;

	-- Rollups: what the panels read. A slot is a UTC quarter hour, counted from 1970.

	CREATE TABLE order_slots (
		slot INTEGER NOT NULL,
		region_id INTEGER NOT NULL,
		orders INTEGER NOT NULL,
		lines INTEGER NOT NULL,
		units INTEGER NOT NULL,
		revenue INTEGER NOT NULL,
		returns INTEGER NOT NULL,
		PRIMARY KEY (slot, region_id)
	) STRICT, WITHOUT ROWID;

	-- orders: those with at least one line of the category.
	CREATE TABLE category_slots (
		slot INTEGER NOT NULL,
		category_id INTEGER NOT NULL,
		region_id INTEGER NOT NULL,
		orders INTEGER NOT NULL,
		lines INTEGER NOT NULL,
		units INTEGER NOT NULL,
		revenue INTEGER NOT NULL,
		PRIMARY KEY (slot, category_id, region_id)
	) STRICT, WITHOUT ROWID;

	-- day: UTC days since 1970.
	CREATE TABLE product_days (
		day INTEGER NOT NULL,
		product_id INTEGER NOT NULL,
		lines INTEGER NOT NULL,
		units INTEGER NOT NULL,
		revenue INTEGER NOT NULL,
		PRIMARY KEY (day, product_id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE customer_totals (
		customer_id INTEGER PRIMARY KEY,
		orders INTEGER NOT NULL,
		revenue INTEGER NOT NULL,
		first_at INTEGER NOT NULL,
		last_at INTEGER NOT NULL
	) STRICT;

	CREATE INDEX customer_totals_by_revenue ON customer_totals (revenue DESC, customer_id);

	-- How often something that was already there was changed: whoever keeps sums of the past must
	-- read them again when this moves. New orders do not move it.
	CREATE TABLE revision (
		only INTEGER PRIMARY KEY CHECK (only = 1),
		corrections INTEGER NOT NULL
	) STRICT;

	INSERT INTO revision VALUES (1, 0);

	${rollupTriggers}
	`,
	analysisResultsSchema,
	importRecordSchema,
	// The page of a category lists its products.
	'CREATE INDEX products_by_category ON products (category_id)',
	alertsSchema,
	seenSourcesSchema,
	// For what was in stock at a moment that is past.
	'CREATE INDEX restocks_by_time ON restocks (at);',
	// JSON: what was found of every product, for the latest result of a kind alone.
	'ALTER TABLE analysis_results ADD COLUMN details TEXT',
	// JSON: how the values of the source were read, for rows that are corrected and sources like it.
	'ALTER TABLE imports ADD COLUMN writing TEXT',
	// Where a rejected row is in its source, where its line does not tell.
	'ALTER TABLE rejected_rows ADD COLUMN place TEXT',
];
