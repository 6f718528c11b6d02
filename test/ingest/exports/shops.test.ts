import {expect, test} from 'vitest';
import {readSource} from '../read-source.ts';

/** The lines of a text that is indented here and not there. */
const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const at = (iso: string) => Date.parse(iso);

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

test('Superstore: the sales are the total after a discount in shares', async () => {
	const {lines, rejected, decisions, mapping} = await readSource(
		text(
			'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit',
			'1,CA-2016-152156,11/8/2016,11/11/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-BO-10001798,Furniture,Bookcases,Bush Somerset Collection Bookcase,261.96,2,0,41.9136',
			'2,CA-2016-138688,6/12/2016,6/16/2016,Second Class,DV-13045,Darrin Van Huff,Corporate,United States,Los Angeles,California,90036,West,OFF-LA-10000240,Office Supplies,Labels,Self-Adhesive Address Labels,14.62,2,0,6.8714',
			'3,US-2015-108966,10/11/2015,10/18/2015,Standard Class,SO-20335,Sean ODonnell,Consumer,United States,Fort Lauderdale,Florida,33311,South,FUR-TA-10000577,Furniture,Tables,Bretford CR4500 Table,957.5775,5,0.45,-383.031',
			'4,US-2015-108966,10/13/2015,10/18/2015,Standard Class,SO-20335,Sean ODonnell,Consumer,United States,Fort Lauderdale,Florida,33311,South,OFF-ST-10000760,Office Supplies,Storage,Eldon Fold N Roll Cart,22.368,2,0.2,2.5164',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines.map(({amount}) => amount)).toEqual([2_619_600, 146_200, 9_575_775, 223_680]);
	expect(lines).toMatchObject([
		{
			at: at('2016-11-08'),
			region: 'South',
			category: 'Furniture',
			customerName: 'Claire Gute',
			unitPrice: 1_309_800,
			repair: undefined,
		},
		{at: at('2016-06-12')},
		{at: at('2015-10-11'), unitPrice: 3_482_100},
		{at: at('2015-10-13'), unitPrice: 139_800, discount: 55_920},
	]);
	expect(mapping).toMatchObject({total: 'Sales', product: 'Product ID', region: 'Region'});
	expect(decisions.join('\n')).toContain('Order Date has month before day');
	expect(decisions.join('\n')).toContain('Discount holds shares of the price');
	expect(decisions.join('\n')).toContain('Profit (costs and profits are not kept)');
});

test('dirty cafe sales: what can be worked out is, and the rest says why not', async () => {
	const {lines, rejected} = await readSource(
		text(
			'Transaction ID,Item,Quantity,Price Per Unit,Total Spent,Payment Method,Location,Transaction Date',
			'TXN_1961373,Coffee,2,2.0,4.0,Credit Card,Takeaway,2023-09-08',
			'TXN_4271903,Cookie,4,1.0,ERROR,Credit Card,In-store,2023-07-19',
			'TXN_7034554,Salad,UNKNOWN,5.0,10.0,UNKNOWN,UNKNOWN,2023-04-27',
			'TXN_2602893,Smoothie,5,,20.0,Credit Card,,2023-03-31',
			'TXN_4433211,UNKNOWN,3,3.0,9.0,ERROR,Takeaway,2023-10-06',
			'TXN_6699534,Sandwich,4,ERROR,UNKNOWN,Cash,UNKNOWN,2023-10-28',
			'TXN_4717867,Tea,5,1.5,7.5,,Takeaway,ERROR',
			'TXN_2064365,Cake,5,4.0,21.0,,In-store,2023-12-31',
			'TXN_2064366,Cake,5,3.0,15.0,,In-store,2023-12-31',
		),
	);
	expect(lines).toMatchObject([
		{product: 'Coffee', amount: 40_000, store: 'Takeaway', repair: undefined},
		{product: 'Cookie', amount: 40_000, repair: 'total'},
		{product: 'Salad', quantity: 2, amount: 100_000, repair: 'quantity', store: undefined},
		{product: 'Smoothie', unitPrice: 40_000, amount: 200_000, repair: 'unitPrice'},
		{product: 'Cake', amount: 150_000},
	]);
	expect(rejected).toMatchObject([
		{field: 'product', reason: 'product is missing', amount: 90_000},
		{field: 'unitPrice', reason: 'unit price is missing', amount: 0},
		{field: 'at', reason: 'date is missing', amount: 75_000},
		{field: 'total', reason: 'total contradicts quantity, unit price and discount', amount: 210_000},
	]);
});

test('supermarket sales: date and time in two columns, a total with tax, no product but its line', async () => {
	const {lines, rejected, decisions} = await readSource(
		text(
			'Invoice ID,Branch,City,Customer type,Gender,Product line,Unit price,Quantity,Tax 5%,Total,Date,Time,Payment,cogs,gross margin percentage,gross income,Rating',
			'750-67-8428,A,Yangon,Member,Female,Health and beauty,74.69,7,26.1415,548.9715,1/5/2019,13:08,Ewallet,522.83,4.761904762,26.1415,9.1',
			'226-31-3081,C,Naypyitaw,Normal,Female,Electronic accessories,15.28,5,3.82,80.22,3/8/2019,10:29,Cash,76.4,4.761904762,3.82,9.6',
			'631-41-3108,A,Yangon,Normal,Male,Home and lifestyle,46.33,7,16.2155,340.5255,3/13/2019,1:23 PM,Credit card,324.31,4.761904762,16.2155,7.4',
		),
	);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject([
		{
			order: '750-67-8428',
			product: 'Health and beauty',
			category: 'Health and beauty',
			quantity: 7,
			amount: 5_228_300,
			at: at('2019-01-05T13:08Z'),
			store: 'A',
			city: 'Yangon',
		},
		{amount: 764_000, at: at('2019-03-08T10:29Z')},
		{amount: 3_243_100, at: at('2019-03-13T13:23Z')},
	]);
	expect(decisions.join('\n')).toContain('Total is quantity × price and tax');
	expect(decisions.join('\n')).toContain('no column names a product: Product line stands for it');
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

test.each([
	[
		'pizza sales',
		'pizza_id,order_id,pizza_name_id,quantity,order_date,order_time,unit_price,total_price,pizza_size,pizza_category,pizza_ingredients,pizza_name\n1,1,hawaiian_m,1,1/1/2015,11:38:36,13.25,13.25,M,Classic,"Ham, Cheese",The Hawaiian Pizza\n2,2,five_l,2,13/1/2015,11:57:40,18.5,37,L,Veggie,"Kale",The Five Cheese Pizza\n',
		[
			{order: '1', product: 'The Hawaiian Pizza', category: 'Classic', amount: 132_500},
			{order: '2', at: at('2015-01-13T11:57:40Z'), amount: 370_000},
		],
	],
	[
		'a coffee shop',
		'transaction_id,transaction_date,transaction_time,transaction_qty,store_id,store_location,product_id,unit_price,product_category,product_type,product_detail\n1,1/1/2023,7:06:11,2,5,Lower Manhattan,32,3,Coffee,Gourmet brewed coffee,Ethiopia Rg\n2,1/13/2023,7:08:56,2,5,Lower Manhattan,57,3.1,Tea,Brewed Chai tea,Spicy Eye Opener Chai Lg\n',
		[
			{order: '1', product: '32', category: 'Coffee', amount: 60_000},
			{at: at('2023-01-13T07:08:56Z'), amount: 62_000},
		],
	],
	[
		'Online Retail II',
		'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n489434,85048,LIGHTS,12,01/12/2009 07:45,6.95,13085.0,United Kingdom\nC489449,22087,BUNTING,-12,13/12/2009 10:33,2.95,16321.0,Australia\n',
		[
			{order: '489434', customer: '13085', amount: 834_000, at: at('2009-12-01T07:45Z')},
			{order: 'C489449', quantity: -12, amount: -354_000},
		],
	],
	[
		'orders of an Indian seller on Amazon',
		'index,Order ID,Date,Status,Fulfilment,Sales Channel ,ship-service-level,Style,SKU,Category,Size,ASIN,Courier Status,Qty,currency,Amount,ship-city,ship-state,ship-postal-code,ship-country,promotion-ids,B2B,fulfilled-by,Unnamed: 22\n0,405-807,04-30-22,Shipped,Merchant,Amazon.in,Standard,SET389,SET389-KR-NP-S,Set,S,B09KXVBD7Z,,2,INR,647.62,MUMBAI,MAHARASHTRA,400081.0,IN,,False,Easy Ship,\n',
		[
			{
				order: '405-807',
				product: 'SET389-KR-NP-S',
				category: 'Set',
				quantity: 2,
				amount: 6_476_200,
				region: 'IN',
				at: at('2022-04-30'),
			},
		],
	],
])('%s', async (_, sheet, expected) => {
	const {lines, rejected} = await readSource(sheet);
	expect(rejected).toEqual([]);
	expect(lines).toMatchObject(expected);
});
