import {expect, test} from 'vitest';
import {expectRollupsToHold, testStore} from '../../../helpers/store.ts';
import {importCsv} from '../../../ingest/import-csv.ts';

const till = (day: string) =>
	`Receipt,Date,Item,Qty,Price\n1,${day} 09:00,Tea,1,3.50\n2,${day} 10:00,Pie,2,4.00\n`;

const shop = (store: string) =>
	`Order,Date,Store,Product,Qty,Price\n1,2024-06-01,${store},Tea,1,3.50\n2,2024-06-01,${store},Pie,1,4.00\n`;

test('receipts that are counted anew each day are orders of their own, and again change nothing', async () => {
	const store = testStore();
	const days = ['2024-06-01', '2024-06-02', '2024-06-03'];
	for (const day of days) {
		const {rows} = await importCsv(store, till(day), {name: `${day}.csv`});
		expect(rows).toEqual({read: 2, loaded: 2, duplicate: 0, rejected: 0});
	}
	for (const day of days.reverse()) {
		const {rows} = await importCsv(store, till(day), {name: `${day}.csv`});
		expect(rows).toEqual({read: 2, loaded: 0, duplicate: 2, rejected: 0});
	}
	expect(store.db.prepare('SELECT number, revenue FROM orders ORDER BY at').raw().all()).toEqual([
		['1', 35_000],
		['2', 80_000],
		['1 (2024-06-02)', 35_000],
		['2 (2024-06-02)', 80_000],
		['1 (2024-06-03)', 35_000],
		['2 (2024-06-03)', 80_000],
	]);
	expectRollupsToHold(store.db);
});

test.each([1, 3, 100])(
	'the same receipts in one file are orders of their own, in batches of %i rows',
	async rowsPerBatch => {
		const store = testStore();
		const text = `${till('2024-06-01')}${till('2024-06-02').split('\n').slice(1).join('\n')}`;
		expect((await importCsv(store, text, {rowsPerBatch})).rows).toMatchObject({loaded: 4, duplicate: 0});
		expect((await importCsv(store, text, {rowsPerBatch})).rows).toMatchObject({loaded: 0, duplicate: 4});
		expect(store.db.prepare('SELECT count(*), sum(revenue) FROM orders').raw().get()).toEqual([4, 230_000]);
	},
);

test('equal lines of two stores under one number are two sales', async () => {
	const store = testStore();
	for (const name of ['North', 'South']) {
		expect((await importCsv(store, shop(name))).rows).toMatchObject({loaded: 2, duplicate: 0, rejected: 0});
	}
	expect((await importCsv(store, shop('South'))).rows).toMatchObject({loaded: 0, duplicate: 2});
	expect(
		store.db
			.prepare('SELECT name, sum(revenue) FROM orders JOIN stores USING (store_id) GROUP BY 1 ORDER BY 1')
			.raw()
			.all(),
	).toEqual([
		['North', 75_000],
		['South', 75_000],
	]);
});

test('a large number is of one order, on whatever day a row of it is', async () => {
	const store = testStore();
	const row = (day: string, item: string) => `536365,${day},${item},1,2.00`;
	const text = ['Invoice,Date,Item,Qty,Price', row('2024-06-01', 'Tea'), row('2024-06-03', 'Pie')].join('\n');
	expect((await importCsv(store, text)).rows).toMatchObject({loaded: 2});
	expect(store.db.prepare('SELECT number, lines FROM orders').raw().all()).toEqual([['536365', 2]]);
});

test('at the same second a customer who was given another name has the same order', async () => {
	const store = testStore();
	const text = (customer: string) =>
		`Order,Date,Customer,Item,Qty,Price\n7,2024-06-01 09:30,${customer},Tea,1,2.00\n`;
	await importCsv(store, text('ann'));
	expect((await importCsv(store, text('anne'))).rows).toMatchObject({loaded: 0, duplicate: 1});
});

const receipt = (store: string, ...items: readonly string[]) =>
	`Receipt,Date,Store,Item,Qty,Price\n${items.map(item => `1,2024-03-05 09:00,${store},${item},1,3.00\n`).join('')}`;

