import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';
import {at, text} from './written.ts';

test('Shopify: the discount of an order spread over its lines, which make its subtotal, dates of the order on all its lines', async () => {
	const {lines, rejected, mapping, currency} = await readSource(
		text(
			'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Billing Name,Shipping Country,Lineitem discount,Cancelled at',
			'#1001,ada@example.com,paid,2026-09-03 10:15:00 -0400,USD,47.00,6.00,3.29,56.29,FALL5,5.00,2026-09-03 10:14:00 -0400,2,Fern Print,16.00,,FERN-1,Ada Example,US,0.00,',
			'#1001,ada@example.com,,,,,,,,,,,1,Canvas Tote,20.00,,TOTE-1,,,1.50,',
			'#1002,bo@example.com,paid,2026-09-10 09:00:00 -0400,USD,25.00,0.00,0.00,25.00,,0.00,2026-09-10 09:00:00 -0400,1,Speckled Mug,25.00,,,Bo Example,CA,0.00,',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{
			order: '#1001',
			product: 'FERN-1',
			amount: 289_231,
			at: at('2026-09-03T14:14:00Z'),
			region: 'US',
			email: 'ada@example.com',
		},
		{
			order: '#1001',
			product: 'TOTE-1',
			discount: 19_231,
			amount: 180_769,
			at: at('2026-09-03T14:14:00Z'),
			repair: 'at',
		},
		{
			order: '#1002',
			product: 'Speckled Mug',
			amount: 250_000,
			customer: 'bo@example.com',
			customerName: 'Bo Example',
		},
	]);
	expect(lines[0]!.amount + lines[1]!.amount).toBe(470_000);
	expect(mapping).toMatchObject({order: 'Name', at: 'Created at', unitPrice: 'Lineitem price'});
	expect(mapping).not.toHaveProperty('total');
	expect(currency).toBe('USD');
});

test('a German till: semicolons, decimal commas, dots in dates, umlauts', async () => {
	const {lines, rejected, decisions, mapping} = await readSource(
		text(
			'Belegnummer;Datum;Artikelnummer;Bezeichnung;Menge;Einzelpreis;Rabatt in %;Gesamtpreis;Kundennummer;Filiale;Warengruppe',
			'R-1;05.03.2024 14:30;4711;Teekanne Grün;2;1.234,50 €;10;2.222,10 €;K17;Köln;Küche',
			'R-1;05.03.2024 14:30;4712;Tasse;-1;12,00 €;;-12,00 €;K17;Köln;Küche',
			'R-2;06.03.2024 09:05;4713;Untersetzer;1.000;0,25 €;0;250,00 €;;Köln;Küche',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{
			order: 'R-1',
			productName: 'Teekanne Grün',
			quantity: 2,
			unitPrice: 12_345_000,
			amount: 22_221_000,
			at: at('2024-03-05T14:30Z'),
			store: 'Köln',
			category: 'Küche',
			customer: 'K17',
		},
		{quantity: -1, amount: -120_000},
		{quantity: 1000, amount: 2_500_000},
	]);
	expect(mapping).toMatchObject({
		order: 'Belegnummer',
		at: 'Datum',
		unitPrice: 'Einzelpreis',
		total: 'Gesamtpreis',
	});
	expect(decisions.join('\n')).toContain('Einzelpreis has a decimal comma');
	expect(decisions.join('\n')).toContain('Rabatt in % holds percents of the price');
});

test('a Brazilian shop', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Número do Pedido;Data da Venda;Código do Produto;Produto;Quantidade;Preço Unitário;Valor Total;Cliente;Estado',
			'1001;25/12/2023 10:00;A1;Café;3;R$ 1.019,90;R$ 3.059,70;Ana;SP',
			'1002;01/01/2024 11:30;B2;Açúcar;10;R$ 4,59;R$ 45,90;Bia;RJ',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{order: '1001', at: at('2023-12-25T10:00Z'), amount: 30_597_000, region: 'SP', customer: 'Ana'},
		{order: '1002', at: at('2024-01-01T11:30Z'), amount: 459_000, productName: 'Açúcar'},
	]);
});

test('an Indian shop with lakhs', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Bill No,Bill Date,Item Name,Qty,Rate,Amount,GST,Customer Name',
			'B/1,31-03-2024,Gold Coin,2,"1,23,456.50","2,46,913.00","7,407.39",Asha',
			'B/2,01-04-2024,Silver Coin,10,"₹ 1,050.00","₹ 10,500.00",₹ 315.00,Ravi',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{order: 'B/1', at: at('2024-03-31'), amount: 2_469_130_000, customer: 'Asha'},
		{order: 'B/2', at: at('2024-04-01'), amount: 105_000_000},
	]);
});

