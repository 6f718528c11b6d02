import {expect, test} from 'vitest';
import {readSales} from '../../source/ingest/read-sales.ts';
import {openImporter} from '../../source/store/importing/open-importer.ts';
import fc from '../helpers/property.ts';
import {expectRollupsToHold, testStore} from '../helpers/store.ts';
import {textSource} from './import-csv.ts';

const header = 'order,sku,qty,price,date,customer';

type Loading = {
	readonly rowsPerBatch: number;
	readonly batchesPerCommit: number;
	readonly foldedAtOnce: number;
};

/** Loads a text in small batches, and commits after some of them. */
async function load(
	store: ReturnType<typeof testStore>,
	rows: readonly string[],
	{rowsPerBatch, batchesPerCommit, foldedAtOnce}: Loading,
) {
	const reading = await readSales(textSource('sales.csv', `${header}\n${rows.join('\n')}\n`), store.zone, {
		rowsPerBatch,
	});
	const source = openImporter(store, {foldedAtOnce}).begin({...reading, origin: 'sales.csv'}, 0);
	let batches = 0;
	for await (const batch of reading.batches) {
		source.load(batch);
		if (++batches % batchesPerCommit === 0) {
			source.commit();
		}
	}
	return source.finish(1);
}

const rowsOf = (orders: readonly number[]) =>
	orders.map(
		(order, index) =>
			`N${1_000_000 + order},P${index % 7},${(index % 5) - 1 || 2},1.5,2026-11-${10 + (order % 9)},C${order % 4}`,
	);

/** The orders of lines: the lines of an order together, nearly together or anywhere. */
const orderNumbers = (highest: number, maxLength: number) =>
	fc
		.tuple(
			fc.array(fc.nat(highest), {maxLength}),
			fc.constantFrom('whole', 'nearly', 'anywhere'),
			fc.nat(highest),
		)
		.map(([numbers, lie, late]) =>
			lie === 'anywhere'
				? numbers
				: [...numbers.toSorted((a, b) => a - b), ...(lie === 'nearly' ? [late] : [])],
		);

test('however orders lie across batches and commits, their lines, totals and rollups are the same', async () => {
	await fc.assert(
		fc.asyncProperty(
			orderNumbers(30, 400),
			fc.record({
				rowsPerBatch: fc.constantFrom(1, 20, 100, 1000),
				batchesPerCommit: fc.constantFrom(1, 3, 1000),
				foldedAtOnce: fc.constantFrom(30, 100, 10_000),
			}),
			orderNumbers(40, 200),
			async (orders, loading, more) => {
				fc.pre(orders.length > 0);
				const store = testStore('UTC');
				const {rows} = await load(store, rowsOf(orders), loading);
				expect(rows).toEqual({read: orders.length, loaded: orders.length, duplicate: 0, rejected: 0});
				expectRollupsToHold(store.db);
				expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(new Set(orders).size);
				// Within an order the lines stay in their order.
				expect(
					store.db
						.prepare(
							'SELECT number, group_concat(quantity) AS quantities FROM (SELECT * FROM order_lines ORDER BY line_id) JOIN orders USING (order_id) GROUP BY order_id ORDER BY order_id',
						)
						.all(),
				).toEqual(
					[...Map.groupBy(orders.entries(), ([, order]) => order)].map(([order, lines]) => ({
						number: `N${1_000_000 + order}`,
						quantities: lines.map(([index]) => (index % 5) - 1 || 2).join(','),
					})),
				);

				const all = [...orders, ...more];
				const again = await load(store, rowsOf(all), loading);
				expect(again.rows).toEqual({
					read: all.length,
					loaded: more.length,
					duplicate: orders.length,
					rejected: 0,
				});
				expectRollupsToHold(store.db);
				expect(store.db.pragma('integrity_check', {simple: true})).toBe('ok');
			},
		),
		{seed: 11, numRuns: 60},
	);
});

test('what was not committed is not loaded when a later row fails', async () => {
	const store = testStore('UTC');
	const reading = await readSales(
		textSource('sales.csv', `${header}\n${rowsOf([1, 1, 2]).join('\n')}\n`),
		store.zone,
	);
	const source = openImporter(store).begin({...reading, origin: 'sales.csv'}, 0);
	for await (const batch of reading.batches) {
		source.load(batch);
		expect(() => source.load({...batch, lines: [{...batch.lines[0]!, quantity: 0, order: 'X'}]})).toThrow(
			/CHECK/,
		);
	}
	expect(store.db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(0);
	expect(store.db.inTransaction).toBe(false);
	expectRollupsToHold(store.db);
});