test('at the same second another store has another order, in one source or in two', async () => {
	const both = testStore();
	await importCsv(both, receipt('Berlin', 'Coffee'));
	expect((await importCsv(both, receipt('Munich', 'Coffee', 'Cake'))).rows).toMatchObject({loaded: 2});
	for (const name of ['Munich', 'Berlin']) {
		expect((await importCsv(both, receipt(name, 'Coffee'))).rows).toMatchObject({loaded: 0, duplicate: 1});
	}
	const one = testStore();
	const inOne =
		receipt('Berlin', 'Coffee') + receipt('Munich', 'Coffee', 'Cake').split('\n').slice(1).join('\n');
	await importCsv(one, inOne);
	expect((await importCsv(one, inOne)).rows).toMatchObject({loaded: 0, duplicate: 3});
	for (const {db} of [both, one]) {
		expect(
			db.prepare('SELECT name, revenue FROM orders JOIN stores USING (store_id) ORDER BY name').raw().all(),
		).toEqual([
			['Berlin', 30_000],
			['Munich', 60_000],
		]);
		expectRollupsToHold(db);
	}
});

test('at the same second an order whose store one source does not tell is the same', async () => {
	const store = testStore();
	await importCsv(store, receipt('Berlin', 'Coffee'));
	expect((await importCsv(store, receipt('', 'Coffee'))).rows).toMatchObject({loaded: 0, duplicate: 1});
});

test('a conflict tells what is here and what is loaded', async () => {
	const store = testStore();
	const text = (price: string) => `Order,Date,Item,Qty,Price\n7,2024-06-01,Tea,1,${price}\n`;
	await importCsv(store, text('3.50'));
	expect((await importCsv(store, text('3.00'))).rows).toMatchObject({rejected: 1});
	expect(store.db.prepare('SELECT field, value FROM rejected_rows').raw().all()).toEqual([
		['unitPrice', '3.0000, loaded is 3.5000'],
	]);
});

const orders = (day57: string, customer = '', number = '57') =>
	[
		'Order,Date,Customer,Item,Qty,Price',
		`55,2024-05-01,${customer},Tea,1,3.50`,
		`56,2024-05-02,${customer},Pie,2,4.00`,
		`${number},${day57},${customer},Tea,2,3.50`,
		`${number},${day57},${customer},Pie,1,4.00`,
		'',
	].join('\n');

test.each([
	['of a guest', ''],
	['of a customer', 'C7'],
])('an order %s that comes again with another date is a conflict, or takes it', async (_, customer) => {
	const store = testStore();
	await importCsv(store, orders('2024-05-03', customer));
	const later = orders('2024-05-10', customer);
	expect(await importCsv(store, later)).toMatchObject({
		rows: {read: 4, loaded: 0, duplicate: 2, rejected: 2},
		amount: {read: 225_000, duplicate: 115_000, rejected: 110_000},
	});
	expect(store.db.prepare('SELECT field, reason, value FROM rejected_rows LIMIT 1').get()).toEqual({
		field: 'at',
		reason: 'differs from the line that is loaded; --update takes it',
		value: '2024-05-10 00:00, loaded is 2024-05-03 00:00',
	});
	expect((await importCsv(store, later, {isUpdate: true})).rows).toMatchObject({loaded: 2, duplicate: 2});
	expect((await importCsv(store, later)).rows).toMatchObject({loaded: 0, duplicate: 4, rejected: 0});
	expect(
		store.db
			.prepare("SELECT number, date(at / 1000 + 7200, 'unixepoch') FROM orders ORDER BY number")
			.raw()
			.all(),
	).toEqual([
		['55', '2024-05-01'],
		['56', '2024-05-02'],
		['57', '2024-05-10'],
	]);
	expectRollupsToHold(store.db);
});

test('an order of other lines, another customer, or beside the one that is loaded is another order', async () => {
	const store = testStore();
	await importCsv(store, orders('2024-05-03', 'C7'));
	expect((await importCsv(store, orders('2024-05-10', 'C7').replace('Pie,1', 'Pie,3'))).rows).toMatchObject({
		loaded: 2,
	});
	expect((await importCsv(store, orders('2024-05-11', 'C8'))).rows).toMatchObject({rejected: 0});
	const both = orders('2024-05-03', 'C7') + orders('2024-05-12', 'C7').split('\n').slice(3).join('\n');
	expect((await importCsv(store, both)).rows).toMatchObject({loaded: 2, duplicate: 4, rejected: 0});
	expectRollupsToHold(store.db);
});

test('a till that exports its last days only gives equal receipts of guests anew', async () => {
	const store = testStore();
	await importCsv(store, till('2024-06-01'));
	const days = (...some: readonly string[]) =>
		till(some[0]!) +
		some
			.slice(1)
			.map(day => till(day).split('\n').slice(1).join('\n'))
			.join('');
	await importCsv(store, days('2024-06-02', '2024-06-03'));
	expect((await importCsv(store, days('2024-06-03', '2024-06-04'))).rows).toEqual({
		read: 4,
		loaded: 2,
		duplicate: 2,
		rejected: 0,
	});
});
