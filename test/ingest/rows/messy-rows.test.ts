import {expect, test} from 'vitest';
import {parseMoney} from '../../../source/money.ts';
import {openStore} from '../../../source/store/open-store.ts';
import fc from '../../helpers/property.ts';
import {expectRollupsToHold} from '../../helpers/store.ts';
import {importCsv} from '../import-csv.ts';

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const noise = fc.string({
	unit: fc.constantFrom('x', '7', '-', '.', ',', '"', '\n', '\r', ' ', 'é', '\0', "'"),
	maxLength: 6,
});

const cell = {
	order: oneOf('A', 'B', 'C', '17.0', '17', '', ' '),
	product: oneOf('P', 'Q', '85123A', ''),
	name: fc.oneof(oneOf('', 'Mug', '"Mug, blue"', '"two\nlines"'), noise),
	quantity: fc.oneof(
		fc.integer({min: -5, max: 5}).map(String),
		oneOf('', '1.5', '2.0', 'x', '-0', '99999999999999999999'),
	),
	price: fc.oneof(
		fc.integer({min: 0, max: 999}).map(cents => (cents / 100).toFixed(2)),
		oneOf('', '-1', '0', '0.001', 'free', '1e3'),
	),
	date: oneOf(
		'2026-11-20 12:00:00',
		'2026-11-21',
		'2026-10-25 02:30',
		'2026-02-30',
		'1950-01-01',
		'NULL',
		'',
	),
	customer: oneOf('', 'Zoe', '17850.0', '17850'),
	country: oneOf('', 'France', 'Spain'),
};

const goodRow = fc.record(cell).map(row => Object.values(row).join(','));
const row = fc.oneof(
	{weight: 9, arbitrary: goodRow},
	{weight: 1, arbitrary: fc.array(noise).map(cells => cells.join(','))},
);

test('whatever the rows are, every one and its money is accounted for, twice changes nothing, and rollups hold', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, {maxLength: 120}),
			fc.integer({min: 1, max: 90}),
			fc.integer({min: 5, max: 300}),
			async (rows, rowsPerBatch, chunkLength) => {
				const text = ['order,sku,name,qty,price,date,customer,country', ...rows].join('\n');
				const store = openStore(':memory:', {zoneName: 'Europe/Paris', currency: 'EUR'});
				try {
					const first = await importCsv(store, text, {rowsPerBatch, chunkLength});
					expect(first.rows.duplicate).toBe(0);
					for (const {read, loaded, duplicate, rejected} of [first.rows, first.amount]) {
						expect(read).toBe(loaded + duplicate + rejected);
					}
					const kept = store.db.prepare('SELECT count(*) AS lines, total(amount) AS amount FROM order_lines');
					expect(kept.get()).toEqual({lines: first.rows.loaded, amount: first.amount.loaded});
					const rejected = store.db.prepare('SELECT count(*) FROM rejected_rows').pluck();
					expect(rejected.get()).toBe(first.rows.rejected);
					expectRollupsToHold(store.db);

					const before = store.db.serialize();
					const second = await importCsv(store, text, {rowsPerBatch: 50});
					expect(second.rows).toEqual({...first.rows, loaded: 0, duplicate: first.rows.loaded});
					expect(second.amount).toEqual({...first.amount, loaded: 0, duplicate: first.amount.loaded});
					store.db.exec('DELETE FROM imports WHERE import_id = 2');
					expect(store.db.serialize().length).toBe(before.length);
					expect(kept.get()).toEqual({lines: first.rows.loaded, amount: first.amount.loaded});
					expectRollupsToHold(store.db);
				} finally {
					store.close();
				}
			},
		),
		{seed: 5, numRuns: 40},
	);
});

test('the sum of the money that was read is that of quantity times price', async () => {
	const line = fc.record({
		quantity: fc.integer({min: 1, max: 500}),
		price: fc.integer({min: 0, max: 9_999_999}),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 200}), async lines => {
			const store = openStore(':memory:', {zoneName: 'UTC', currency: 'EUR'});
			try {
				const texts = lines.map(({quantity, price}, index) => ({
					quantity,
					price: `${Math.floor(price / 10_000)}.${String(price % 10_000).padStart(4, '0')}`,
					order: index >> 3,
				}));
				const text = texts
					.map(({order, quantity, price}) => `${order},P,${quantity},${price},2026-11-20`)
					.join('\n');
				const {amount} = await importCsv(store, `order,sku,qty,price,date\n${text}`);
				const expected = texts.reduce((sum, {quantity, price}) => sum + quantity * parseMoney(price)!, 0);
				expect(amount).toEqual({read: expected, loaded: expected, duplicate: 0, rejected: 0});
			} finally {
				store.close();
			}
		}),
		{seed: 6, numRuns: 20},
	);
});
