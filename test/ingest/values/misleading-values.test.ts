import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

const amounts = async (text: string, options: Parameters<typeof readSource>[1] = {}) =>
	(await readSource(text, options)).lines.map(({amount}) => amount / 10_000);

test('amounts with the sign of another currency than the rest are rejected', async () => {
	const {lines, rejected, currency} = await readSource(
		'Order ID,Date,Product,Qty,Unit Price\n1,2024-03-31,Tea,2,€10.00\n2,2024-03-31,Pie,1,$40.00\n3,2024-03-31,Pie,1,£40.00\n4,2024-03-31,Pie,1,40.00\n5,2024-03-31,Pie,1,€3\n',
	);
	expect(currency).toBe('EUR');
	expect(lines.map(({order}) => order)).toEqual(['1', '4', '5']);
	expect(rejected).toMatchObject([
		{field: 'currency', reason: 'currency is another than in the rest of the source', value: '$'},
		{field: 'currency', value: '£'},
	]);
});

test('the currency is the one that most amounts have, and a plain dollar sign may be any dollar', async () => {
	const {lines, rejected, currency} = await readSource(
		'Order ID,Date,Product,Qty,Price\n1,2024-03-31,Tea,1,£1\n2,2024-03-31,Tea,1,A$2\n3,2024-03-31,Tea,1,A$3\n4,2024-03-31,Tea,1,$4\n',
	);
	expect(currency).toBe('AUD');
	expect(lines.map(({order}) => order)).toEqual(['2', '3', '4']);
	expect(rejected).toMatchObject([{value: '£'}]);
});

test('semicolons and dotted dates tell the decimal comma where the numbers do not', async () => {
	const german =
		'Rechnungsnr;Rechnungsdatum;Artikelnr;Bezeichnung;Anzahl;Preis;Kundennr\nR1;01.02.2024;A1;Maschine;1;1.250;K1\nR2;02.02.2024;A2;Öl;2;2.400;K2\n';
	expect(await amounts(german)).toEqual([1250, 4800]);
	const {decisions} = await readSource(german);
	expect(decisions).toContain(
		'Preis has groups of thousands in "1.250", as is usual with semicolons between values or dots in dates; --decimal says otherwise',
	);
	const fine = 'Order ID;Date;Product;Qty;Unit Price\n1;01.05.2024;Tea;1;1,250\n2;02.05.2024;Tea;1;2,400\n';
	expect(await amounts(fine)).toEqual([1.25, 2.4]);
	expect(await amounts(fine, {asked: {decimal: '.'}})).toEqual([1250, 2400]);
});

test('a mark that nothing tells is a guess, which names the flag that corrects it', async () => {
	const {decisions} = await readSource('Order ID,Date,Product,Qty,Price\n1,2024-05-01,Tea,1,1.250\n');
	expect(decisions).toContain('Price has decimals in "1.250", which is a guess; --decimal says otherwise');
});

test('what the whole file says is right although it looks like the other mark', async () => {
	expect(await amounts('Order ID;Date;Product;Qty;Price;Total\n1;01.05.2024;Tea;2;1.250;2.50\n')).toEqual([
		2.5,
	]);
});

test('a price finer than money gives the total exactly, or is rounded only with its quantity', async () => {
	expect(
		await amounts(
			'Order ID,Date,Product,Qty,Unit Price,Total\n1,2024-05-01,Screw,3000,0.33333,999.99\n2,2024-05-01,Bolt,1,4.00,4.00\n3,2024-05-01,Bolt,7,0.142857,1.00\n',
		),
	).toEqual([999.99, 4, 1]);
	expect(
		await amounts(
			'Order ID,Date,Product,Qty,Unit Price\n1,2024-05-01,Screw,30000,0.000333\n2,2024-05-01,Screw,1000,0.00005\n3,2024-05-01,Screw,-1000,0.00005\n4,2024-05-01,Screw,3,0.30000000000000004\n',
		),
	).toEqual([9.99, 0.05, -0.05, 0.9]);
});

test('a discount of which nothing tells the kind is a guess with its flag', async () => {
	const text =
		'Order ID,Date,Product,Qty,Unit Price,Discount\n1,2024-03-31,Tea,2,10.00,10\n2,2024-03-31,Pie,1,40.00,5\n';
	const {decisions} = await readSource(text);
	expect(decisions).toContain(
		'Discount holds amounts off the line, which is a guess; --discount-kind says otherwise',
	);
	const asked = await readSource(text, {asked: {discount: 'percent'}});
	expect(asked.decisions).toContain('Discount holds percents of the price');
	expect(asked.lines.map(({amount}) => amount / 10_000)).toEqual([18, 38]);
});

test.each([
	['Discount %', '', ''],
	['Discount', ',Total', ',18'],
])(
	'a discount of which the header or the totals tell the kind is no guess: %s%s',
	async (header, name, total) => {
		const {decisions, lines} = await readSource(
			`Order ID,Date,Product,Qty,Unit Price,${header}${name}\n1,2024-03-31,Tea,2,10.00,10${total}\n`,
		);
		expect(decisions).toContain(`${header} holds percents of the price`);
		expect(lines).toMatchObject([{amount: 180_000}]);
	},
);

test('days above 12 on both sides of the month are told as what they are', async () => {
	const {decisions} = await readSource(
		'Order ID,Date,Product,Qty,Price\n1,12/11/2024,Tea,2,3.50\n2,12/13/2024,Pie,1,4\n3,13/12/2024,Pie,1,4\n',
	);
	expect(decisions).toContain(
		'Date has day before month in "12/11/2024", which is a guess, because days above 12 contradict each other; --date-order says otherwise',
	);
});

test('month before day because of a dollar sign is called a guess', async () => {
	const {decisions} = await readSource('Order ID,Date,Product,Qty,Price\n1,03/04/2024,Tea,1,$2.00\n');
	expect(decisions).toContain(
		'Date has month before day in "03/04/2024", which is a guess from how numbers and currency are written; --date-order says otherwise',
	);
});
