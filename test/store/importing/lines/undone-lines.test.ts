import {expect, test} from 'vitest';
import type {Store} from '../../../../source/store/open-store.ts';
import {expectRollupsToHold, testStore} from '../../../helpers/store.ts';
import {type ImportCsvOptions, importCsv} from '../../../ingest/import-csv.ts';

const load = (store: Store, rows: readonly string[], options: ImportCsvOptions = {}) =>
	importCsv(store, ['Order ID,Date,SKU,Qty,Price,Status', ...rows, ''].join('\n'), options);

const revenues = ({db}: Store) =>
	db.prepare('SELECT number, lines, revenue FROM orders ORDER BY number').raw().all();

const paid = [
	'500001,2024-03-06,A,1,10,paid',
	'500001,2024-03-06,B,1,5,paid',
	'500002,2024-03-06,A,1,10,paid',
];
const cancelled = paid.map(row => (row.startsWith('500001') ? row.replace('paid', 'cancelled') : row));

test.each([1, 100])(
	'an order that was cancelled after it was loaded goes with --update, in batches of %i',
	async rowsPerBatch => {
		const store = testStore();
		await load(store, paid);
		const {rows, amount} = await load(store, cancelled, {rowsPerBatch});
		expect(rows).toEqual({read: 3, loaded: 0, duplicate: 1, rejected: 2});
		expect(amount).toMatchObject({loaded: 0, rejected: 150_000});
		expect(revenues(store)).toHaveLength(2);

		expect((await load(store, cancelled, {rowsPerBatch, isUpdate: true})).rows).toEqual(rows);
		expect(revenues(store)).toEqual([['500002', 1, 100_000]]);
		expect((await load(store, cancelled, {rowsPerBatch, isUpdate: true})).rows).toEqual(rows);
		expect(revenues(store)).toEqual([['500002', 1, 100_000]]);
		expectRollupsToHold(store.db);
	},
);

test.each([1, 100])(
	'of two equal items of which one is cancelled the other stays, in batches of %i',
	async rowsPerBatch => {
		const store = testStore();
		const items = ['500001,2024-03-06,A,1,10,cancelled', '500001,2024-03-06,A,1,10,shipped'];
		for (const _ of [1, 2, 3]) {
			await load(store, items, {rowsPerBatch, isUpdate: true});
			expect(revenues(store)).toEqual([['500001', 1, 100_000]]);
		}
		expectRollupsToHold(store.db);
	},
);

const record = (order: string, status: string, own: object = {}) =>
	JSON.stringify({
		order_id: order,
		created_at: '2024-03-05T10:00:00Z',
		status,
		items: [
			{sku: 'A', qty: 1, price: 10},
			{sku: 'B', qty: 1, price: 5},
		],
		...own,
	});

const loadRecords = (store: Store, records: readonly string[], options: ImportCsvOptions = {}) =>
	importCsv(store, `${records.join('\n')}\n`, {name: 'orders.ndjson', ...options});

test.each([1, 2, 100])(
	'a later record that cancels its order takes it back, in batches of %i rows',
	async rowsPerBatch => {
		const store = testStore();
		const {rows, amount} = await loadRecords(
			store,
			[record('X1', 'paid'), record('X2', 'paid'), record('X1', 'cancelled'), record('X3', 'paid')],
			{rowsPerBatch},
		);
		expect(rows).toEqual({read: 8, loaded: 4, duplicate: 2, rejected: 2});
		expect(amount).toMatchObject({loaded: 300_000, duplicate: 150_000, rejected: 150_000});
		expect(revenues(store).map(row => (row as string[])[0])).toEqual(['X2', 'X3']);
		await loadRecords(store, [record('X2', 'paid'), record('X2', 'voided')], {rowsPerBatch, isUpdate: true});
		expect(revenues(store).map(row => (row as string[])[0])).toEqual(['X3']);
		expectRollupsToHold(store.db);
	},
);

test('with an order goes what was given back of it', async () => {
	const store = testStore();
	const refunds = [{id: 7, created_at: '2024-04-01', total: '-5.00'}];
	await loadRecords(store, [record('X1', 'paid', {refunds})]);
	expect(revenues(store)).toEqual([
		['X1', 2, 150_000],
		['X1 (refund 7)', 1, -50_000],
	]);
	await loadRecords(store, [record('X1', 'cancelled', {refunds})], {isUpdate: true});
	expect(revenues(store)).toEqual([]);
	expectRollupsToHold(store.db);
});
