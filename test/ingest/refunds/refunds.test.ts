import {expect, test} from 'vitest';
import fc from '../../helpers/property.ts';
import {expectRollupsToHold, testStore} from '../../helpers/store.ts';
import {importCsv} from '../import-csv.ts';
import {readSource} from '../read-source.ts';

const told = ({lines}: Awaited<ReturnType<typeof readSource>>) =>
	lines.map(({order, product, quantity, amount}) => [order, product, quantity, amount / 10_000]);

const shopify =
	'Name,Financial Status,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount';

test('an amount given back of an order returns what it pays for', async () => {
	const reading = await readSource(
		[
			shopify,
			'#1,refunded,40.00,5.00,3.60,48.60,2024-03-01,1,Mug,40.00,MUG,48.60',
			'#2,partially_refunded,60.00,0.00,0.00,60.00,2024-03-02,3,Bag,20.00,BAG,40.00',
			'#3,partially_refunded,40.00,0.00,4.00,44.00,2024-03-03,1,Mug,30.00,MUG,11.00',
			'#3,,,,,,2024-03-03,1,Pen,10.00,PEN,',
			'#4,partially_refunded,40.00,5.00,0.00,45.00,2024-03-04,1,Mug,30.00,MUG,5.00',
			'#4,,,,,,2024-03-04,1,Pen,10.00,PEN,',
			'#5,partially_refunded,40.00,0.00,0.00,40.00,2024-03-05,1,Mug,30.00,MUG,8.00',
			'#5,,,,,,2024-03-05,1,Pen,10.00,PEN,',
			'#6,paid,30.00,0.00,0.00,30.00,2024-03-06,1,Mug,30.00,MUG,0.00',
		].join('\n'),
	);
	expect(reading.rejected).toEqual([]);
	expect(told(reading)).toEqual([
		['#1', 'MUG', 1, 40],
		['#1', 'MUG', -1, -40],
		['#2', 'BAG', 3, 60],
		['#2', 'BAG', -2, -40],
		['#3', 'MUG', 1, 30],
		['#3', 'PEN', 1, 10],
		['#3', 'PEN', -1, -10],
		// Just the shipping.
		['#4', 'MUG', 1, 30],
		['#4', 'PEN', 1, 10],
		['#5', 'MUG', 1, 30],
		['#5', 'PEN', 1, 10],
		['#5', 'MUG', -1, -6],
		['#5', 'PEN', -1, -2],
		['#6', 'MUG', 1, 30],
	]);
	expect(reading.decisions).toContain(
		'Refunded Amount is given back of each order: lines that it pays for are returned, else all by what they are worth, without what of it was tax and shipping; the return is dated as the sale',
	);
});

const flat = 'Order,Date,Item,Qty,Price,Refund\n';

test('a refund that stands on every row of its order counts once, and one beside other amounts is of its line', async () => {
	expect(
		told(
			await readSource(
				`${flat}1,2024-03-01,A,1,5.00,15.00\n1,2024-03-01,B,1,10.00,15.00\n2,2024-03-02,A,1,5.00,`,
			),
		),
	).toEqual([
		['1', 'A', 1, 5],
		['1', 'B', 1, 10],
		['1', 'A', -1, -5],
		['1', 'B', -1, -10],
		['2', 'A', 1, 5],
	]);
	expect(told(await readSource(`${flat}1,2024-03-01,A,1,5.00,0.00\n1,2024-03-01,B,2,10.00,10.00\n`))).toEqual(
		[
			['1', 'A', 1, 5],
			['1', 'B', 2, 20],
			['1', 'B', -1, -10],
		],
	);
});

test('a refund on the first row that is more than its line is of the order', async () => {
	expect(
		told(await readSource(`${flat}1,2024-03-01,A,1,5.00,15.00\n1,2024-03-01,B,1,10.00,0\n`)).slice(2),
	).toEqual([
		['1', 'A', -1, -5],
		['1', 'B', -1, -10],
	]);
});

test('a refund is not taken off twice where returns are rows, nor where its column only says yes', async () => {
	const own = await readSource(`${flat}1,2024-03-01,A,1,5.00,5.00\n2,2024-03-04,A,-1,5.00,`);
	expect(told(own)).toEqual([
		['1', 'A', 1, 5],
		['2', 'A', -1, -5],
	]);
	expect(own.decisions.join()).toContain(
		'Refund says that 5.00 were given back later, in 1 of the rows looked at: that is NOT taken off, because returns are rows of their own here, with a minus',
	);
	const flags = await readSource(`${flat}1,2024-03-01,A,1,5.00,1\n2,2024-03-04,A,1,5.00,0`);
	expect(told(flags)).toHaveLength(2);
});

const listed = (...refunds: readonly object[]) =>
	JSON.stringify([
		{
			id: 500_001,
			created_at: '2024-01-10T11:00:00Z',
			financial_status: 'partially_refunded',
			line_items: [
				{id: 1, sku: 'A', title: 'Shirt', quantity: 2, price: '20.00'},
				{id: 2, sku: 'B', title: 'Mug', quantity: 1, price: '10.00'},
			],
			refunds,
		},
	]);

