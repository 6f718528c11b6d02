import {expect, test} from 'vitest';
import {dayMs} from '../../../source/business-time.ts';
import {explainReport} from '../../../source/dashboard/explain-report.ts';
import {resolveWindow} from '../../../source/dashboard/window.ts';
import type {WindowName} from '../../../source/dashboard/window-name.ts';
import type {Filter} from '../../../source/filter.ts';
import {filterNames} from '../../../source/store/filter-names.ts';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {narrowedReport} from '../../../source/store/sql/narrowed-report.ts';
import {reports} from '../../../source/store/sql/reports.ts';
import {runSql} from '../../../source/store/sql/run-sql.ts';
import {addSqlFunctions} from '../../../source/store/sql/sql-functions.ts';
import {line, order, product} from '../../helpers/order.ts';
import {testStore} from '../../helpers/store.ts';

const now = Date.UTC(2026, 10, 20, 17, 57, 12);

function openShop() {
	const store = testStore();
	const kite = product({code: 'kite', name: 'Kite', category: 'Toys', price: 150_000, stock: 400});
	openOrderRecorder(store).record(
		'test',
		Array.from({length: 300}, (_, index) =>
			order({
				number: `N${index}`,
				at: now - 1 - Math.floor(((299 - index) / 300) * 40 * dayMs),
				region: ['Bretagne', 'Occitanie', 'Corse'][index % 3]!,
				...(index % 4 > 0 && {customer: {code: `c${index % 7}`, name: `Customer ${index % 7}`}}),
				lines: [
					line({product: product({stock: 1000}), quantity: index % 23 === 0 ? -1 : 2}),
					...(index % 2 === 0 ? [line({product: kite, discount: 1000})] : []),
				],
			}),
		),
	);
	addSqlFunctions(store.db, store.zone);
	return store;
}

const windows = ['1h', '24h', '7d', '30d', 'all'] as const satisfies readonly WindowName[];

test.each(windows)(
	'in the window %s each report agrees with the dashboard, and some are asked of it',
	async name => {
		const store = openShop();
		const {from, to} = resolveWindow(name, now, store.zone, now - 40 * dayMs).span;
		const compared: string[] = [];
		let statements = 0;
		for (const report of reports.filter(({of}) => of === undefined)) {
			const bound = Object.fromEntries(
				Object.entries({from, to}).filter(([key]) => report.sql.includes(`@${key}`)),
			);
			const {agrees, kept} = await explainReport(store, report, {
				windowName: name,
				now,
				zone: store.zone,
				bound,
			});
			if (agrees !== undefined) {
				compared.push(report.name);
				expect(agrees, report.name).toBe(true);
				statements += kept.length;
			}
		}
		expect(compared).toHaveLength(13);
		expect(statements).toBeGreaterThan(0);
	},
);

const filters: readonly Filter[] = [
	[{kind: 'category', value: 'Toys'}],
	[{kind: 'product', value: 'id:2'}],
	[{kind: 'region', value: 'Corse'}],
	[
		{kind: 'customer', value: 'Customer 3'},
		{kind: 'customer', value: 'Customer 4'},
		{kind: 'category', value: 'Toys'},
		{kind: 'region', value: 'Bretagne'},
	],
];

test.each(filters)(
	'of $kind:$value alone each report agrees with the filtered dashboard',
	async (...filter) => {
		const store = openShop();
		const ids = filterNames(store.db).matchingIds(filter);
		for (const name of ['24h', '30d', 'all'] as const) {
			const {from, to} = resolveWindow(name, now, store.zone, now - 40 * dayMs).span;
			for (const report of reports.filter(({of}) => of === undefined)) {
				const sql = narrowedReport(report.sql, ids);
				const bound = Object.fromEntries(
					Object.entries({from, to}).filter(([key]) => sql.includes(`@${key}`)),
				);
				const options = {windowName: name, now, zone: store.zone, bound, filter};
				const {agrees} = await explainReport(store, {...report, sql}, options);
				expect(agrees ?? true, `${report.name} of ${name}`).toBe(true);
			}
		}
		const total = (sql: string) => runSql(store.db, sql, {from: 0, to: now}, 1).rows[0]![0];
		const {sql} = reports.find(({name}) => name === 'totals')!;
		expect(Number(total(narrowedReport(sql, ids)))).toBeLessThan(Number(total(sql)));
	},
);

test('stock is that of the moment, also of filtered sales', () => {
	const {db} = openShop();
	const then = now - 10 * dayMs;
	const {sql} = reports.find(({name}) => name === 'top-products')!;
	const stockOf = (statement: string, to: number) => {
		const {columns, rows} = runSql(db, statement, {from: 0, to}, 9);
		return rows.find(row => row[1] === 'Kite')![columns.indexOf('stock')];
	};
	const sold = db
		.prepare(
			"SELECT count(*) FROM orders JOIN order_lines USING (order_id) JOIN products USING (product_id) WHERE code = 'kite' AND at >= ?",
		)
		.pluck()
		.get(then) as number;
	expect(sold).toBeGreaterThan(0);
	const left = Number(stockOf(sql, now));
	expect(stockOf(sql, then)).toBe(left + sold);
	expect(stockOf(narrowedReport(sql, {region: [1]}), then)).toBe(left + sold);
});

test('a dashboard that shows something else than the raw tables is found out', async () => {
	const store = openShop();
	store.db.exec('UPDATE category_slots SET revenue = revenue + 1');
	const report = reports.find(({name}) => name === 'categories')!;
	const bound = {from: now - 30 * dayMs, to: now};
	expect(await explainReport(store, report, {windowName: '30d', now, zone: store.zone, bound})).toMatchObject(
		{
			agrees: false,
		},
	);
});

test('what a statement may do is to read, and no more rows than asked for come back', () => {
	const {db} = openShop();
	expect(() => runSql(db, 'DELETE FROM orders', {}, 10)).toThrow('only a statement that reads');
	expect(() => runSql(db, "ATTACH 'x' AS x", {}, 10)).toThrow('only a statement that reads');
	expect(() => runSql(db, 'DELETE FROM orders RETURNING order_id', {}, 10)).toThrow(
		'only a statement that reads',
	);
	expect(() => runSql(db, 'SELECT 1; SELECT 2', {}, 10)).toThrow('more than one statement');
	const {columns, rows, isCut} = runSql(
		db,
		'SELECT order_id AS id, at FROM orders WHERE at < @to ORDER BY 1',
		{to: now},
		2,
	);
	expect({columns, count: rows.length, first: rows[0]?.[0], isCut}).toEqual({
		columns: ['id', 'at'],
		count: 2,
		first: 1,
		isCut: true,
	});
});

test('SQL knows the money and the time of the shop', () => {
	const {db} = openShop();
	const at = Date.UTC(2026, 6, 1, 22, 30, 5);
	const {rows} = runSql(
		db,
		`SELECT decimal(-12345), decimal(NULL), local_date(${at}), local_hour(${at}), local_time(${at})`,
		{},
		10,
	);
	expect(rows).toEqual([['-1.2345', null, '2026-07-02', 0, '2026-07-02 00:30:05']]);
});

test('every report has a name of its own and one line that tells what it is', () => {
	expect(new Set(reports.map(({name}) => name)).size).toBe(reports.length);
	for (const {name, summary, of, sql} of reports) {
		expect(name).toMatch(/^[a-z-]+$/);
		expect(summary.length).toBeLessThan(70);
		expect(sql.includes('@of')).toBe(of !== undefined);
	}
});
