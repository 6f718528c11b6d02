import {existsSync, renameSync, rmSync} from 'node:fs';
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api';
import {dataFolder, duckFile} from '../dataset/dataset.ts';
import type {Peer} from './peer.ts';
import {writeCsv} from './write-csv.ts';

/**
 * `joined` keeps orders and lines apart as salesmon's database does; `wide` is one table with
 * everything at each line, as one would lay it out for DuckDB alone.
 */
export type Layout = 'joined' | 'wide';

/** DuckDB over its own tables of the same facts, with as many threads as it likes. */
export async function openDuckDb(file: string, layout: Layout): Promise<Peer> {
	const instance = await DuckDBInstance.create(duckFile(file), {access_mode: 'READ_ONLY'});
	const connection = await instance.connect();
	const views = {
		joined: `
			CREATE TEMP VIEW sales AS SELECT * FROM orders JOIN order_lines USING (order_id);
			CREATE TEMP VIEW categorised_sales AS SELECT * FROM sales JOIN
				(SELECT product_id, category_id FROM products) AS kinds USING (product_id)`,
		wide: `
			CREATE TEMP VIEW sales AS SELECT * FROM wide_sales;
			CREATE TEMP VIEW categorised_sales AS SELECT * FROM wide_sales`,
	};
	await connection.run(views[layout]);
	return {
		name: `DuckDB, ${layout}`,
		dialect: {
			divide: (a, b) => `${a} // ${b}`,
			month: localMs => `strftime(make_timestamp(${localMs} * 1000), '%Y-%m')`,
		},
		async prepare(sql) {
			const statement = await connection.prepare(sql);
			return async () => (await statement.runAndReadAll()).getRowsJS();
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}

/** Loads the facts and dimensions of a database into a DuckDB file beside it, once. */
export async function loadDuckDb(file: string): Promise<void> {
	const target = duckFile(file);
	if (existsSync(target)) {
		return;
	}
	const unfinished = `${target}.part`;
	rmSync(unfinished, {force: true});
	const instance = await DuckDBInstance.create(unfinished);
	const connection = await instance.connect();
	for (const table of tables) {
		const csv = writeCsv(file, table.select, `${dataFolder}/${table.name}.csv`);
		await loadTable(connection, table, csv);
		rmSync(csv);
	}
	await connection.run(`
		CREATE TABLE wide_sales AS
		SELECT order_lines.*, moment, region_id, customer_id, category_id
		FROM order_lines JOIN orders USING (order_id) JOIN products USING (product_id)
		ORDER BY moment, line_id;
		CHECKPOINT`);
	connection.closeSync();
	instance.closeSync();
	renameSync(unfinished, target);
}

type Table = {readonly name: string; readonly columns: string; readonly select: string};

async function loadTable(connection: DuckDBConnection, {name, columns}: Table, csv: string): Promise<void> {
	await connection.run(`CREATE TABLE ${name} (${columns})`);
	await connection.run(`COPY ${name} FROM '${csv}' (FORMAT csv, HEADER false, NULLSTR '')`);
}

/** Order totals are left out: they are a rollup that salesmon keeps. */
const tables: readonly Table[] = [
	{
		name: 'regions',
		columns: 'region_id INTEGER PRIMARY KEY, name TEXT NOT NULL',
		select: 'SELECT region_id, name FROM regions',
	},
	{
		name: 'categories',
		columns: 'category_id INTEGER PRIMARY KEY, name TEXT NOT NULL',
		select: 'SELECT category_id, name FROM categories',
	},
	{
		name: 'products',
		columns:
			'product_id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, category_id INTEGER NOT NULL, stock BIGINT',
		select: 'SELECT product_id, code, name, category_id, stock FROM products',
	},
	{
		name: 'customers',
		columns: 'customer_id INTEGER PRIMARY KEY, code TEXT, name TEXT, region_id INTEGER',
		select: 'SELECT customer_id, code, name, region_id FROM customers',
	},
	{
		name: 'orders',
		columns:
			'order_id INTEGER NOT NULL, moment BIGINT NOT NULL, region_id INTEGER NOT NULL, customer_id INTEGER',
		select: 'SELECT order_id, at AS moment, region_id, customer_id FROM orders ORDER BY order_id',
	},
	{
		name: 'order_lines',
		columns: `line_id INTEGER NOT NULL, order_id INTEGER NOT NULL, product_id INTEGER NOT NULL,
			quantity INTEGER NOT NULL, unit_price BIGINT NOT NULL, discount BIGINT NOT NULL, amount BIGINT NOT NULL`,
		select:
			'SELECT line_id, order_id, product_id, quantity, unit_price, discount, amount FROM order_lines ORDER BY line_id',
	},
];
