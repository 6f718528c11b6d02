import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const read = (header: string, ...rows: readonly string[]) =>
	readSource(['Order,Date,Item,', header, '\n', ...rows.map(row => `A,2024-05-01,Cheese,${row}\n`)].join(''));
const told = ({lines}: Awaited<ReturnType<typeof read>>) =>
	lines.map(({quantity, unitPrice, discount, amount}) => [quantity, unitPrice, discount, amount]);

test('what is sold by weight is one unit at its exact amount, a return minus one, whole numbers as they are', async () => {
	const reading = await read(
		'Qty,Price',
		'0.750,4.00',
		'-0.750,4.00',
		'2.0,4.00',
		'0.345,12.99',
		'1.005,0.0333',
		'0.1,0.00125',
	);
	expect(reading.rejected).toEqual([]);
	expect(told(reading)).toEqual([
		[1, 30_000, 0, 30_000],
		[-1, 30_000, 0, -30_000],
		[2, 40_000, 0, 80_000],
		[1, 44_816, 0, 44_816],
		[1, 335, 0, 335],
		[1, 1, 0, 1],
	]);
	expect(reading.lines.map(({repair}) => repair)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
		undefined,
		undefined,
	]);
	expect(reading.decisions).toContain(
		'Qty has fractions, as of goods sold by weight: such a row is one unit at the price of all of it',
	);
});

test('a total that agrees with the weight is the amount, one that does not is rejected', async () => {
	const reading = await read(
		'Qty,Price,Total',
		'0.345,12.99,4.48',
		'0.5,3.00,1.50',
		'1.2,10.00,12.00',
		'0.5,3.00,2.50',
	);
	expect(told(reading)).toEqual([
		[1, 44_800, 0, 44_800],
		[1, 15_000, 0, 15_000],
		[1, 120_000, 0, 120_000],
	]);
	expect(reading.rejected).toMatchObject([
		{reason: 'total contradicts quantity, unit price and discount', amount: 25_000},
	]);
});

test('weights may have a total and no price, and a discount', async () => {
	expect(told(await read('Qty,Total', '0.345,4.48', '-1.5,-6.00'))).toEqual([
		[1, 44_800, 0, 44_800],
		[-1, 60_000, 0, -60_000],
	]);
	expect(told(await read('Qty,Price,Discount %', '0.75,4.00,10', '-0.75,4.00,10'))).toEqual([
		[1, 30_000, 3000, 27_000],
		[-1, 30_000, -3000, -27_000],
	]);
});

test('weights with a decimal comma are told from thousands by their totals', async () => {
	const reading = await readSource(
		'Order;Date;Item;Menge;Preis;Total\nA;2024-05-01;Käse;1,250;4,00;5,00\nA;2024-05-01;Brot;3,000;2,50;7,50\n',
	);
	expect(told(reading)).toEqual([
		[1, 50_000, 0, 50_000],
		[3, 25_000, 0, 75_000],
	]);
});

test('a unit behind the number is none of its business', async () => {
	const reading = await readSource(
		'Order;Date;Item;Menge;Preis\nA;2024-05-01;Käse;0,750 kg;4,00 €/kg\nA;2024-05-01;Brot;2 Stk;2,50 €\nA;2024-05-01;Tee;100 g;20,00 €/kg\n',
	);
	expect(told(reading)).toEqual([
		[1, 30_000, 0, 30_000],
		[2, 25_000, 0, 50_000],
	]);
	expect(reading.rejected).toMatchObject([{reason: 'quantity is not a number', value: '100 g'}]);
});

test('a weight without a price that can be read is rejected for the price', async () => {
	const {rejected} = await read('Qty,Price', '0.75,', '0.75,cheap', '0.75,-4.00');
	expect(rejected.map(({reason}) => reason)).toEqual([
		'unit price is missing',
		'unit price is not a number',
		'unit price is negative',
	]);
});

test.each([
	['Price ($)', 'USD'],
	['Total (EUR)', 'EUR'],
	['Amount GBP', 'GBP'],
	['price_chf', 'CHF'],
	['Total (ALL)', undefined],
	['Price (net)', undefined],
])('the header %s names the currency %s', async (header, currency) => {
	expect((await read(header, '4.00')).currency).toBe(currency);
});
