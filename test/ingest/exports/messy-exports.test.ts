import {expect, test} from 'vitest';
import {openStore} from '../../../source/store/open-store.ts';
import fc from '../../helpers/property.ts';
import {expectRollupsToHold} from '../../helpers/store.ts';
import {importCsv} from '../import-csv.ts';

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const amount = fc.integer({min: -999, max: 99_999});
const written = fc
	.tuple(amount, oneOf('en-US', 'de-DE', 'en-IN', 'fr-FR'), oneOf('plain', 'sign', 'brackets', 'percent'))
	.map(([cents, locale, how]) => {
		const text = new Intl.NumberFormat(locale, {minimumFractionDigits: 2}).format(Math.abs(cents) / 100);
		const minus = cents < 0 ? '-' : '';
		switch (how) {
			case 'sign':
				return `${minus}€${text}`;
			case 'brackets':
				return cents < 0 ? `(${text})` : text;
			case 'percent':
				return `${minus}${text} %`;
			default:
				return `${minus}${text}`;
		}
	});
const number = fc.oneof(
	{weight: 6, arbitrary: written},
	oneOf('', 'ERROR', 'UNKNOWN', 'x', '1.234', '1e3', '-0'),
);
const date = fc.oneof(
	{weight: 6, arbitrary: oneOf('13/3/2024', '14/03/2024 08:26', '2.12.2024')},
	fc
		.tuple(fc.integer({min: 1, max: 31}), fc.integer({min: 1, max: 12}), oneOf('/', '.', '-'))
		.map(([day, month, sign]) => `${day}${sign}${month}${sign}2024`),
	oneOf('2024-03-05', '5 Mar 2024 2:30 PM', 'Dec 1, 2024', '45356', '1709649000', 'NULL', '31/02/2024', ''),
);
const row = fc.record({
	order: oneOf('A', 'B', '17.0', 'C', 'D', 'E', ''),
	product: oneOf('P', 'P', 'P', 'Q', 'Q', 'UNKNOWN', ''),
	quantity: fc.oneof({weight: 4, arbitrary: fc.integer({min: -4, max: 9}).map(String)}, number),
	price: fc.oneof({weight: 5, arbitrary: oneOf('5.00', '1,234.50', '0', '€2.99', '0.001')}, number),
	total: fc.oneof({weight: 4, arbitrary: fc.constant('')}, number),
	discount: fc.oneof(oneOf('', '0', '0.1', '10 %', '5'), number),
	date,
	currency: oneOf('EUR', 'EUR', 'EUR', 'USD', ''),
});
const headers = oneOf(
	'order,product,quantity,price,total,discount,date,currency',
	'Invoice No,Item,Qty,Unit Price,Line Total,Discount %,Order Date,Currency',
	'x,Artikel,Menge,Einzelpreis,Gesamtpreis,Rabatt,Datum,y',
	'Order ID,Product Name,Quantity,a,Sales,Discount,Order Date,b',
);

test('however an export is written, every row and its money is accounted for, and again nothing changes', async () => {
	await fc.assert(
		fc.asyncProperty(
			headers,
			fc.array(row, {minLength: 1, maxLength: 40}),
			fc.boolean(),
			async (header, rows, isUpdate) => {
				const quoted = rows.map(cells =>
					Object.values(cells)
						.map(cell => `"${cell}"`)
						.join(','),
				);
				const text = [header, ...quoted].join('\n');
				const store = openStore(':memory:', {zoneName: 'Europe/Paris', currency: 'EUR'});
				try {
					const first = await importCsv(store, text, {isUpdate}).catch((error: unknown) => error);
					if (first instanceof Error) {
						// A column of which hardly any cell fits is none, and then the source is refused as a whole.
						expect(first.name).toBe('SourceError');
						expect(first.message).toContain('has no column for');
						return;
					}
					const {rows: counts, amount: money, repaired} = first as Awaited<ReturnType<typeof importCsv>>;
					expect(counts.read).toBe(rows.length);
					for (const {read, loaded, duplicate, rejected} of [counts, money]) {
						expect(read).toBe(loaded + duplicate + rejected);
					}
					const kept = store.db.prepare('SELECT count(*) AS lines, total(amount) AS amount FROM order_lines');
					expect(kept.get()).toEqual({lines: counts.loaded, amount: money.loaded});
					expect(store.db.prepare('SELECT count(*) FROM repairs').pluck().get()).toBe(repaired);
					const open = store.db.prepare('SELECT total(rows), total(amount) FROM rejected_reasons').raw();
					expect(open.get()).toEqual([counts.rejected, money.rejected]);
					expectRollupsToHold(store.db);
					const second = await importCsv(store, text, {isUpdate});
					expect(second.rows).toEqual({...counts, loaded: 0, duplicate: counts.loaded});
					expect(second.amount).toEqual({...money, loaded: 0, duplicate: money.loaded});
					expect(kept.get()).toEqual({lines: counts.loaded, amount: money.loaded});
				} finally {
					store.close();
				}
			},
		),
		{seed: 11, numRuns: 60},
	);
});
