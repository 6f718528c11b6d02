import {expect, test} from 'vitest';
import type {Store} from '../../../../source/store/open-store.ts';
import {expectRollupsToHold, testStore} from '../../../helpers/store.ts';
import {type ImportCsvOptions, importCsv} from '../../../ingest/import-csv.ts';

type Item = readonly [sku: string, qty: number, price?: number];

const record = (order: string, items: readonly Item[], own: object = {}) =>
	JSON.stringify({
		order_id: order,
		created_at: '2024-03-05T10:00:00Z',
		...own,
		items: items.map(([sku, qty, price = 10]) => ({sku, qty, price})),
	});

const load = (store: Store, records: readonly string[], options: ImportCsvOptions = {}) =>
	importCsv(store, `${records.join('\n')}\n`, {name: 'orders.ndjson', ...options});

const orders = ({db}: Store) =>
	db.prepare('SELECT number, lines, units, revenue FROM orders ORDER BY number').raw().all();

const batches = [1, 2, 3, 1000];

test.each(batches)('the later record of an order counts, in batches of %i rows', async rowsPerBatch => {
	const store = testStore();
	const records = [
		record('A1', [['x', 1]], {status: 'pending'}),
		record('A2', [
			['x', 1],
			['y', 1],
			['y', 1],
		]),
		record('A1', [['x', 1]], {status: 'paid'}),
		record('A3', [['z', 4]]),
		record('A2', [
			['x', 2],
			['z', 1],
		]),
	];
	const {rows, amount} = await load(store, records, {rowsPerBatch});
	expect(rows).toEqual({read: 8, loaded: 4, duplicate: 4, rejected: 0});
	expect(amount).toMatchObject({loaded: 800_000, duplicate: 400_000});
	expect(orders(store)).toEqual([
		['A1', 1, 1, 100_000],
		['A2', 2, 3, 300_000],
		['A3', 1, 4, 400_000],
	]);
	expectRollupsToHold(store.db);
});

test.each(batches)('a third record counts alone too, in batches of %i rows', async rowsPerBatch => {
	const store = testStore();
	const states = [1, 2, 3].map(qty =>
		record('A1', [
			['x', qty],
			['y', qty],
		]),
	);
	const {rows} = await load(store, [states[0]!, record('B1', [['x', 1]]), states[1]!, states[2]!], {
		rowsPerBatch,
	});
	expect(rows).toEqual({read: 7, loaded: 3, duplicate: 4, rejected: 0});
	expect(orders(store)).toEqual([
		['A1', 2, 6, 600_000],
		['B1', 1, 1, 100_000],
	]);
	expectRollupsToHold(store.db);
});

test('the same source again changes nothing', async () => {
	const store = testStore();
	const records = [record('A1', [['x', 1]]), record('A1', [['x', 2]]), record('A2', [['x', 1]])];
	await load(store, records);
	const before = orders(store);
	for (const isUpdate of [false, true]) {
		expect((await load(store, records, {isUpdate})).rows).toMatchObject({
			loaded: 0,
			duplicate: 3,
			rejected: 0,
		});
		expect(orders(store)).toEqual(before);
	}
	await load(store, records, {rowsPerBatch: 1});
	expect(orders(store)).toEqual(before);
	expectRollupsToHold(store.db);
});

test('a record of another source changes what is loaded only with --update', async () => {
	const store = testStore();
	await load(store, [record('A1', [['x', 1]])]);
	const later = [record('A1', [['x', 2]])];
	expect((await load(store, later)).rows).toMatchObject({loaded: 0, rejected: 1});
	expect((await load(store, later, {isUpdate: true})).rows).toMatchObject({loaded: 1, rejected: 0});
	expect(orders(store)).toEqual([['A1', 1, 2, 200_000]]);
});

test.each(batches)(
	'what is returned or sent apart, and equal lines of one record, are lines of their own, in batches of %i rows',
	async rowsPerBatch => {
		const store = testStore();
		const {rows} = await load(
			store,
			[
				record('A1', [
					['x', 1],
					['x', 1],
				]),
				record('A1', [['x', -1]]),
				record('A1', [['y', 1]]),
			],
			{rowsPerBatch},
		);
		expect(rows).toEqual({read: 4, loaded: 4, duplicate: 0, rejected: 0});
		expect(orders(store)).toEqual([['A1', 4, 2, 200_000]]);
	},
);

test('receipts of one number on several days, and orders without a number, are no later records', async () => {
	const store = testStore();
	const day = (at: string) => record('1', [['x', 1]], {created_at: at});
	await load(store, [day('2024-03-05T10:00:00Z'), day('2024-03-06T10:00:00Z')]);
	expect(orders(store)).toHaveLength(2);
	const nameless = (qty: number) =>
		JSON.stringify({created_at: '2024-03-05T10:00:00Z', items: [{sku: 'x', qty, price: 1}]});
	const other = testStore();
	expect((await load(other, [nameless(1), nameless(1), nameless(2)])).rows).toMatchObject({loaded: 3});
});