test('Square items: amounts with signs, discounts as negative amounts, refunds', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID',
			'2026-08-15,14:00:00,Eastern Time (US & Canada),Ceramics,Speckled Mug,2,Regular,MUG-1,,$36.00,$0.00,$36.00,$2.88,SQC3z,PC3,Market iPad,,,Payment,Summer Market,,,,',
			'2026-09-13,10:02:11,Eastern Time (US & Canada),Ceramics,Speckled Mug,1,Regular,MUG-1,,$18.00,-$3.00,$15.00,$1.20,SQA1x,PA1,Market iPad,,,Payment,Autumn Fair,,CUST1,Dee Example,',
			'2026-09-13,10:02:11,Eastern Time (US & Canada),Prints,Fern Print,-1,Regular,FERN-1,,-$12.00,$0.00,-$12.00,-$0.96,SQA1x,PA1,Market iPad,,,Refund,Autumn Fair,,CUST1,Dee Example,',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{
			order: 'SQC3z',
			product: 'MUG-1',
			amount: 360_000,
			unitPrice: 180_000,
			store: 'Summer Market',
			at: at('2026-08-15T14:00Z'),
		},
		{order: 'SQA1x', unitPrice: 180_000, discount: 30_000, amount: 150_000, customer: 'CUST1'},
		{quantity: -1, unitPrice: 120_000, amount: -120_000},
	]);
});

test('Amazon: the price is of all units of a line', async () => {
	const {lines, rejected} = await readSource(
		text(
			'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tproduct-name\tsku\tasin\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tship-city\tship-state\tship-country',
			'111-1\t\t2024-05-01T10:00:00+00:00\t2024-05-02T10:00:00+00:00\tShipped\tLamp\tLAMP-1\tB00X\t3\tUSD\t29.97\t2.40\t0.00\tAustin\tTX\tUS',
			'111-2\t\t2024-05-01T11:00:00+00:00\t2024-05-02T10:00:00+00:00\tShipped\tLamp\tLAMP-1\tB00X\t1\tEUR\t9.99\t0.80\t0.00\tAustin\tTX\tUS',
			'111-3\t\t2024-05-01T11:00:00+00:00\t2024-05-02T10:00:00+00:00\tShipped\tLamp\tLAMP-1\tB00X\t1\tUSD\t9.99\t0.80\t0.00\tAustin\tTX\tUS',
		),
	);
	expect(lines).toMatchObject([
		{order: '111-1', product: 'LAMP-1', quantity: 3, unitPrice: 99_900, amount: 299_700, region: 'US'},
		{order: '111-3'},
	]);
	expect(rejected).toMatchObject([
		{field: 'currency', value: 'EUR', reason: 'currency is another than in the rest of the source'},
	]);
});

test('Stripe payments: each one a unit of what it is for, in UTC', async () => {
	const {lines} = await readSource(
		text(
			'id,Created (UTC),Amount,Amount Refunded,Currency,Description,Fee,Status,Customer ID,Customer Email',
			'ch_1,2026-09-08 10:00:00,120.00,0.00,eur,Course A,2.00,Paid,cus_1,a@x.com',
			'ch_2,2026-09-09 10:00:00,59.90,10.00,eur,Course B,1.09,Paid,,b@x.com',
		),
	);
	expect(lines).toMatchObject([
		{
			order: 'ch_1',
			product: 'Course A',
			quantity: 1,
			amount: 1_200_000,
			customer: 'cus_1',
			at: at('2026-09-08T10:00Z'),
		},
		{order: 'ch_2', product: 'Course B', amount: 599_000},
		{order: 'ch_2', product: 'Course B', quantity: -1, amount: -100_000},
	]);
});

test('orders with lines inside them, as JSON: each part is known by what it is in', async () => {
	const orders = [
		{
			id: 'A1',
			createdAt: '2026-11-20T10:00:00Z',
			customer: {id: 'c1', name: 'Ada'},
			shipping: {country: 'France'},
			lines: [
				{sku: 'P1', name: 'Mug', quantity: 2, price: 5.5},
				{sku: 'P2', name: 'Pen', quantity: 1, price: 3},
			],
		},
	];
	const {lines, rejected} = await readSource(JSON.stringify(orders), {name: 'orders.json'});
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{
			order: 'A1',
			product: 'P1',
			productName: 'Mug',
			amount: 110_000,
			customer: 'c1',
			customerName: 'Ada',
			region: 'France',
		},
		{order: 'A1', product: 'P2', amount: 30_000, at: at('2026-11-20T10:00Z')},
	]);
});