test('refunds that orders of JSON list are returns at their moment', async () => {
	const ofLines = {
		id: 7,
		created_at: '2024-02-01T09:00:00Z',
		refund_line_items: [
			{
				quantity: 1,
				line_item_id: 1,
				subtotal: '18.00',
				line_item: {sku: 'A', title: 'Shirt', price: '20.00'},
			},
		],
		transactions: [{kind: 'refund', amount: '19.80'}],
	};
	const ofAmount = {id: 8, reason: 'late', total: '-10.00'};
	const reading = await readSource(listed(ofLines, ofAmount), {name: 'orders.json'});
	expect(told(reading)).toEqual([
		['500001', 'A', 2, 40],
		['500001', 'B', 1, 10],
		['500001 (refund 7)', 'A', -1, -18],
		['500001', 'B', -1, -10],
	]);
	expect(reading.lines[2]).toMatchObject({
		at: Date.UTC(2024, 1, 1, 9),
		unitPrice: 200_000,
		discount: -20_000,
	});
});

test('a refund of lines by numbers of their own gives back what it says was paid for them', async () => {
	const refund = {id: 7, refund_line_items: [{quantity: 1, line_item_id: 1, subtotal: '20.00'}]};
	expect(told(await readSource(listed(refund), {name: 'orders.json'})).slice(2)).toEqual([
		['500001', 'A', -1, -20],
	]);
});

test('a row counts once with what was given back of it, and a later export adds a refund and asks before it changes one', async () => {
	const store = testStore();
	const text = (refund: string) =>
		`${flat}100001,2024-03-01,A,3,5.00,${refund}\n100002,2024-03-01,A,1,5.00,0.00\n`;
	const revenue = () =>
		store.db.prepare('SELECT revenue, returns, units FROM orders WHERE number = ?').raw().get('100001');
	expect(await importCsv(store, text('0.00'))).toMatchObject({rows: {read: 2, loaded: 2}});
	expect(revenue()).toEqual([150_000, 0, 3]);

	expect(await importCsv(store, text('5.00'))).toMatchObject({
		rows: {read: 2, loaded: 0, duplicate: 2, rejected: 0},
		amount: {read: 150_000, loaded: -50_000, duplicate: 200_000, rejected: 0},
	});
	expect(revenue()).toEqual([100_000, -50_000, 2]);
	expect(await importCsv(store, text('5.00'))).toMatchObject({
		rows: {read: 2, duplicate: 2},
		amount: {read: 150_000, duplicate: 150_000},
	});

	expect(await importCsv(store, text('10.00'))).toMatchObject({
		rows: {read: 2, duplicate: 2, rejected: 0},
		amount: {read: 100_000, duplicate: 200_000, rejected: -100_000},
	});
	expect(revenue()).toEqual([100_000, -50_000, 2]);
	expect(store.db.prepare('SELECT sum(rows) FROM rejected_reasons').pluck().get()).toBe(1);

	await importCsv(store, text('10.00'), {isUpdate: true});
	expect(revenue()).toEqual([50_000, -100_000, 1]);
	expect(store.db.prepare('SELECT sum(rows) FROM rejected_reasons').pluck().get()).toBe(null);
});

test('a record that comes again brings its refunds once', async () => {
	const store = testStore();
	const refund = {id: 7, created_at: '2024-02-01T09:00:00Z', total: '-10.00'};
	const lines = [listed(), listed(refund), listed(refund)].map(text => text.slice(1, -1)).join('\n');
	expect(await importCsv(store, lines, {name: 'orders.ndjson', rowsPerBatch: 2})).toMatchObject({
		rows: {read: 6, loaded: 2, duplicate: 4},
	});
	expect(store.db.prepare('SELECT number, revenue FROM orders').raw().all()).toEqual([
		['500001', 500_000],
		['500001 (refund 7)', -100_000],
	]);
});

const cents = (least: number, most: number) => fc.integer({min: least, max: most});
const orders = fc.array(
	fc.record({
		lines: fc.array(fc.record({qty: cents(1, 5), price: cents(0, 3000)}), {minLength: 1, maxLength: 4}),
		refund: fc.oneof(fc.constant(0), cents(2, 9000)),
	}),
	{minLength: 1, maxLength: 6},
);

test('whatever is given back, no more and no less of the goods is taken off, and again changes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(orders, cents(1, 9), async (some, rowsPerBatch) => {
			const rows = some.flatMap(({lines, refund}, order) =>
				lines.map(({qty, price}, place) =>
					[
						...[100_001 + order, '2024-03-01', `P${place}`, qty, (price / 100).toFixed(2)],
						place === 0 ? (refund / 100).toFixed(2) : '',
					].join(','),
				),
			);
			// A sale without a refund, so that amounts of 1.00 are no flags.
			const text = `${flat}${rows.join('\n')}\n200000,2024-03-01,Z,2,9.99,3.33\n`;
			const store = testStore();
			const first = await importCsv(store, text, {rowsPerBatch});
			expect(first.rows).toEqual({read: rows.length + 1, loaded: rows.length + 1, duplicate: 0, rejected: 0});
			const expected = some.map(({lines, refund}) => {
				const goods = lines.reduce((sum, {qty, price}) => sum + qty * price, 0);
				// Within rounding of all it is all.
				const returned = Math.abs(goods - refund) <= 1 + lines.length / 2 ? goods : Math.min(refund, goods);
				return [(goods - returned) * 100, -returned * 100 + 0];
			});
			const stored = () =>
				store.db.prepare('SELECT revenue, returns FROM orders WHERE number < 200000').raw().all();
			expect(stored()).toEqual(expected);
			const again = await importCsv(store, text, {rowsPerBatch});
			expect(again.rows).toMatchObject({loaded: 0, duplicate: rows.length + 1});
			expect(again.amount.duplicate).toBe(first.amount.loaded);
			expect(stored()).toEqual(expected);
			expectRollupsToHold(store.db);
		}),
		{numRuns: 60},
	);
});
