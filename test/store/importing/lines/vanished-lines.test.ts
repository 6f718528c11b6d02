import {expect, test} from 'vitest';
import type {Store} from '../../../../source/store/open-store.ts';
import {expectRollupsToHold, testStore} from '../../../helpers/store.ts';
import {type ImportCsvOptions, importCsv} from '../../../ingest/import-csv.ts';

const load = (store: Store, rows: readonly string[], options: ImportCsvOptions = {}) =>
	importCsv(
		store,
		`Order ID,Date,SKU,Qty,Price\n${rows.map(row => `5000${row.replace(',', ',2024-03-06,')}\n`).join('')}`,
		options,
	);

const revenues = ({db}: Store) =>
	db.prepare('SELECT number, lines, revenue FROM orders ORDER BY number').raw().all();

const two = ['02,A,1,10', '02,B,1,5'];

test.each([
	['another product', ['02,A,1,10', '02,B,1,5'], ['02,A,1,10', '02,D,1,5'], [2, 150_000]],
	['one line of two equal ones', ['02,A,1,10', '02,A,1,10'], ['02,A,2,10'], [1, 200_000]],
	['a line less', ['02,A,1,10', '02,B,1,5', '02,B,1,5'], ['02,A,1,10'], [1, 100_000]],
])(
	'an order that a newer export has with %s is as that has it, with --update',
	async (_, old, newer, left) => {
		for (const rowsPerBatch of [1, 100]) {
			const store = testStore();
			await load(store, [...old, '01,A,1,3']);
			await load(store, ['01,A,1,3', ...newer], {isUpdate: true, rowsPerBatch});
			expect(revenues(store)).toEqual([
				['500001', 1, 30_000],
				['500002', ...left],
			]);
			expect((await load(store, newer)).rows).toMatchObject({loaded: 0, rejected: 0});
			expectRollupsToHold(store.db);
		}
	},
);

test('without --update a line in place of another one is a conflict', async () => {
	for (const rowsPerBatch of [1, 100]) {
		const store = testStore();
		await load(store, two);
		const {rows, amount} = await load(store, ['02,D,1,7', '02,A,1,10'], {rowsPerBatch});
		expect(rows).toEqual({read: 2, loaded: 0, duplicate: 1, rejected: 1});
		expect(amount).toMatchObject({loaded: 0, rejected: 70_000});
		expect(revenues(store)).toEqual([['500002', 2, 150_000]]);
		expect(store.db.prepare('SELECT field, value FROM rejected_rows').raw().all()).toEqual([
			['product', 'D, loaded is something else'],
		]);
		const more = await load(store, ['02,D,1,7', ...two], {rowsPerBatch});
		expect(more.rows).toEqual({read: 3, loaded: 1, duplicate: 2, rejected: 0});
		expectRollupsToHold(store.db);
	}
});

test('an order whose only line has another product is a conflict, and takes it with --update', async () => {
	for (const rowsPerBatch of [1, 100]) {
		const store = testStore();
		await load(store, ['01,A,1,3', '02,A,1,10']);
		const newer = ['01,A,1,3', '02,D,1,7'];
		expect((await load(store, newer, {rowsPerBatch})).rows).toEqual({
			read: 2,
			loaded: 0,
			duplicate: 1,
			rejected: 1,
		});
		expect(revenues(store)).toEqual([
			['500001', 1, 30_000],
			['500002', 1, 100_000],
		]);
		expect((await load(store, newer, {rowsPerBatch, isUpdate: true})).rows).toMatchObject({loaded: 1});
		expect(revenues(store)).toEqual([
			['500001', 1, 30_000],
			['500002', 1, 70_000],
		]);
		expect((await load(store, newer)).rows).toMatchObject({duplicate: 2});
		expectRollupsToHold(store.db);
	}
});

test('a second file with other lines of the same orders adds them', async () => {
	const store = testStore();
	await load(store, ['01,A,1,3', '02,A,1,10']);
	expect((await load(store, ['01,B,1,3', '02,B,1,10', '02,C,1,1'])).rows).toMatchObject({loaded: 3});
	expect(revenues(store)).toEqual([
		['500001', 2, 60_000],
		['500002', 3, 210_000],
	]);
});

test.each([
	['without --update', ['02,A,1,10'], {}],
	['where a row cannot be read, which may be the line', ['02,A,1,10', '02,B,x,5'], {isUpdate: true}],
	['where the source has other lines of the order', ['02,C,1,1'], {isUpdate: true}],
])('nothing is taken out %s', async (_, newer, options) => {
	const store = testStore();
	await load(store, two);
	await load(store, newer, options);
	expect(store.db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBeGreaterThanOrEqual(2);
	expectRollupsToHold(store.db);
});

test('returns, which may have come in another export, stay', async () => {
	const store = testStore();
	await load(store, [...two, '02,A,-1,10']);
	await load(store, two, {isUpdate: true});
	expect(revenues(store)).toEqual([['500002', 3, 50_000]]);
});

test('an export of some lines of most orders takes out none', async () => {
	const store = testStore();
	const orders = Array.from({length: 30}, (_, index) => String(index + 10));
	await load(
		store,
		orders.flatMap(order => [`${order},A,1,10`, `${order},B,1,5`]),
	);
	await load(
		store,
		orders.map(order => `${order},A,1,10`),
		{isUpdate: true},
	);
	expect(store.db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(60);
});

test('a corrected row takes nothing out of its order', async () => {
	const store = testStore();
	await load(store, two);
	await importCsv(
		store,
		'rejected row,rejected because,Order ID,Date,SKU,Qty,Price\n7,,500002,2024-03-06,A,2,10\n',
		{isUpdate: true},
	);
	expect(revenues(store)).toEqual([['500002', 2, 250_000]]);
});
